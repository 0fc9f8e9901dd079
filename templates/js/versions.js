// Without this, a choice leads to the same page of the other version, which may not have it.
;(() => {
  const {root, page, file} = document.currentScript.dataset
  const nav = document.getElementById('dp-versions')
  const button = document.querySelector('.dp-version')
  const shown = button.querySelector('span:not(.dp-unseen)')

  const isThere = async (url) => {
    try {
      return (await fetch(url, {method: 'HEAD'})).ok
    } catch {
      // Another host does not say: its own page for what is not there has to do.
      return undefined
    }
  }
  nav.addEventListener('click', async (event) => {
    const link = event.target.closest('a')
    if (!link || event.defaultPrevented || event.button || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey)
      return
    if (!location.protocol.startsWith('http')) return
    event.preventDefault()
    location.href = (await isThere(link.href)) === false ? link.dataset.home : link.href + location.hash
  })

  // The list as it was when the page was made is older than the one beside the site, as mike keeps it.
  const renew = (versions) => {
    const here = new URL(root, location)
    const own = here.pathname.split('/').at(-2)
    const items = versions.map(({version, title, aliases}) => {
      const link = document.createElement('a')
      link.textContent = title || version
      link.dataset.home = new URL(`../${encodeURIComponent(version)}/`, here)
      link.href = new URL(page, link.dataset.home)
      if (decodeURIComponent(own) === version || aliases?.includes(decodeURIComponent(own))) {
        link.setAttribute('aria-current', 'true')
        shown.textContent = link.textContent
      }
      const item = document.createElement('li')
      item.append(link)
      return item
    })
    nav.firstElementChild.replaceChildren(...items)
    shown.textContent ||= items[0]?.textContent ?? ''
    button.hidden = nav.hidden = items.length === 0
  }
  if (file && location.protocol.startsWith('http')) {
    fetch(file)
      .then((answer) => (answer.ok ? answer.json() : undefined))
      .then((versions) => Array.isArray(versions) && renew(versions))
      .catch(() => undefined)
  }
})()
