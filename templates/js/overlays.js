// A choice in an overlay of headings closes it; links to other pages do so by themselves.
;(() => {
  const toc = document.getElementById('dp-toc')
  toc?.addEventListener('click', (event) => {
    if ('popover' in toc && event.target.closest('a') && toc.matches(':popover-open')) toc.hidePopover()
  })
})()
