// Runs before the first paint, so that a remembered colour scheme does not flash.
;(() => {
  try {
    const scheme = localStorage.getItem('docprism-scheme')
    if (scheme === 'light' || scheme === 'dark') document.documentElement.dataset.scheme = scheme
  } catch {
    // Storage is closed to this page: it keeps the scheme it was written with.
  }
})()
