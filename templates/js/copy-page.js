// Turns the link to the Markdown of the page into a button that copies it. Where that fails, the link does its work.
;(() => {
  const link = document.querySelector('.dp-markdown > a')
  if (!link || !navigator.clipboard || typeof ClipboardItem === 'undefined') return
  const word = link.lastElementChild
  const copyWord = word.textContent
  link.classList.add('dp-copies')
  link.setAttribute('role', 'button')

  const copy = async () => {
    // Files cannot be fetched from a page that is a file itself.
    if (location.protocol === 'file:') throw new Error('no server')
    const text = fetch(link.href).then((answer) => {
      if (!answer.ok) throw new Error(answer.statusText)
      return answer.text()
    })
    // Given as a promise, so that the click still counts when the text has come.
    await navigator.clipboard.write([
      new ClipboardItem({'text/plain': text.then((markdown) => new Blob([markdown], {type: 'text/plain'}))}),
    ])
  }
  link.addEventListener('click', async (event) => {
    if (event.metaKey || event.ctrlKey || event.shiftKey) return
    event.preventDefault()
    try {
      await copy()
    } catch {
      location.assign(link.href)
      return
    }
    word.textContent = link.dataset.copied
    link.classList.add('dp-copied')
    setTimeout(() => {
      word.textContent = copyWord
      link.classList.remove('dp-copied')
    }, 2000)
  })
  link.addEventListener('keydown', (event) => {
    if (event.key !== ' ') return
    event.preventDefault()
    link.click()
  })
})()
