// Proposes the pages whose addresses are nearest to the one that does not exist.
;(async () => {
  const {list, root} = document.currentScript.dataset
  const near = document.querySelector('.dp-near')
  const base = new URL(root, location)

  // A host may have one such page for all languages: the language of the address decides.
  const languages = [...document.querySelectorAll('.dp-languages a[hreflang]')]
    .filter(({href, pathname}) => location.href.startsWith(href) && pathname !== base.pathname)
    .map(({hreflang}) => hreflang)
  const answer = await fetch(languages.length > 0 ? list.replace(/[^/]+$/, `${languages[0]}.json`) : list)
  if (!answer.ok) return

  const plain = (path) =>
    decodeURI(path)
      .toLowerCase()
      .replace(/(?:index)?\.(?:html?|md)$/, '')
      .split(/[^\p{L}\p{N}]+/u)
      .filter(Boolean)
  const pairs = (words) => {
    const found = new Set()
    for (const word of words) {
      const padded = ` ${word} `
      for (let at = 0; at < padded.length - 1; at++) found.add(padded.slice(at, at + 2))
    }
    return found
  }
  const likeness = (one, other) => {
    const a = pairs(one)
    const b = pairs(other)
    let both = 0
    for (const pair of a) if (b.has(pair)) both++
    return (2 * both) / (a.size + b.size || 1)
  }

  const missing = plain(location.pathname.slice(base.pathname.length))
  if (missing.length === 0) return
  const rated = (await answer.json()).map(([url, title]) => {
    const words = plain(url)
    // The last part says most; the rest breaks ties.
    const rate = likeness(missing.slice(-1), words.slice(-1)) + 0.5 * likeness(missing, words)
    return {url, title, rate}
  })
  const best = rated.filter(({rate}) => rate > 0.6).sort((a, b) => b.rate - a.rate)
  for (const {url, title} of best.slice(0, 5)) {
    const link = document.createElement('a')
    link.href = new URL(url, base)
    link.textContent = title
    const item = document.createElement('li')
    item.append(link)
    near.querySelector('ul').append(item)
  }
  near.hidden = best.length === 0
})()
