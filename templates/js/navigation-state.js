// Groups that a reader has opened stay open, and the nav stands where it stood, while the tab is open.
;(() => {
  const nav = document.querySelector('.dp-nav')
  if (!nav) return
  const groups = [...nav.querySelectorAll('details')]
  // The nav of every page has the same groups in the same order, or holds those on the way to the page only.
  const key = `docprism-nav ${document.querySelector('.dp-home')?.href} ${groups.length}`
  const state = {}
  try {
    Object.assign(state, JSON.parse(sessionStorage.getItem(key)))
  } catch {
    // Nothing is remembered, or nothing can be.
  }
  const remember = () => {
    state.open = groups.flatMap((group, index) => (group.open ? [index] : []))
    state.scroll = nav.scrollTop
    try {
      sessionStorage.setItem(key, JSON.stringify(state))
    } catch {
      // The state then lasts for this page only.
    }
  }
  for (const index of Array.isArray(state.open) ? state.open : []) if (groups[index]) groups[index].open = true
  const show = () => {
    if (nav.scrollHeight <= nav.clientHeight) return
    if (state.scroll) nav.scrollTop = state.scroll
    const current = nav.querySelector('[aria-current="page"]')?.getBoundingClientRect()
    const frame = nav.getBoundingClientRect()
    if (!current || (current.top >= frame.top && current.bottom <= frame.bottom)) return
    nav.scrollTop += current.top - frame.top - nav.clientHeight / 3
  }
  show()
  nav.addEventListener('toggle', (event) => event.target === nav && event.newState === 'open' && show())
  addEventListener('pagehide', remember)
})()
