// A button on each code block that copies its text.
;(() => {
  const words = document.currentScript.dataset

  const textOf = (code) => {
    const copy = code.cloneNode(true)
    const extras = copy.querySelectorAll('.annotation, [hidden]')
    extras.forEach((extra) => extra.remove())
    // Blanks before an annotation would end a line that goes on with a backslash.
    const text = extras.length > 0 ? copy.textContent.replace(/[ \t]+$/gm, '') : copy.textContent
    return text.replace(/\n$/, '')
  }

  const addCopyButton = (block) => {
    const code = block.querySelector('pre > code')
    if (!code || block.closest('.no-copy')) return
    const button = document.createElement('button')
    button.type = 'button'
    button.className = 'dp-copy'
    button.setAttribute('aria-label', words.copy)
    button.addEventListener('click', async () => {
      try {
        await navigator.clipboard.writeText(textOf(code))
      } catch {
        getSelection().selectAllChildren(code)
        return
      }
      button.classList.add('dp-copied')
      button.setAttribute('aria-label', words.copied)
      setTimeout(() => {
        button.classList.remove('dp-copied')
        button.setAttribute('aria-label', words.copy)
      }, 2000)
    })
    block.append(button)
  }
  document.querySelectorAll('.dp-article .highlight').forEach(addCopyButton)
})()
