// Titles and footnotes show in a bubble: under the pointer, with the keyboard, and at a touch.
;(() => {
  const {titles, notes} = document.currentScript.dataset
  const article = document.querySelector('.dp-article')
  const kinds = []
  if (titles !== undefined) kinds.push('[title]:not(iframe, object, embed)')
  if (notes !== undefined) kinds.push('.footnote-ref')
  const selector = kinds.join()
  if (!('popover' in document.body && kinds.length > 0 && article?.querySelector(selector))) return

  const bubble = document.createElement('div')
  bubble.className = 'dp-bubble dp-tooltip'
  bubble.id = 'dp-tooltip'
  bubble.popover = 'manual'
  bubble.setAttribute('role', 'tooltip')
  article.append(bubble)
  let owner
  let title
  let timer

  const noteOf = (reference) => {
    const [, id] = reference.getAttribute('href').split('#')
    const note = (document.getElementById(id) ?? document.getElementById(decodeURIComponent(id)))?.cloneNode(true)
    if (!note) return []
    for (const extra of note.querySelectorAll('.footnote-backref, button')) extra.remove()
    // The arrows had a paragraph of their own.
    const last = note.lastElementChild
    if (last?.textContent.trim() === '' && !last.children.length) last.remove()
    for (const named of note.querySelectorAll('[id], [name]')) {
      named.removeAttribute('id')
      named.removeAttribute('name')
    }
    return [...note.childNodes]
  }

  const hide = () => {
    clearTimeout(timer)
    if (!owner) return
    if (title) owner.title = title
    owner.removeAttribute('aria-describedby')
    owner.style.anchorName = ''
    owner = undefined
    bubble.hidePopover()
  }
  const show = (element) => {
    clearTimeout(timer)
    if (element === owner) return
    hide()
    const isNote = element.matches('.footnote-ref') && notes !== undefined
    title = element.title
    const content = isNote ? noteOf(element) : [title]
    if (content.length === 0 || content[0] === '') return
    bubble.replaceChildren(...content)
    bubble.classList.toggle('dp-note', isNote)
    owner = element
    // Or the browser would show it, too.
    if (title) owner.removeAttribute('title')
    owner.setAttribute('aria-describedby', bubble.id)
    owner.style.anchorName = '--dp-tooltip'
    bubble.showPopover()
  }
  const later = (action) => {
    clearTimeout(timer)
    timer = setTimeout(action, 200)
  }
  const holds = (target) => owner?.contains(target) || bubble.contains(target)

  article.addEventListener('pointerover', ({target, pointerType}) => {
    if (pointerType === 'touch') return
    if (holds(target)) return clearTimeout(timer)
    const element = target.closest(selector)
    if (element && article.contains(element)) later(() => show(element))
    else if (owner) later(hide)
    else clearTimeout(timer)
  })
  article.addEventListener('pointerleave', ({pointerType}) => {
    if (pointerType !== 'touch') later(hide)
  })
  article.addEventListener('focusin', ({target}) => {
    if (!bubble.contains(target) && target.matches(selector) && target.matches(':focus-visible')) show(target)
  })
  article.addEventListener('focusout', ({target}) => {
    if (target === owner) hide()
  })
  article.addEventListener('click', (event) => {
    const element = event.target.closest(selector)
    if (!element || bubble.contains(element) || element === owner) return
    const isTouch = event.pointerType === 'touch'
    if (isTouch && element.matches('.footnote-ref')) event.preventDefault()
    else if (!isTouch || event.target.closest('a, button, label, input, summary')) return
    show(element)
  })
  document.addEventListener('pointerdown', ({target}) => {
    if (owner && !holds(target)) hide()
  })
  document.addEventListener('keydown', ({key}) => {
    if (key === 'Escape') hide()
  })

  // The keyboard stops at an abbreviation once, not every time that it is used.
  const met = new Set()
  for (const short of titles === undefined ? [] : article.querySelectorAll('abbr[title]')) {
    if (!met.has(short.title) && !short.closest('a, button')) short.tabIndex = 0
    met.add(short.title)
  }
})()
