// A picture that is shown smaller than it is opens in its own size.
;(() => {
  const images = document.querySelectorAll('.dp-article img:not(a *, button *, .twemoji, .emojione, .gemoji, .no-zoom, .off-glb)')
  if (images.length === 0) return
  const words = document.currentScript.dataset

  const captionOf = (image) => {
    const caption = image.closest('figure')?.querySelector('figcaption')?.cloneNode(true)
    caption?.querySelectorAll('[id]').forEach((named) => named.removeAttribute('id'))
    return caption
  }
  const open = (image) => {
    const dialog = document.createElement('dialog')
    dialog.className = 'dp-zoom'
    dialog.setAttribute('aria-label', image.alt || words.zoom)
    const close = document.createElement('button')
    close.type = 'button'
    close.className = 'dp-close'
    close.setAttribute('aria-label', words.close)
    const figure = document.createElement('figure')
    const picture = document.createElement('img')
    picture.src = image.currentSrc || image.src
    picture.alt = image.alt
    const frame = document.createElement('div')
    frame.append(picture)
    figure.append(frame, captionOf(image) ?? '')
    dialog.append(close, figure)
    document.body.append(dialog)
    // Where the window shows it hardly larger than the page did, it comes in full and can be moved about.
    const scale = Math.min(innerWidth / image.naturalWidth, innerHeight / image.naturalHeight, 1)
    picture.classList.toggle('dp-full', scale * image.naturalWidth < image.clientWidth * 1.2)
    picture.addEventListener('click', () => picture.classList.toggle('dp-full'))
    dialog.addEventListener('click', ({target}) => {
      if (target !== picture && !target.closest('figcaption')) dialog.close()
    })
    dialog.addEventListener('close', () => dialog.remove())
    dialog.showModal()
  }

  const observer = new ResizeObserver((entries) => {
    for (const {target: image} of entries) {
      const {clientWidth, naturalWidth} = image
      const isSmall = clientWidth >= 48 && naturalWidth > clientWidth * 1.1
      if (isSmall === image.classList.contains('dp-zoomable')) continue
      image.classList.toggle('dp-zoomable', isSmall)
      if (isSmall) {
        image.tabIndex = 0
        image.setAttribute('role', 'button')
        image.setAttribute('aria-haspopup', 'dialog')
        image.setAttribute('aria-label', image.alt ? `${words.zoom}: ${image.alt}` : words.zoom)
      } else {
        for (const name of ['tabindex', 'role', 'aria-haspopup', 'aria-label']) image.removeAttribute(name)
      }
    }
  })
  for (const image of images) {
    observer.observe(image)
    image.addEventListener('click', () => image.matches('.dp-zoomable') && open(image))
    image.addEventListener('keydown', (event) => {
      if ((event.key !== 'Enter' && event.key !== ' ') || !image.matches('.dp-zoomable')) return
      event.preventDefault()
      open(image)
    })
  }
})()
