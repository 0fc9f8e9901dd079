// Opens the search, and loads it when it is first asked for.
;(() => {
  const dialog = document.getElementById('dp-finder')
  const base = new URL('..', document.currentScript.src)
  const add = (element) =>
    new Promise((resolve, reject) => {
      element.onload = resolve
      element.onerror = reject
      document.head.append(element)
    })
  // Scripts that are added wait for each other, so that they run in this order.
  const addScript = (file) => add(Object.assign(document.createElement('script'), {src: new URL(file, base), async: false}))
  const addSheet = () =>
    add(Object.assign(document.createElement('link'), {rel: 'stylesheet', href: new URL('css/search.css', base)}))

  const address = new URL(location.href)
  if (address.searchParams.has('h')) {
    addSheet()
    addScript('js/search-highlight.js')
  }
  if (!dialog?.showModal) return

  let loaded
  const open = (query) => {
    loaded ??= Promise.all([addSheet(), addScript('js/search-engine.js'), addScript('js/search-dialog.js')])
    loaded.then(
      () => globalThis.docprismSearch.open(query),
      () => {
        loaded = undefined
      },
    )
  }

  for (const button of document.querySelectorAll('.dp-search')) {
    button.hidden = false
    button.addEventListener('click', () => open())
  }
  addEventListener('keydown', (event) => {
    const {key, altKey, ctrlKey, metaKey} = event
    const isTyping = event.target.closest?.('input, textarea, select, [contenteditable]')
    const isSlash = key === '/' && !altKey && !ctrlKey && !metaKey && !isTyping
    const isCommand = key.toLowerCase() === 'k' && (ctrlKey || metaKey) && !altKey && !event.shiftKey
    if (!isSlash && !isCommand) return
    event.preventDefault()
    if (dialog.open) dialog.close()
    else open()
  })
  const asked = address.searchParams.get('q')
  if (asked !== null) open(asked)
})()
