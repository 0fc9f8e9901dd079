// Says which heading is read: `docprism:heading` on the document, with its id, or none above the first.
;(() => {
  let headings = []
  const collect = () => {
    const links = [...document.querySelectorAll('.dp-toc a, .dp-toc-in-nav a')]
    headings = links.flatMap((link) => document.getElementById(link.getAttribute('href').slice(1)) ?? [])
  }
  collect()
  document.addEventListener('docprism:update', collect)
  let shown
  let waiting = false
  const look = () => {
    waiting = false
    const line = parseFloat(getComputedStyle(document.documentElement).scrollPaddingTop) + 8
    const isAtEnd = scrollY > 0 && scrollY + innerHeight >= document.documentElement.scrollHeight - 2
    // At the end of the page, a heading that was chosen cannot come up to the line.
    const chosen = isAtEnd && headings.find((heading) => heading.matches(':target'))
    const visible = chosen && chosen.getBoundingClientRect().top < innerHeight && chosen.getBoundingClientRect().top > 0
    const current = visible ? chosen : headings.findLast((heading) => heading.getBoundingClientRect().top <= line)
    if (current === shown) return
    shown = current
    document.dispatchEvent(new CustomEvent('docprism:heading', {detail: current?.id ?? ''}))
  }
  const lookSoon = () => {
    if (!waiting) requestAnimationFrame(look)
    waiting = true
  }
  addEventListener('scroll', lookSoon, {passive: true})
  addEventListener('resize', lookSoon)
  // When all scripts of the theme listen.
  queueMicrotask(lookSoon)
})()
