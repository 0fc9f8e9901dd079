// The link beside a heading leads to it; a click copies its address, too, and says so.
;(() => {
  const words = document.currentScript.dataset
  const status = document.createElement('p')
  status.className = 'dp-status'
  status.setAttribute('role', 'status')
  let timer
  document.addEventListener('click', async (event) => {
    const link = event.target.closest?.('.dp-article .headerlink')
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return
    try {
      await navigator.clipboard.writeText(link.href)
    } catch {
      // The address is in the address bar.
      return
    }
    if (!status.isConnected) document.body.append(status)
    status.textContent = words.linkCopied
    clearTimeout(timer)
    timer = setTimeout(() => (status.textContent = ''), 2000)
  })
})()
