// Renders the formulas of a page that holds them as TeX. KaTeX is loaded before.
;(() => {
  // `\(…\)`, `\[…\]` and whatever else an option may put around them.
  const marks = [
    ['\\(', '\\)'],
    ['\\[', '\\]'],
    ['$$', '$$'],
    ['$', '$'],
  ]
  const texOf = (element) => {
    const script = element.querySelector('script[type^="math/tex"]')
    const text = (script ?? element).textContent.trim()
    const around = marks.find(([open, close]) => text.startsWith(open) && text.endsWith(close))
    return around && !script ? text.slice(around[0].length, -around[1].length) : text
  }
  const renderAll = () => {
    for (const element of document.querySelectorAll('.arithmatex:not(:has(.katex))')) {
      // What KaTeX cannot read stays, in red, with the reason in its title.
      window.katex?.render(texOf(element), element, {
        displayMode: element.localName === 'div' || element.querySelector('script[type*="mode=display"]') !== null,
        throwOnError: false,
        errorColor: getComputedStyle(document.documentElement).getPropertyValue('--dp-red'),
      })
    }
  }
  renderAll()
  document.addEventListener('docprism:update', renderAll)
})()
