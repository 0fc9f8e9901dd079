// Runs before the first paint, so that neither a remembered colour scheme nor a closed announcement flashes.
;(() => {
  try {
    const scheme = localStorage.getItem('docprism-scheme')
    if (scheme === 'light' || scheme === 'dark') document.documentElement.dataset.scheme = scheme
    const closed = localStorage.getItem('docprism-announcement')
    if (!/^[\da-z]+$/.test(closed ?? '')) return
    const sheet = new CSSStyleSheet()
    sheet.insertRule(`.dp-announcement[data-id='${closed}'] { display: none }`)
    document.adoptedStyleSheets.push(sheet)
  } catch {
    // Storage is closed to this page: it keeps the scheme it was written with.
  }
})()
