// A table wider than the text scrolls; then the keyboard can reach it, and it says what it is.
;(() => {
  const tables = [...document.querySelectorAll('.dp-article table:not(.highlighttable, .highlighttable *)')]
  if (tables.length === 0) return
  const words = document.currentScript.dataset

  const headingAbove = (table) =>
    [...document.querySelectorAll('.dp-article :is(h1, h2, h3, h4)')].findLast(
      (heading) => heading.compareDocumentPosition(table) & Node.DOCUMENT_POSITION_FOLLOWING,
    )
  const nameOf = (table) => {
    const named = table.caption ?? table.closest('figure')?.querySelector('figcaption') ?? headingAbove(table)
    const name = named?.cloneNode(true)
    name?.querySelector('.headerlink')?.remove()
    const number = words.table.replace('{number}', tables.indexOf(table) + 1)
    return name ? `${number}: ${name.textContent.trim()}` : number
  }

  const wrap = (table) => {
    const box = document.createElement('div')
    box.className = 'dp-wide'
    table.removeAttribute('tabindex')
    table.replaceWith(box)
    box.append(table)
    observer.observe(box)
    return box
  }
  const observer = new ResizeObserver((entries) => {
    for (const {target} of entries) {
      const box = target.closest('.dp-wide')
      const {scrollWidth, clientWidth} = box ?? target
      const isWide = scrollWidth > clientWidth + 1
      if (isWide) {
        const region = box ?? wrap(target)
        region.tabIndex = 0
        region.setAttribute('role', 'region')
        region.setAttribute('aria-label', nameOf(region.querySelector('table')))
      } else if (box) {
        for (const name of ['tabindex', 'role', 'aria-label']) box.removeAttribute(name)
      }
    }
  })
  for (const table of tables) observer.observe(table)
})()
