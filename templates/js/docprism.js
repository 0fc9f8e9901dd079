// Everything here adds to pages that are complete without it.
;(() => {
  const root = document.documentElement

  const remember = (scheme) => {
    try {
      localStorage.setItem('docprism-scheme', scheme)
    } catch {
      // The choice then lasts for this page only.
    }
  }

  const toggle = document.querySelector('.dp-scheme')
  if (toggle) {
    toggle.hidden = false
    toggle.addEventListener('click', () => {
      const shown = root.dataset.scheme ?? (matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light')
      root.dataset.scheme = shown === 'dark' ? 'light' : 'dark'
      remember(root.dataset.scheme)
    })
  }

  // A link may lead to something in a closed box or a tab that is not shown.
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

  const nav = document.querySelector('.dp-nav')
  const current = nav?.querySelector('[aria-current="page"]')
  if (current && nav.scrollHeight > nav.clientHeight) {
    nav.scrollTop += current.getBoundingClientRect().top - nav.getBoundingClientRect().top - nav.clientHeight / 3
  }

  // A choice in an overlay of headings closes it; links to other pages do so by themselves.
  const toc = document.getElementById('dp-toc')
  toc?.addEventListener('click', (event) => {
    if ('popover' in toc && event.target.closest('a') && toc.matches(':popover-open')) toc.hidePopover()
  })
})()
