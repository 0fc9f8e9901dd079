// Marks the words that led from the search to this page.
;(() => {
  const address = new URL(location.href)
  const words = (address.searchParams.get('h') ?? '').split(' ').filter((word) => word !== '')
  address.searchParams.delete('h')
  try {
    history.replaceState(history.state, '', address)
  } catch {
    // A page that was opened from a file keeps its address.
  }
  if (words.length === 0 || !globalThis.CSS?.highlights) return
  // Longer words first: a part of one is part of it. Lines end between letters of scripts that write no spaces.
  const patterns = words
    .sort((a, b) => b.length - a.length)
    .map((word) => {
      const letters = [...word].map((letter) => letter.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&'))
      if (word.charCodeAt(0) >= 0x2e80) return letters.join('\\n?')
      return word.length < 3 ? `(?<![\\p{L}\\p{N}])${letters.join('')}` : letters.join('')
    })
  const pattern = new RegExp(patterns.join('|'), 'giu')
  const ranges = []
  const walker = document.createTreeWalker(document.querySelector('.dp-article') ?? document.body, NodeFilter.SHOW_TEXT)
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    for (const match of node.data.matchAll(pattern)) {
      const range = new StaticRange({
        startContainer: node,
        startOffset: match.index,
        endContainer: node,
        endOffset: match.index + match[0].length,
      })
      ranges.push(range)
    }
  }
  CSS.highlights.set('dp-found', new Highlight(...ranges))
})()
