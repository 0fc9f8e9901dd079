// In the head, so that it runs before the scripts of the theme: keeps which elements came from the server, and the HTML of those
// that can be left alone as long as the server sends the same.
document.addEventListener('readystatechange', () => {
  if (document.readyState !== 'interactive') return
  const blocks = 'article > *, .dp-article :is(details, .tabbed-block, .admonition, li, section) > *, .highlight, nav'
  const served = new WeakMap()
  for (const element of document.body.querySelectorAll('*')) served.set(element, '')
  for (const block of document.body.querySelectorAll(blocks)) served.set(block, block.outerHTML)
  window.docprismServed = served
})
