// Lines of a code block can be chosen, and are then copied alone.
;(() => {
  const words = document.currentScript.dataset

  const wrapLines = (code) => {
    const lines = []
    let line
    const add = (node) => {
      if (!line) {
        line = document.createElement('span')
        line.className = 'dp-line'
        lines.push(line)
      }
      line.append(node)
    }
    for (let node of [...code.childNodes]) {
      if (node.nodeType === Node.TEXT_NODE) {
        for (let end = node.data.indexOf('\n'); end !== -1; end = node.data.indexOf('\n')) {
          const rest = node.splitText(end + 1)
          add(node)
          line = undefined
          node = rest
        }
        if (node.data !== '') add(node)
      } else {
        add(node)
        if (node.textContent.endsWith('\n')) line = undefined
      }
    }
    code.replaceChildren(...lines)
    return lines
  }

  const addSelect = (block, code) => {
    const button = document.createElement('button')
    button.type = 'button'
    button.className = 'dp-select'
    button.setAttribute('aria-label', words.select)
    button.innerHTML = '<svg viewBox="0 0 24 24" aria-hidden="true"><path d="M4 5h16M4 19h16M4 9.5h10v5H4zM17 12h3"/></svg>'
    block.append(button)
    button.setAttribute('aria-pressed', 'false')
    let lines = []
    let last = 0
    let pressed = -1
    const isOn = () => button.getAttribute('aria-pressed') === 'true'
    const isChosen = (index) => lines[index].getAttribute('aria-selected') === 'true'
    const focus = (index) => {
      lines[last].tabIndex = -1
      last = index
      lines[last].tabIndex = 0
      lines[last].focus({preventScroll: true})
      lines[last].scrollIntoView({block: 'nearest', inline: 'nearest'})
    }
    const choose = (index, from) => {
      if (from === undefined) lines[index].setAttribute('aria-selected', !isChosen(index))
      else {
        for (let at = Math.min(index, from); at <= Math.max(index, from); at++) {
          lines[at].setAttribute('aria-selected', 'true')
        }
      }
      focus(index)
    }
    const start = () => {
      if (lines.length === 0) lines = wrapLines(code)
      button.setAttribute('aria-pressed', 'true')
      code.setAttribute('role', 'listbox')
      code.setAttribute('aria-multiselectable', 'true')
      code.setAttribute('aria-label', words.select)
      for (const line of lines) {
        line.setAttribute('role', 'option')
        line.setAttribute('aria-selected', 'false')
        line.tabIndex = -1
      }
      for (const inner of code.querySelectorAll('a, button')) inner.inert = true
      lines[last].tabIndex = 0
    }
    const stop = () => {
      button.setAttribute('aria-pressed', 'false')
      for (const name of ['role', 'aria-multiselectable', 'aria-label']) code.removeAttribute(name)
      for (const line of lines) for (const name of ['role', 'aria-selected', 'tabindex']) line.removeAttribute(name)
      for (const inner of code.querySelectorAll('a, button')) inner.inert = false
    }
    button.addEventListener('click', () => {
      if (isOn()) return stop()
      start()
      lines[last].focus({preventScroll: true})
    })

    const lineAt = (target) => {
      const number = target.closest('td.linenos .normal, td.linenos .special')
      if (number) return [...number.parentElement.querySelectorAll('.normal, .special')].indexOf(number)
      return lines.indexOf(target.closest('.dp-line'))
    }
    block.addEventListener('click', (event) => {
      const {target, shiftKey} = event
      const isNumber = target.closest('.linenos')
      if (!isNumber && !(isOn() && code.contains(target))) return
      if (!isOn()) start()
      const index = lineAt(target)
      if (index === -1) return
      // Other windows are not what shift means here.
      if (shiftKey) event.preventDefault()
      choose(index, shiftKey ? last : undefined)
    })
    block.addEventListener('pointerdown', ({target, pointerType}) => {
      pressed = isOn() && pointerType === 'mouse' ? lineAt(target) : -1
    })
    block.addEventListener('pointerover', ({target, buttons}) => {
      const index = isOn() && buttons === 1 && pressed !== -1 ? lineAt(target) : -1
      if (index !== -1 && index !== pressed) choose(index, pressed)
    })
    block.addEventListener('keydown', (event) => {
      if (!isOn()) return
      const {key, shiftKey} = event
      if (key === 'Escape') {
        stop()
        button.focus()
      } else if (event.target.closest('.dp-line')) {
        const step = {ArrowDown: 1, ArrowUp: -1}[key]
        const next = Math.max(0, Math.min(lines.length - 1, last + (step ?? 0)))
        if (step && shiftKey) choose(next, last)
        else if (step) focus(next)
        else if (key === ' ' || key === 'Enter') choose(last)
        else return
        event.preventDefault()
      }
    })
  }

  const addAll = () => {
    for (const block of document.querySelectorAll('.dp-article .highlight:not(:has(> .dp-select))')) {
      const code = block.querySelector('pre > code')
      const isLong = code?.textContent.trim().includes('\n')
      if (isLong && !block.closest('.no-copy, .no-select')) addSelect(block, code)
    }
  }
  addAll()
  document.addEventListener('docprism:update', addAll)
})()
