import {basename, decodePath} from '../core/paths.ts'

/**
 * Name of an image file in some text, with the path before it: `img/a.png`, or one that is put together when it is needed:
 * `img/${name}.png`.
 */
export interface Mention {
  readonly written: string
  /** What it starts with, and ends with, for sure; all of it in both where nothing is open. */
  readonly before: string
  readonly after: string
}

const ending = /\.(?:apng|avif|bmp|gif|ico|jpe?g|png|svg|webp)(?![a-z0-9])/gi
/** Characters that a file name in a text ends at. */
export const nameBreak = /[\s"'`()<>=,;|[\]*]/
/** Longest name that is looked for, in UTF-16 units: a bound for text without a blank. */
const longestName = 512

/** Names of image files in a text, in order. Takes time in proportion to the length of the text. */
export function readMentions(text: string): readonly Mention[] {
  const mentions: Mention[] = []
  let before = 0
  for (const {
    0: {length},
    index,
  } of text.matchAll(ending)) {
    const end = index + length
    // Names do not overlap, so that each character is looked at once.
    mentions.push(toMention(text.slice(nameStart(text, index, Math.max(before, index - longestName)), end)))
    before = end
  }
  return mentions
}

/** Text with its HTML comments left out, and the text of these. */
export function splitComments(text: string): {readonly shown: string; readonly comments: string} {
  const shown: string[] = []
  const comments: string[] = []
  let from = 0
  for (;;) {
    const start = text.indexOf('<!--', from)
    const end = start === -1 ? -1 : text.indexOf('-->', start + 4)
    if (end === -1) return {shown: shown.join('') + text.slice(from), comments: comments.join('\n')}
    shown.push(text.slice(from, start))
    comments.push(text.slice(start + 4, end))
    from = end + 3
  }
}

function nameStart(text: string, dot: number, limit: number): number {
  let start = dot
  while (start > limit) {
    if (text.charAt(start - 1) === '>' && text.startsWith('>>>', start - 3)) {
      const open = text.slice(limit, start).lastIndexOf('<<<')
      if (open === -1) return start
      start = limit + open
    } else if (nameBreak.test(text.charAt(start - 1))) return start
    else start--
  }
  return start
}

function toMention(written: string): Mention {
  const open = written.search(/<<<|\$?\{/)
  const close = Math.max(endOf('>>>', written), endOf('}', written))
  const isWhole = open === -1 && close === 0 && !/(?:^|[/\\])\.[a-z]+$/i.test(written)
  if (isWhole) return {written, before: written, after: written}
  return {written, before: open === -1 ? '' : written.slice(0, open), after: written.slice(close)}
}

/** Offset behind the last occurrence of a word, 0 where there is none. */
function endOf(word: string, text: string): number {
  const at = text.lastIndexOf(word)
  return at === -1 ? 0 : at + word.length
}

/** Whether a mention can be one of a path. */
export function mayMean({before, after, written}: Mention, path: string): boolean {
  return before === written ? path === written : path.startsWith(before) && path.endsWith(after)
}

/** Last part of what a mention names; may be open like the mention itself. */
export function lastPart({written, before, after}: Mention): Mention {
  const name = (text: string): string => basename(decodePath(text.replaceAll('\\', '/')))
  if (before === written || after.includes('/')) return {written: name(after), before: name(after), after: name(after)}
  return {written: basename(written), before: name(before), after}
}
