// The announcement can be closed. What was closed is remembered by its text: `scheme.js` hides it before the first paint.
;(() => {
  const bar = document.querySelector('.dp-announcement')
  const close = bar?.querySelector('button')
  if (!close) return
  close.addEventListener('click', () => {
    try {
      localStorage.setItem('docprism-announcement', bar.dataset.id)
    } catch {
      // It then comes back with the next page.
    }
    bar.remove()
  })
})()
