// `data-scroll` of the root element says where the page is and which way it goes: `top`, `down` or `up`.
;(() => {
  const root = document.documentElement
  let before = scrollY
  let waiting = false
  const look = () => {
    waiting = false
    const now = Math.max(0, scrollY)
    const direction = now < innerHeight / 2 ? 'top' : now > before ? 'down' : 'up'
    // A finger that rests on the glass is no change of mind.
    if (direction !== 'top' && Math.abs(now - before) < 8) return
    before = now
    root.dataset.scroll = direction
  }
  addEventListener(
    'scroll',
    () => {
      if (!waiting) requestAnimationFrame(look)
      waiting = true
    },
    {passive: true},
  )
})()
