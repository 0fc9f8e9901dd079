// Fetches the page behind a link that a reader points at. Rules in a `speculationrules` script would need
// `inline-speculation-rules` in the Content-Security-Policy; a `link` needs nothing.
;(() => {
  const can = document.createElement('link').relList.supports?.('prefetch')
  if (!can || !location.protocol.startsWith('http') || navigator.connection?.saveData) return
  const known = new Set([location.href.split('#')[0]])
  const fetchAhead = (event) => {
    const link = event.target.closest?.('a[href]')
    if (!(link instanceof HTMLAnchorElement)) return
    const address = link.href.split('#')[0]
    if (known.has(address) || link.origin !== location.origin || link.hasAttribute('download')) return
    // Pages only: their addresses end with a slash.
    if (!link.pathname.endsWith('/') || link.search) return
    known.add(address)
    const hint = document.createElement('link')
    hint.rel = 'prefetch'
    hint.href = address
    document.head.append(hint)
  }
  for (const sign of ['pointerenter', 'touchstart', 'focusin']) {
    document.addEventListener(sign, fetchAhead, {passive: true, capture: true})
  }
})()
