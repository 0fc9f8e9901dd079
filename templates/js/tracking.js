// The address follows the heading that is read, so that a copied address leads back to it.
;(() => {
  let isFirst = true
  document.addEventListener('docprism:heading', ({detail}) => {
    // The first heading is where the address led to.
    if (!isFirst || !location.hash) {
      history.replaceState(history.state, '', detail ? `#${encodeURIComponent(detail)}` : location.pathname + location.search)
    }
    isFirst = false
  })
})()
