// The button that switches between light and dark, remembered.
;(() => {
  const root = document.documentElement
  const remember = (scheme) => {
    try {
      localStorage.setItem('docprism-scheme', scheme)
    } catch {
      // The choice then lasts for this page only.
    }
  }

  const toggle = document.querySelector('.dp-scheme')
  if (toggle) {
    toggle.addEventListener('click', () => {
      const shown = root.dataset.scheme ?? (matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light')
      root.dataset.scheme = shown === 'dark' ? 'light' : 'dark'
      remember(root.dataset.scheme)
    })
  }
})()
