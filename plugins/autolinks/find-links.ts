/** A URL or an e-mail address in running text. */
export interface FoundLink {
  /** 0-based UTF-16 offset of its first unit. */
  readonly start: number
  /** Offset behind its last unit. */
  readonly end: number
  /** Destination: the text itself, or the text with `http://` or `mailto:` before it. */
  readonly url: string
  readonly kind: 'url' | 'www' | 'email'
}

const letterOrNumber = /[\p{L}\p{N}]/u
const word = /[\p{L}\p{N}_]/u
const urlStart = /(?:ht|f)tps?:\/\/|www\./gi
const urlUnit = /[\p{L}\p{N}_.?,!'(){}[\]/+&@%$#=:"|~;-]/u
const urlEnd = /[\p{L}\p{N}/#@$+=-]/u

// Vai letters count as ASCII letters in an address, so that they may stand for parts of it.
const addressUnit = /[a-z\d_+.\ua500-\ua58f-]/i
const domainUnit = /[a-z\d_.\ua500-\ua58f-]/i
const domainEnd = /[a-z\ua500-\ua58f]/i
const beforeAddress = /[a-z\d_+@/\ua500-\ua58f-]/i

/**
 * Links in running text, in order, not overlapping; what `pymdownx.magiclink` of pymdown-extensions 11 finds.
 *
 * - A URL starts with `http://`, `https://`, `ftp://`, `ftps://` or `www.`, not directly behind a letter or number of
 *   any script. Letters of any script belong to it, ASCII punctuation only where more of the URL follows; full-width
 *   punctuation ends it.
 * - An e-mail address is ASCII and neither part of it has two dots in a row.
 *
 * Linear in the length of the text.
 */
export function findLinks(text: string): FoundLink[] {
  if (!text.includes('://') && !text.includes('@') && !/www\./i.test(text)) return []
  const urls = findUrls(text)
  const gaps = [...urls, undefined].map((url, index) => {
    const from = urls[index - 1]?.end ?? 0
    const addresses = findAddresses(text, from, url?.start ?? text.length)
    return url ? [...addresses, url] : addresses
  })
  return gaps.flat()
}

function findUrls(text: string): FoundLink[] {
  const urls: FoundLink[] = []
  let from = 0
  for (const match of text.matchAll(urlStart)) {
    const start = match.index
    if (start < from || letterOrNumber.test(characterBefore(text, start))) continue
    const end = urlEndFrom(text, start + match[0].length)
    if (end === undefined) continue
    const written = text.slice(start, end)
    const www = match[0].toLowerCase() === 'www.'
    urls.push({start, end, url: www ? `http://${written}` : written, kind: www ? 'www' : 'url'})
    from = end
  }
  return urls
}

/** Offset behind the URL whose host starts at `host`; `undefined` where no host does, or none of two characters. */
function urlEndFrom(text: string, host: number): number | undefined {
  const first = characterAt(text, host)
  if (!letterOrNumber.test(first)) return undefined
  let end: number | undefined
  let at = host + first.length
  for (;;) {
    const character = characterAt(text, at)
    if (!urlUnit.test(character)) return end
    at += character.length
    if (urlEnd.test(character)) end = at
  }
}

/** Addresses between two offsets, where the text counts as starting and ending afresh. */
function findAddresses(text: string, from: number, to: number): FoundLink[] {
  const part = text.slice(from, to)
  const addresses: FoundLink[] = []
  // Behind the last address the text starts afresh; behind an `@` that belongs to none, no address can start.
  let fresh = 0
  let low = 0
  for (let at = part.indexOf('@'); at !== -1; at = part.indexOf('@', low)) {
    const start = addressStart(part, {fresh, low, at})
    const end = start === undefined ? undefined : addressEnd(part, at)
    low = end ?? at + 1
    if (start === undefined || end === undefined) continue
    const url = `mailto:${part.slice(start, end)}`
    addresses.push({start: from + start, end: from + end, url, kind: 'email'})
    fresh = end
  }
  return addresses
}

/** Leftmost offset that the local part before the `@` can start at. */
function addressStart(text: string, {fresh, low, at}: {fresh: number; low: number; at: number}): number | undefined {
  if (text[at - 1] === '.') return undefined
  let start: number | undefined
  for (let i = at - 1; i >= low && addressUnit.test(text.charAt(i)); i--) {
    const before = i === fresh ? '' : text.charAt(i - 1)
    if (text[i] !== '.') {
      if (!beforeAddress.test(before)) start = i
    } else if (before === '.') {
      break
    }
  }
  return start
}

/** Offset behind the domain that follows the `@`: it has a dot, and its last letter ends a word. */
function addressEnd(text: string, at: number): number | undefined {
  let dot: number | undefined
  let end = at + 1
  for (; domainUnit.test(text.charAt(end)); end++) {
    if (text[end] !== '.') continue
    if (end === at + 1 || text[end + 1] === '.') break
    dot ??= end
  }
  if (dot === undefined) return undefined
  for (; end > dot + 1; end--) {
    const next = characterAt(text, end)
    if (domainEnd.test(text.charAt(end - 1)) && !word.test(next) && next !== '-' && next !== '@') return end
  }
  return undefined
}

function characterAt(text: string, at: number): string {
  const point = text.codePointAt(at)
  return point === undefined ? '' : String.fromCodePoint(point)
}

function characterBefore(text: string, at: number): string {
  const point = at >= 2 ? text.codePointAt(at - 2) : undefined
  return point !== undefined && point > 0xffff ? String.fromCodePoint(point) : text.charAt(at - 1)
}
