import {readTag} from '../lowering/html-tag.ts'
import {spaceClass} from '../slugs/python-text.ts'
import {insideSpan} from '../source-text/inside-span.ts'
import type {InlineRules} from './math-options.ts'

const space = new RegExp(`[${spaceClass}]`, 'u')
const templateTag = /\{\{[^{}]*\}\}|\{%[^{}]*%\}/g
const autolink = /<[A-Za-z][A-Za-z0-9+.-]{1,31}:[^\s<>]*>/y

/**
 * Makes the finder of inline formulas in one text: from the offset of a mark that opens one (`$` or `\(`) to the offset
 * behind the mark that closes it; `undefined` where the mark is text.
 *
 * The rules are those of pymdownx.arithmatex 11: a backslash escapes what follows, a formula is not empty, holds no bare
 * dollar sign between dollar signs and reaches over no code span. Beyond them, no mark counts inside `{{ … }}`,
 * `{% … %}`, an HTML tag, an address in angle brackets or the destination of a link. Calls must go forward; together
 * they are linear in the length of the text.
 *
 * @param text  the content of one paragraph, heading or cell, line endings `\n`
 */
export function makeInlineFinder(text: string, rules: InlineRules): (open: number) => number | undefined {
  const isCode = codeSpanTest(text)
  const isInTag = rangeTest(text)
  const findMarkup = markupFinder(text)
  // No formula between round marks that opens before this offset is closed.
  let unclosed = -1

  const scan = (open: number, close: '$' | '\\)'): number | undefined => {
    const start = open + close.length
    let brackets = 0
    let destination = 0
    let at = start
    const fail = (): number | undefined => {
      if (close === '\\)') unclosed = at
      return undefined
    }
    while (at < text.length) {
      if (text.startsWith(close, at)) {
        if (at === start || destination > 0 || isInTag(at)) return fail()
        if (close === '$' && rules.smart && space.test(text.charAt(at - 1))) return undefined
        return at + close.length
      }
      switch (text[at]) {
        case '\\':
          at += 2
          continue
        case '`': {
          const length = runLength(text, at)
          if (isCode(length, at + length)) return fail()
          at += length
          continue
        }
        case '<': {
          const end = findMarkup(at)
          if (end === undefined) break
          const mark = text.indexOf(close, at)
          if (mark !== -1 && mark < end) return fail()
          at = end
          continue
        }
        case '[':
          brackets++
          break
        case ']':
          if (text[at + 1] !== '(' || destination > 0) brackets = Math.max(0, brackets - 1)
          // A link that opened before the formula ends in it: the link is older.
          else if (brackets === 0) return fail()
          else {
            brackets--
            destination = 1
            at++
          }
          break
        case '(':
          if (destination > 0) destination++
          break
        case ')':
          if (destination > 0) destination--
          break
        default:
          if (destination > 0 && space.test(text.charAt(at))) destination = 0
      }
      at++
    }
    return fail()
  }

  return (open) => {
    if (isInTag(open)) return undefined
    if (text[open] === '\\')
      return rules.round && text[open + 1] === '(' && open >= unclosed ? scan(open, '\\)') : undefined
    if (!rules.dollar || text[open] !== '$' || (rules.smart && space.test(text.charAt(open + 1)))) return undefined
    return scan(open, '$')
  }
}

function runLength(text: string, at: number): number {
  let end = at
  while (text[end] === '`') end++
  return end - at
}

/** Whether a run of so many backticks, open before an offset, is closed behind it. */
function codeSpanTest(text: string): (length: number, from: number) => boolean {
  const last = new Map<number, number>()
  for (let at = text.indexOf('`'); at !== -1; at = text.indexOf('`', at)) {
    const length = runLength(text, at)
    last.set(length, at)
    at += length
  }
  return (length, from) => (last.get(length) ?? -1) >= from
}

/** Whether an offset lies in a tag of a template language. */
function rangeTest(text: string): (offset: number) => boolean {
  const ranges = Array.from(text.matchAll(templateTag), ({index, 0: found}) => [index, index + found.length] as const)
  return (offset) => insideSpan(ranges, offset)
}

/** End of the tag, comment or address in angle brackets that starts at an offset. */
function markupFinder(text: string): (at: number) => number | undefined {
  let commentEnd = 0
  return (at) => {
    if (text.startsWith('<!--', at)) {
      if (commentEnd !== -1 && commentEnd < at + 4) commentEnd = text.indexOf('-->', at + 4)
      return commentEnd === -1 ? undefined : commentEnd + 3
    }
    autolink.lastIndex = at
    return autolink.test(text) ? autolink.lastIndex : readTag(text, at)?.end
  }
}
