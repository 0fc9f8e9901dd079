// Draws diagrams in the colours of the page, each when the reader comes near. The source stays where it cannot be drawn.
;(() => {
  const {library, fault, source} = document.currentScript.dataset
  const root = document.documentElement
  const diagrams = new Map()
  // Where diagrams are measured: as wide as in the page, in the fonts of the page, and seen by nobody.
  const stage = document.createElement('div')
  stage.className = 'dp-diagram-stage'
  let loading
  let queue = Promise.resolve()
  let drawn = 0

  const load = () => {
    loading ??= new Promise((resolve, reject) => {
      const script = document.createElement('script')
      script.src = library
      script.addEventListener('load', resolve)
      script.addEventListener('error', () => reject(new Error(library)))
      document.head.append(script)
    })
    return loading
  }

  // Any CSS colour as `#rrggbb`, the form that the library can mix.
  const canvas = document.createElement('canvas').getContext('2d', {willReadFrequently: true})
  const colour = (value) => {
    const probe = document.createElement('span')
    probe.style.color = value
    root.append(probe)
    canvas.fillStyle = getComputedStyle(probe).color
    probe.remove()
    canvas.fillRect(0, 0, 1, 1)
    const channels = [...canvas.getImageData(0, 0, 1, 1).data].slice(0, 3)
    return `#${channels.map((channel) => channel.toString(16).padStart(2, '0')).join('')}`
  }

  const variables = () => {
    const [paper, soft, ink, quiet, line, tint, edge, mark] = [
      'paper',
      'soft',
      'ink',
      'ink-soft',
      'line',
      'tint',
      'link',
      'hll',
    ].map((name) => colour(`var(--dp-${name})`))
    const tones = ['blue', 'amber', 'teal', 'violet', 'green', 'red', 'cyan', 'gray']
    const numbered = (name, give, first = 0) => tones.map((tone, index) => [`${name}${index + first}`, give(tone)])
    const full = (tone) => colour(`var(--dp-${tone})`)
    const pale = (tone) => colour(`color-mix(in srgb, var(--dp-${tone}) 30%, var(--dp-paper))`)
    return {
      darkMode: getComputedStyle(root).colorScheme === 'dark',
      background: paper,
      primaryColor: tint,
      primaryTextColor: ink,
      primaryBorderColor: edge,
      secondaryColor: soft,
      secondaryTextColor: ink,
      secondaryBorderColor: line,
      tertiaryColor: soft,
      tertiaryTextColor: ink,
      tertiaryBorderColor: line,
      lineColor: quiet,
      textColor: ink,
      titleColor: ink,
      mainBkg: tint,
      noteBkgColor: mark,
      noteTextColor: ink,
      noteBorderColor: full('amber'),
      edgeLabelBackground: paper,
      fontFamily: getComputedStyle(document.querySelector('.dp-article')).fontFamily,
      rowOdd: paper,
      rowEven: soft,
      sectionBkgColor: soft,
      sectionBkgColor2: soft,
      altSectionBkgColor: paper,
      taskBkgColor: tint,
      taskBorderColor: edge,
      taskTextColor: ink,
      taskTextLightColor: ink,
      taskTextDarkColor: ink,
      taskTextOutsideColor: ink,
      activeTaskBkgColor: pale('blue'),
      activeTaskBorderColor: full('blue'),
      doneTaskBkgColor: line,
      doneTaskBorderColor: quiet,
      critBkgColor: pale('red'),
      critBorderColor: full('red'),
      todayLineColor: full('red'),
      gridColor: line,
      xyChart: {
        backgroundColor: paper,
        titleColor: ink,
        plotColorPalette: tones.map(full).join(),
        ...Object.fromEntries(
          ['Label', 'Title', 'Tick', 'Line'].flatMap((part) => [
            [`xAxis${part}Color`, ink],
            [`yAxis${part}Color`, ink],
          ]),
        ),
      },
      pieTitleTextColor: ink,
      pieSectionTextColor: ink,
      pieLegendTextColor: ink,
      pieStrokeColor: paper,
      pieOuterStrokeColor: line,
      ...Object.fromEntries([
        ...numbered('cScale', pale),
        ...numbered('cScaleLabel', () => ink),
        ...numbered('git', full),
        ...numbered('gitBranchLabel', () => paper),
        ...numbered('pie', pale, 1),
      ]),
    }
  }

  const setUp = () =>
    window.mermaid.initialize({
      startOnLoad: false,
      securityLevel: 'strict',
      suppressErrorRendering: true,
      theme: 'base',
      themeVariables: variables(),
    })

  const draw = async (block) => {
    const diagram = diagrams.get(block)
    try {
      await load()
      if (drawn === 0) setUp()
      const id = `dp-diagram-${(drawn += 1)}`
      const {figure, text} = diagram
      stage.style.inlineSize = `${block.offsetWidth || figure.offsetWidth}px`
      const {svg, bindFunctions} = await window.mermaid.render(id, text, stage)
      // As high as the source at least, so that nothing below moves up.
      if (block.offsetHeight > 0) figure.style.minBlockSize = `${block.offsetHeight}px`
      figure.innerHTML = svg
      bindFunctions?.(figure)
      diagram.figure.hidden = false
      diagram.message.hidden = true
      block.hidden = true
    } catch (error) {
      diagram.figure.hidden = true
      diagram.message.textContent = `${fault} ${error instanceof Error ? error.message : String(error)}`
      diagram.message.hidden = false
      block.hidden = false
    }
    stage.replaceChildren()
  }
  // One after the other: the library draws in turn anyway.
  const enqueue = (block) => {
    queue = queue.then(() => draw(block))
  }

  const near = new IntersectionObserver(
    (entries) => {
      for (const {target, isIntersecting} of entries) {
        if (!isIntersecting) continue
        near.unobserve(target)
        diagrams.get(target).isNear = true
        enqueue(target)
      }
    },
    {rootMargin: '400px 0px'},
  )
  document.querySelector('.dp-article').append(stage)
  const prepare = (block) => {
    const make = (name, className) => {
      const element = document.createElement(name)
      element.className = className
      element.hidden = true
      return element
    }
    const figure = make('figure', 'dp-diagram')
    figure.setAttribute('aria-label', source)
    const message = make('p', 'dp-diagram-fault')
    message.setAttribute('role', 'status')
    block.before(figure, message)
    diagrams.set(block, {text: block.textContent, figure, message, isNear: false})
    near.observe(block)
  }
  const prepareAll = () => {
    for (const block of document.querySelectorAll('.dp-article .mermaid')) if (!diagrams.has(block)) prepare(block)
  }
  prepareAll()
  document.addEventListener('docprism:update', prepareAll)

  const recolour = () => {
    if (drawn === 0) return
    queue = queue.then(setUp)
    for (const [block, {isNear}] of diagrams) if (isNear) enqueue(block)
  }
  new MutationObserver(recolour).observe(root, {attributeFilter: ['data-scheme']})
  matchMedia('(prefers-color-scheme: dark)').addEventListener('change', recolour)
})()
