// A button on each code block that copies its text, or the lines that are chosen in it.
;(() => {
  const words = document.currentScript.dataset

  // As it was written, without the numbers of lines and annotations, and without the prompts of a console.
  const textOf = (part) => {
    const copy = part.cloneNode(true)
    const notes = copy.querySelectorAll('.annotation, [hidden]')
    for (const extra of [...notes, ...copy.querySelectorAll('.linenos, .tok-prompt')]) extra.remove()
    // Blanks before an annotation would end a line that goes on with a backslash.
    const text = notes.length > 0 ? copy.textContent.replace(/[ \t]+$/gm, '') : copy.textContent
    return text.replace(/\n$/, '')
  }

  // Browsers keep the clipboard from pages that came without encryption; this is how they let them copy.
  const copyAsEditor = (text) => {
    const area = document.createElement('textarea')
    area.value = text
    document.body.append(area)
    area.select()
    const done = document.execCommand('copy')
    area.remove()
    return done
  }

  const addCopy = (block, code) => {
    const button = document.createElement('button')
    button.type = 'button'
    button.className = 'dp-copy'
    button.setAttribute('aria-label', words.copy)
    button.addEventListener('click', async () => {
      const chosen = [...code.querySelectorAll(':scope > [aria-selected="true"]')]
      const text = (chosen.length > 0 ? chosen : [code]).map(textOf).join('\n')
      try {
        await navigator.clipboard.writeText(text)
      } catch {
        if (!copyAsEditor(text)) return getSelection().selectAllChildren(code)
        button.focus()
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

  const addAll = () => {
    for (const block of document.querySelectorAll('.dp-article .highlight:not(:has(> .dp-copy))')) {
      const code = block.querySelector('pre > code')
      if (code && !block.closest('.no-copy')) addCopy(block, code)
    }
  }
  addAll()
  document.addEventListener('docprism:update', addAll)
})()
