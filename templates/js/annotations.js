// The number of an annotation opens what it stands for; without this, that is the list below.
;(() => {
  const words = document.currentScript.dataset
  if (!('popover' in document.body)) return

  const toButton = (mark, {number, item, list}) => {
    const name = words.annotation.replace('{number}', number)
    const contents = [...item.childNodes]
    const bubble = document.createElement('div')
    bubble.className = 'dp-bubble'
    bubble.popover = 'auto'
    bubble.setAttribute('role', 'note')
    bubble.setAttribute('aria-label', name)
    // The one and only text moves, so that ids in it stay unique and buttons in it work.
    bubble.addEventListener('beforetoggle', ({newState}) => {
      if (newState === 'open') bubble.append(...contents)
      // Another number of the same annotation may have taken it.
      else if (bubble.hasChildNodes()) item.append(...contents)
    })
    list.before(bubble)
    const button = document.createElement('button')
    button.type = 'button'
    button.className = 'annotation'
    button.textContent = number
    button.setAttribute('aria-label', name)
    button.popoverTargetElement = bubble
    mark.replaceWith(button)
  }

  const idOf = (hash) => {
    try {
      return decodeURIComponent(hash.slice(1))
    } catch {
      return hash.slice(1)
    }
  }

  const enhance = (list) => {
    const items = [...list.children]
    const found = new Set()
    for (const mark of list.previousElementSibling?.querySelectorAll('.annotation:not(button)') ?? []) {
      const number = mark.textContent.replace(/\D/g, '')
      const item = mark.hash ? document.getElementById(idOf(mark.hash)) : items[number - 1]
      if (!items.includes(item)) continue
      found.add(item)
      toButton(mark, {number, item, list})
    }
    if (found.size === items.length) list.classList.add('dp-annotated')
  }
  const enhanceAll = () => document.querySelectorAll('.dp-article .annotations:not(.dp-annotated)').forEach(enhance)
  enhanceAll()
  document.addEventListener('docprism:update', enhanceAll)
})()
