// What scrolls sideways can be reached by keyboard, and the box of a task is named by its text.
;(() => {
  const scrollers = document.querySelectorAll('.dp-article :is(table, pre, .arithmatex)')
  const mark = () => {
    for (const box of scrollers) {
      if (box.scrollWidth > box.clientWidth) box.tabIndex = 0
      else box.removeAttribute('tabindex')
    }
  }
  mark()
  addEventListener('resize', mark)
  for (const box of document.querySelectorAll('.task-list-item input[type="checkbox"]:not([aria-label])')) {
    const text = box.closest('p, li').cloneNode(true)
    for (const list of text.querySelectorAll('ul, ol')) list.remove()
    box.setAttribute('aria-label', text.textContent.trim())
  }
})()
