// What readers see of the search: a field, what was found, and the way through it with the keyboard.
;(() => {
  const engine = globalThis.docprismSearch
  const dialog = document.getElementById('dp-finder')
  const input = dialog.querySelector('input')
  const ghost = dialog.querySelector('.dp-finder-ghost')
  const status = dialog.querySelector('.dp-finder-status')
  const list = dialog.querySelector('.dp-finder-hits')
  const share = dialog.querySelector('.dp-finder-share')
  const root = new URL('../../../', document.currentScript.src)
  const files = new URL(`../search/${dialog.dataset.locale}/`, document.currentScript.src)
  const mostPages = 30
  const mostSections = 3
  /** Files of the index that are on their way; the first one says how many there are. */
  let waiting = 0
  const failed = new Set()

  const {take} = engine
  engine.take = (pages, count) => {
    take(pages.filter(Boolean))
    for (let file = 1; file < count; file++) load(file)
  }
  const load = (file) => {
    waiting++
    const script = document.createElement('script')
    script.src = new URL(`${file}.js`, files)
    script.onload = () => {
      waiting--
      show()
    }
    script.onerror = () => {
      waiting--
      failed.add(file)
      show()
    }
    document.head.append(script)
  }

  const make = (name, className, ...children) => {
    const element = document.createElement(name)
    if (className) element.className = className
    element.append(...children)
    return element
  }

  /** Places of words in a text, in order, those that touch put together. */
  const placesOf = (text, words) => {
    const folded = engine.fold(text)
    const places = []
    for (const word of words) {
      const isShort = word.length < 3 && word.charCodeAt(0) < 0x2e80
      for (let at = folded.indexOf(word); at !== -1; at = folded.indexOf(word, at + word.length)) {
        if (!isShort || !/[\p{L}\p{N}]/u.test(folded.charAt(at - 1))) places.push([at, at + word.length])
      }
    }
    places.sort((a, b) => a[0] - b[0])
    const joined = []
    for (const [start, end] of places) {
      const last = joined.at(-1)
      if (last && start <= last[1]) last[1] = Math.max(last[1], end)
      else joined.push([start, end])
    }
    return joined
  }

  const marked = (text, words) => {
    const parts = []
    let at = 0
    for (const [start, end] of placesOf(text, words)) {
      parts.push(text.slice(at, start), make('mark', '', text.slice(start, end)))
      at = end
    }
    return [...parts, text.slice(at)]
  }

  /** The stretch of a text in which most words stand. */
  const excerptOf = (text, words) => {
    const length = /[\u2E80-\uFFEF]/.test(text.slice(0, 200)) ? 90 : 170
    const places = placesOf(text, words)
    let best = 0
    let most = 0
    for (let first = 0; first < places.length && first < 200; first++) {
      const end = places[first][0] + length * 0.8
      const inside = places.slice(first, first + 40).filter(([, until]) => until <= end)
      const value = new Set(inside.map(([start, until]) => engine.fold(text.slice(start, until)))).size * 10 + inside.length
      if (value > most) [most, best] = [value, places[first][0]]
    }
    let start = Math.max(0, best - length * 0.2)
    if (start > 0) start += Math.max(0, text.slice(start, best).search(/[\s\u3000-\u303F\uFF00-\uFF0F]/) + 1)
    const cut = text.slice(start, start + length)
    const end = start + length < text.length ? cut.replace(/[a-zA-Z0-9]*$/, '') || cut : cut
    return `${start > 0 ? '…' : ''}${end.trimEnd()}${start + length < text.length ? '…' : ''}`
  }

  const linkTo = (url, anchor, words) => {
    const link = make('a', '')
    const address = new URL(url, root)
    // Without a server nobody looks for the file in a folder.
    if ('offline' in dialog.dataset && address.pathname.endsWith('/')) address.pathname += 'index.html'
    if ('highlight' in dialog.dataset) address.searchParams.set('h', words.join(' '))
    address.hash = anchor
    link.href = address
    return link
  }

  const excerpt = (text, words) => make('span', 'dp-finder-text', ...marked(excerptOf(text, words), words))

  const sectionItem = (section, words) => {
    const link = linkTo(section.page.url, section.anchor, words)
    link.append(make('span', 'dp-finder-name', ...marked(section.heading, words)))
    if (section.text !== '') link.append(excerpt(section.text, words))
    return make('li', '', link)
  }

  const pageItem = ({page, sections}, words) => {
    const top = sections.find(({anchor}) => anchor === '')
    // Where nothing at the top was found, the page opens at what was.
    const link = linkTo(page.url, (top ?? sections[0]).anchor, words)
    link.className = 'dp-finder-page'
    link.append(make('span', 'dp-finder-title', ...marked(page.title, words)))
    if (top && top.text !== '') link.append(excerpt(top.text, words))
    const item = make('li', 'dp-finder-hit', link)
    const others = sections.filter((section) => section !== top)
    if (others.length > 0) {
      item.append(make('ul', '', ...others.slice(0, mostSections).map((section) => sectionItem(section, words))))
    }
    const rest = others.slice(mostSections)
    if (rest.length > 0) {
      const more = make('details', '', make('summary', '', list.dataset.more.replace('{count}', rest.length)))
      // What is not shown is not made.
      more.addEventListener(
        'toggle',
        () => more.append(make('ul', '', ...rest.slice(0, 40).map((section) => sectionItem(section, words)))),
        {once: true},
      )
      item.append(more)
    }
    return item
  }

  const say = ({results, replaced}) => {
    const {wait, some, one, none, like, failed: broken} = status.dataset
    if (results.length === 0) return waiting > 0 ? wait : failed.size > 0 ? broken : none
    const found = results.length === 1 ? one : some.replace('{count}', results.length)
    return replaced.length > 0 ? `${found} ${like.replace('{words}', replaced.join(', '))}` : found
  }

  const show = () => {
    const query = input.value
    const isEmpty = query.trim() === ''
    if (share) share.hidden = isEmpty || !navigator.clipboard
    const rest = isEmpty ? '' : engine.complete(query)
    ghost.textContent = rest === '' || !('suggest' in dialog.dataset) ? '' : query + rest
    const found = isEmpty ? {results: [], words: [], replaced: []} : engine.search(query)
    list.replaceChildren(...found.results.slice(0, mostPages).map((result) => pageItem(result, found.words)))
    status.textContent = isEmpty ? status.dataset.hint : say(found)
  }

  let frame
  input.addEventListener('input', (event) => {
    // Half a word of an input method is not what the reader looks for.
    if (event.isComposing) return
    cancelAnimationFrame(frame)
    frame = requestAnimationFrame(() => {
      show()
      list.parentElement.scrollTop = 0
    })
  })
  input.addEventListener('compositionend', show)
  input.addEventListener('compositionstart', () => {
    ghost.textContent = ''
  })

  dialog.querySelector('form').addEventListener('submit', (event) => {
    event.preventDefault()
    list.querySelector('a')?.click()
  })
  dialog.querySelector('.dp-finder-close').addEventListener('click', () => dialog.close())
  share?.addEventListener('click', async () => {
    const address = new URL(location.href)
    address.search = ''
    address.hash = ''
    address.searchParams.set('q', input.value.trim())
    await navigator.clipboard.writeText(address.href)
    status.textContent = status.dataset.copied
  })
  dialog.addEventListener('click', (event) => {
    if (event.target === dialog || (event.target.closest('a') && !event.ctrlKey && !event.metaKey)) dialog.close()
  })

  const move = (step) => {
    const stops = [input, ...list.querySelectorAll('a, summary')].filter((stop) => stop.checkVisibility?.() ?? true)
    const next = stops[stops.indexOf(document.activeElement) + step]
    next?.focus()
    if (next === input) list.parentElement.scrollTop = 0
    else next?.scrollIntoView({block: 'nearest'})
  }
  dialog.addEventListener('keydown', (event) => {
    if (event.isComposing) return
    const {key, ctrlKey, metaKey, altKey} = event
    if (ctrlKey || metaKey || altKey) return
    const forward = getComputedStyle(input).direction === 'rtl' ? 'ArrowLeft' : 'ArrowRight'
    if (key === 'Escape') {
      // A search field would only be emptied.
      event.preventDefault()
      dialog.close()
    } else if (key === 'ArrowDown' || key === 'ArrowUp') {
      event.preventDefault()
      move(key === 'ArrowDown' ? 1 : -1)
    } else if (document.activeElement === input) {
      const isAtEnd = input.selectionStart === input.value.length && input.selectionEnd === input.value.length
      if (key !== forward || !isAtEnd || ghost.textContent === '') return
      event.preventDefault()
      input.value = ghost.textContent
      show()
    } else if (document.activeElement.matches('a, summary') && (key.length === 1 || key === 'Backspace') && key !== ' ') {
      // Who goes on writing means the field.
      input.focus()
    }
  })

  engine.open = (query) => {
    if (query !== undefined) input.value = query
    for (const file of failed) {
      failed.delete(file)
      load(file)
    }
    if (!dialog.open) dialog.showModal()
    input.select()
    show()
  }
  load(0)
})()
