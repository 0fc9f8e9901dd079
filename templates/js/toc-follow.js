// The table of contents marks the heading that is read and keeps it in sight.
;(() => {
  const list = document.querySelector('.dp-toc, .dp-toc-in-nav')
  if (!list) return
  const frame = list.closest('.dp-nav') ?? list
  document.addEventListener('docprism:heading', ({detail}) => {
    for (const link of list.querySelectorAll('a')) {
      if (link.getAttribute('href') === `#${detail}` && detail !== '') link.setAttribute('aria-current', 'true')
      else link.removeAttribute('aria-current')
    }
    const place = list.querySelector('[aria-current]')?.getBoundingClientRect()
    const box = frame.getBoundingClientRect()
    if (!place) return
    if (place.top < box.top + 32) frame.scrollTop -= box.top + 32 - place.top
    if (place.bottom > box.bottom - 32) frame.scrollTop += place.bottom - box.bottom + 32
  })
})()
