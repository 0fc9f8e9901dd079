// A link may lead to something in a closed box or a tab that is not shown.
;(() => {
  const reveal = () => {
    let id = location.hash.slice(1)
    try {
      id = decodeURIComponent(id)
    } catch {
      // The hash is not percent-encoded: it is the id itself.
    }
    const target = id && document.getElementById(id)
    if (!target) return
    let hidden = false
    if (target.matches('.tabbed-set > input')) {
      target.checked = true
      hidden = true
    }
    for (let box = target.parentElement; box; box = box.parentElement) {
      if (box.matches('details:not([open])')) {
        box.open = true
        hidden = true
      } else if (box.matches('.tabbed-block')) {
        const position = [...box.parentElement.children].indexOf(box)
        const input = box.closest('.tabbed-set').querySelectorAll(':scope > input')[position]
        if (input && !input.checked) {
          input.checked = true
          hidden = true
        }
      }
    }
    if (hidden) (target.matches('input') ? target.parentElement : target).scrollIntoView()
  }
  addEventListener('hashchange', reveal)
  reveal()
})()
