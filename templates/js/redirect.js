// Leads on before the page does by itself, and takes the anchor and the query along.
;(() => {
  const to = new URL(document.currentScript.dataset.to, location)
  if (!to.search) to.search = location.search
  if (!to.hash) to.hash = location.hash
  location.replace(to)
})()
