import {decodeNamedCharacterReference} from 'decode-named-character-reference'

/** Text with the way back: character by character, where it came from. */
export interface FoldedText {
  readonly text: string
  /** Where each unit came from in the original, and where that ends. */
  readonly starts: readonly number[]
  readonly ends: readonly number[]
}

const inlineElements =
  'a abbr acronym b bdi bdo big cite code data del dfn em font i ins kbd label mark q s samp small span strong sub sup time tt u var wbr'
const inline: ReadonlySet<string> = new Set(inlineElements.split(' '))
const reference = /&(?:#(?:[xX][0-9a-fA-F]{1,6}|\d{1,7})|[A-Za-z][A-Za-z0-9]{1,30});/g
const invisible = /[\u00AD\u180E\u200B-\u200D\u2060\uFEFF]/g

/** Whether text holds character references other than those that every writer of HTML needs. */
const rareReference = /&(?!(?:amp|lt|gt|quot|nbsp|#39);)[#A-Za-z]/

/** What a reader of HTML reads: without tags and invisible characters, references decoded; blocks stand on lines of their own. */
export function visibleText(html: string): string {
  let text = ''
  let at = 0
  for (;;) {
    const open = html.indexOf('<', at)
    if (open === -1) break
    const close = html.indexOf('>', open)
    if (close === -1) break
    text += html.slice(at, open)
    const name = html.charCodeAt(open + 1) === 47 ? open + 2 : open + 1
    if (!isInline(html, name, close)) text += '\n'
    at = close + 1
  }
  return plain(text + html.slice(at))
}

/** Text with its references decoded and its invisible characters left out; the text itself where it has none. */
export function plain(text: string): string {
  const decoded = text.includes('&') ? text.replaceAll(reference, decodeReference) : text
  return decoded.replaceAll(invisible, '')
}

/** Whether `plain` could find words that are not in the text as it is. */
export function isDisguised(text: string): boolean {
  return rareReference.test(text) || text.search(invisible) !== -1
}

/** Addresses in a text that are percent-encoded, decoded. */
export function decodedAddresses(text: string): readonly string[] {
  if (!/%[0-9a-fA-F]{2}/.test(text)) return []
  return (text.match(/[^\s"'<>]*%[0-9a-fA-F]{2}[^\s"'<>]*/g) ?? []).map(decodePercent)
}

/** Markdown as its reader could read it: without marks of emphasis, tags and invisible characters, references and percent-encoding decoded. */
export function foldMarkdown(source: string): FoldedText {
  const token =
    /<!--[^]*?-->|<\/?([A-Za-z][A-Za-z0-9-]*)(?:\s[^<>]*)?\/?>|&(?:#[xX]?[0-9a-fA-F]{1,7}|[A-Za-z][A-Za-z0-9]{1,30});|(?:%[0-9a-fA-F]{2})+|[*_~^=`]+|\\(?=[!-/:-@[-`{-~])|[\u00AD\u180E\u200B-\u200D\u2060\uFEFF]+/g
  let text = ''
  const starts: number[] = []
  const ends: number[] = []
  const add = (part: string, start: number, end: number): void => {
    const units = Array.from({length: part.length})
    starts.push(...units.map(() => start))
    ends.push(...units.map(() => end))
    text += part
  }
  let at = 0
  const copy = (end: number): void => {
    text += source.slice(at, end)
    for (; at < end; at++) {
      starts.push(at)
      ends.push(at + 1)
    }
  }
  for (const {0: found, 1: element, index} of source.matchAll(token)) {
    copy(index)
    at = index + found.length
    add(readToken(found, element), index, at)
  }
  copy(source.length)
  return {text, starts, ends}
}

function readToken(token: string, element: string | undefined): string {
  if (element !== undefined) return inline.has(element.toLowerCase()) ? '' : '\n'
  if (token.startsWith('&')) return token.replaceAll(reference, decodeReference).replaceAll(invisible, '')
  return token.startsWith('%') ? decodePercent(token) : ''
}

function decodeReference(written: string): string {
  const name = written.slice(1, -1)
  if (!name.startsWith('#')) {
    const decoded = decodeNamedCharacterReference(name)
    return decoded === false ? written : decoded
  }
  const code = /^#x/i.test(name) ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1))
  return code > 0 && code <= 0x10_ff_ff ? String.fromCodePoint(code) : written
}

function decodePercent(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}

function isInline(html: string, start: number, end: number): boolean {
  let stop = start
  while (stop < end && /[A-Za-z0-9-]/.test(html.charAt(stop))) stop++
  return inline.has(html.slice(start, stop).toLowerCase())
}
