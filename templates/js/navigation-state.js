// Groups that a reader opens stay open, and the nav stands where it stood, while the tab is open.
;(() => {
  const nav = document.querySelector('.dp-nav')
  if (!nav) return
  const groups = [...nav.querySelectorAll('details')]
  // The nav of every page has the same groups in the same order, or holds those on the way to the page only.
  const key = `docprism-nav ${document.querySelector('.dp-home')?.href} ${groups.length}`
  const state = {open: [], scroll: 0}
  try {
    Object.assign(state, JSON.parse(sessionStorage.getItem(key)))
  } catch {
    // Nothing is remembered, or nothing can be.
  }
  for (const index of state.open) if (groups[index]) groups[index].open = true
  const show = () => {
    if (nav.scrollHeight <= nav.clientHeight) return
    nav.scrollTop = state.scroll
    const current = nav.querySelector('[aria-current="page"]')?.getBoundingClientRect()
    const frame = nav.getBoundingClientRect()
    if (!current || (current.top >= frame.top && current.bottom <= frame.bottom)) return
    nav.scrollTop += current.top - frame.top - nav.clientHeight / 3
  }
  show()
  nav.addEventListener('click', (event) => {
    const group = event.target.closest('summary')?.parentElement
    if (!group) return
    // The click has not yet opened it.
    const others = state.open.filter((index) => groups[index] !== group)
    state.open = group.open ? others : [...others, groups.indexOf(group)]
  })
  nav.addEventListener('toggle', (event) => {
    if (event.target === nav && event.newState === 'open') show()
  })
  addEventListener('pagehide', () => {
    state.scroll = nav.scrollTop
    try {
      sessionStorage.setItem(key, JSON.stringify(state))
    } catch {
      // The state then lasts for this page only.
    }
  })
})()
