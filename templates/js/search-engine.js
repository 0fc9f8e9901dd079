// Finds words in the pages of an edition. There is no index but the text itself: looking through a million characters
// takes a millisecond or two, and finds parts of words in every script, exactly.
;(() => {
  /** Shares of the text; each has all headings and all texts of its sections in one string. */
  const shards = []
  const pages = []
  let counts

  // As long as the text itself, so that a place in one is a place in the other.
  const fold = (text) =>
    text
      .replace(/\u0130/g, 'i')
      .toLowerCase()
      .replace(/[\u00C0-\u024F\u1E00-\u1EFF\uFF01-\uFF5E]/g, (letter) => letter.normalize('NFKD').charAt(0))

  // Letters from here on are of scripts that write no spaces: every place in them can start a word.
  const spaceless = 0x2e80
  const isWord = (code) =>
    code < 128
      ? (code > 96 && code < 123) || (code > 47 && code < 58)
      : code >= 0xaa && code < spaceless && /[\p{L}\p{N}\p{M}]/u.test(String.fromCharCode(code))
  const isLatin = (term) => term.charCodeAt(0) < spaceless

  const join = (parts) => {
    const starts = []
    let length = 0
    for (const part of parts) {
      starts.push(length)
      length += part.length + 1
    }
    return {text: fold(parts.join('\n')), starts}
  }

  /** Takes pages as `[address, title, sections, boost]`, sections as `[heading, anchor, text]`. */
  const take = (taken) => {
    const sections = []
    for (const [url, title, parts, boost = 1] of taken) {
      const page = {url, title, boost, folded: fold(title), sections: []}
      pages.push(page)
      for (const [heading, anchor, text] of parts) {
        const section = {page, heading, anchor, text, folded: fold(heading)}
        page.sections.push(section)
        sections.push(section)
      }
    }
    const heads = join(sections.map(({page, heading, anchor}) => (anchor === '' ? page.title : heading)))
    shards.push({sections, heads, texts: join(sections.map(({text}) => text))})
    counts = undefined
  }

  /** How well a term stands at a place: a whole word, the start of one, or inside of one. */
  const quality = (text, at, term) => {
    if (isWord(text.charCodeAt(at - 1)) && isWord(term.charCodeAt(0))) return term.length > 2 ? 0.1 : 0
    const end = at + term.length
    return isWord(text.charCodeAt(end)) && isWord(term.charCodeAt(term.length - 1)) ? 0.5 : 1
  }

  const eachHit = ({text, starts}, term, visit) => {
    let index = 0
    for (let at = text.indexOf(term); at !== -1; at = text.indexOf(term, at + term.length)) {
      while (starts[index + 1] <= at) index++
      const found = quality(text, at, term)
      if (found > 0) visit(index, found)
    }
  }

  /** Sections that have a term, and how much it tells about them. */
  const findTerm = (term) => {
    const found = new Map()
    const entry = (section) => {
      let hit = found.get(section)
      if (!hit) found.set(section, (hit = {text: 0, head: 0}))
      return hit
    }
    let best = 0
    let total = 0
    let length = 0
    for (const {sections, heads, texts} of shards) {
      total += sections.length
      length += texts.text.length
      eachHit(texts, term, (index, value) => {
        entry(sections[index]).text += value
        best = Math.max(best, value)
      })
      eachHit(heads, term, (index, value) => {
        const hit = entry(sections[index])
        hit.head = Math.max(hit.head, value)
        best = Math.max(best, value)
      })
    }
    const rarity = Math.log(1 + (total - found.size + 0.5) / (found.size + 0.5))
    const scores = new Map()
    for (const [section, {text, head}] of found) {
      const size = 0.4 + (0.6 * section.text.length) / (length / total + 1)
      const name = section.anchor === '' ? section.page.folded : section.folded
      const share = 0.4 + 0.6 * Math.min(1, term.length / (name.length || 1))
      const weight = section.anchor === '' ? 6 : 3
      scores.set(section, rarity * ((text * 2.2) / (text + 1.2 * size) + weight * head * share))
    }
    return {term, scores, best}
  }

  const countWords = () => {
    counts = new Map()
    for (const {heads, texts} of shards) {
      for (const text of [heads.text, texts.text]) {
        for (const [word] of text.matchAll(/[a-z\u00DF-\u1FFF][a-z0-9\u00DF-\u1FFF]{2,}/g)) {
          counts.set(word, (counts.get(word) ?? 0) + 1)
        }
      }
    }
    return counts
  }

  /** Edits that lead from a term to a word or to its start: letters put in, left out, changed, or two of them swapped. */
  const distance = (term, word, most) => {
    let older = []
    let old = Array.from({length: word.length + 1}, (_, index) => index)
    for (let i = 1; i <= term.length; i++) {
      const row = [i]
      for (let j = 1; j <= word.length; j++) {
        const isSame = term[i - 1] === word[j - 1]
        let cost = Math.min(old[j] + 1, row[j - 1] + 1, old[j - 1] + (isSame ? 0 : 1))
        if (i > 1 && j > 1 && term[i - 1] === word[j - 2] && term[i - 2] === word[j - 1]) {
          cost = Math.min(cost, older[j - 2] + 1)
        }
        row.push(cost)
      }
      if (Math.min(...row) > most) return most + 1
      older = old
      old = row
    }
    // Half an edit more for a word that goes on: `mysq` is rather `mysql` than the start of `mysqldump`.
    return Math.min(old[word.length], Math.min(...old.slice(term.length - 1)) + 0.5)
  }

  const likeWords = (term) => {
    if (!isLatin(term) || term.length < 4) return []
    const most = term.length < 8 ? 1 : 2
    let least = most + 0.5
    let near = []
    for (const [word, count] of counts ?? countWords()) {
      // Hardly anybody mistakes the first letter, but for the second.
      const isNear = word[0] === term[0] || word[0] === term[1] || word[1] === term[0]
      if (!isNear || word.length < term.length - most) continue
      const edits = distance(term, word.slice(0, term.length + most + 1), most)
      if (edits < least) near = []
      if (edits > least) continue
      least = edits
      near.push([word, count])
    }
    return near
      .sort((a, b) => b[1] - a[1])
      .slice(0, 3)
      .map(([word]) => word)
  }

  const pairs = (term) => {
    const letters = [...term]
    return letters.slice(1).map((letter, index) => letters[index] + letter)
  }

  const termsOf = (query) => {
    const folded = fold(query.normalize('NFKC')).trim()
    const words = folded.split(/[^\p{L}\p{M}\p{N}_.+#@/:-]+/u).flatMap((word) =>
      // Where scripts meet, authors write spaces or not.
      [...word.matchAll(/[\u2E80-\u{3FFFF}]+|[^\u2E80-\u{3FFFF}]+/gu)].map(([part]) =>
        part.replace(/^[.:/-]+|[.:/-]+$/g, ''),
      ),
    )
    return {folded, terms: [...new Set(words.filter((word) => word !== ''))]}
  }

  /** What stands for a term: itself, else words like it, else its parts. */
  const findWays = (term) => {
    const own = findTerm(term)
    if (own.best >= 0.5) return {isLoose: false, found: [own]}
    const like = likeWords(term).map((word) => ({...findTerm(word), replaces: term}))
    if (like.length > 0) return {isLoose: false, found: like}
    if (own.best > 0) return {isLoose: false, found: [own]}
    const parts = isLatin(term) ? term.split(/[^\p{L}\p{N}]+/u) : pairs(term)
    const found = parts.filter((part) => part.length > 1 && part !== term).map(findTerm)
    return {isLoose: true, found: found.filter(({best}) => best > 0)}
  }

  /**
   * Pages that a query leads to, best first, each with its best sections first.
   *
   * A page has to have every word; where none has, those that have most of them are taken.
   */
  const search = (query) => {
    const {folded, terms} = termsOf(query)
    const ways = terms.map(findWays)
    const groups = ways.flatMap(({isLoose, found}) => (isLoose ? found.map((one) => [one]) : [found]))
    const hits = new Map()
    groups.forEach((group, index) => {
      for (const {scores, replaces} of group) {
        for (const [section, score] of scores) {
          let hit = hits.get(section.page)
          if (!hit) hits.set(section.page, (hit = {page: section.page, best: [], sections: new Map()}))
          const value = replaces === undefined ? score : score * 0.8
          hit.best[index] = Math.max(hit.best[index] ?? 0, value)
          hit.sections.set(section, (hit.sections.get(section) ?? 0) + value)
        }
      }
    })
    const phrase = terms.length > 1 ? findTerm(folded).scores : new Map()
    const results = []
    let most = 0
    for (const {page, best, sections} of hits.values()) {
      for (const [section, score] of sections) sections.set(section, score + (phrase.get(section) ?? 0) * 2)
      const ranked = [...sections].sort((a, b) => b[1] - a[1])
      const matched = best.filter((score) => score > 0).length
      most = Math.max(most, matched)
      const named = page.folded === folded ? 2 : page.folded.startsWith(folded) ? 1.3 : 1
      // Words may stand in different sections; the best one tells most.
      const spread = best.reduce((sum, score) => sum + (score ?? 0), 0)
      const score = (ranked[0][1] + spread * 0.5) * named * page.boost
      results.push({page, matched, score, sections: ranked.map(([section]) => section)})
    }
    const enough = Math.min(groups.length, Math.max(most, 1))
    const needed = enough < groups.length ? Math.ceil(enough * 0.7) : enough
    return {
      results: results
        .filter(({matched}) => matched >= needed)
        .sort((a, b) => b.matched - a.matched || b.score - a.score),
      words: [...new Set(ways.flatMap(({found}) => found.map(({term}) => term)))],
      replaced: ways.flatMap(({found}) => (found[0]?.replaces === undefined ? [] : [found[0].term])),
    }
  }

  /** Letters that complete a query: to a title, to a heading, or its last word to a frequent one. */
  const complete = (query) => {
    const folded = fold(query)
    if (folded.trim().length < 2) return ''
    let best = ''
    for (const {title, folded: name, sections} of pages) {
      if (name.startsWith(folded) && name.length > folded.length && (best === '' || title.length < best.length)) best = title
      if (best !== '') continue
      const heading = sections.find(({folded: own}) => own.startsWith(folded) && own.length > folded.length)
      if (heading) best = heading.heading
    }
    if (best !== '') return best.slice(query.length)
    const last = /[a-z\u00DF-\u1FFF][a-z0-9\u00DF-\u1FFF]+$/.exec(folded)?.[0] ?? ''
    if (last.length < 2) return ''
    let most = 0
    for (const [word, count] of counts ?? countWords()) {
      if (count > most && word.length > last.length && word.startsWith(last)) {
        most = count
        best = word
      }
    }
    return best.slice(last.length)
  }

  globalThis.docprismSearch = {take, search, complete, fold}
})()
