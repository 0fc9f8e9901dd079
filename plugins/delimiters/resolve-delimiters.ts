import {splice} from 'micromark-util-chunked'
import {resolveAll} from 'micromark-util-resolve-all'
import type {Event, Point, Resolver, Token, TokenizeContext, TokenType} from 'micromark-util-types'
import type {DelimiterKind, DelimiterRule} from './delimiter-rules.ts'
import type {DelimiterPair} from './pair-delimiters.ts'
import {pairDelimiters} from './pair-delimiters.ts'

const spanTypes = {
  mark: 'markSpan',
  insert: 'insertSpan',
  superscript: 'superscriptSpan',
  delete: 'deleteSpan',
  subscript: 'subscriptSpan',
} as const satisfies Record<DelimiterKind, TokenType>

const pending = new Set<TokenType>(['delimiterSequence', 'spaceEscape', 'escapableSpace'])

/** Makes the resolver that turns delimiter sequences into spans, and those that pair with nothing into text. */
export function delimiterResolver(rules: ReadonlyMap<number, DelimiterRule>): Resolver {
  return (events, context) => {
    if (!events.some(([, token]) => pending.has(token.type))) return events
    const result: Event[] = []
    let at = 0
    for (const pair of pairDelimiters(events, context, rules)) {
      append(result, asText(events.slice(at, pair.open)))
      append(result, spanEvents(events, pair, context))
      at = pair.close + 2
    }
    append(result, asText(events.slice(at)))
    // micromark holds on to the array, so the events are replaced in it.
    splice(events, 0, events.length, result)
    return events
  }
}

function spanEvents(events: readonly Event[], pair: DelimiterPair, context: TokenizeContext): Event[] {
  const {kind, open, close, width, opensInner, closesInner} = pair
  const result: Event[] = []
  const opening = events[open]?.[1]
  const closing = events[close]?.[1]
  if (!opening || !closing) return result
  const inner: Event[] = []
  let opener = opening
  if (size(opening) > width) {
    const [left, right] = split(opening, opensInner ? width : size(opening) - width)
    opener = opensInner ? left : right
    pushToken(opensInner ? inner : result, opensInner ? {...right, _afterWord: false} : textToken(left), context)
  }
  append(inner, events.slice(open + 2, close))
  let closer = closing
  if (size(closing) > width) {
    // The end of a longer run closes; what precedes it belongs to the text inside.
    const [left, right] = split(closing, size(closing) - width)
    closer = right
    pushToken(inner, closesInner ? {...left, _beforeWord: false} : textToken(left), context)
  }
  if (kind === 'superscript' || kind === 'subscript') keepEscapedSpaces(inner)

  const span: Token = {type: spanTypes[kind], start: {...opener.start}, end: {...closer.end}}
  result.push(['enter', span, context])
  pushToken(result, {...opener, type: 'delimiterMarker'}, context)
  append(result, resolveAll(context.parser.constructs.insideSpan.null ?? [], inner, context))
  pushToken(result, {...closer, type: 'delimiterMarker'}, context)
  result.push(['exit', span, context])
  return result
}

function append(result: Event[], events: readonly Event[]): void {
  for (const event of events) result.push(event)
}

function keepEscapedSpaces(events: readonly Event[]): void {
  for (const [, token] of events) {
    if (token.type === 'spaceEscape') token.type = 'escapedSpaceMarker'
    else if (token.type === 'escapableSpace') token.type = 'escapedSpace'
  }
}

function pushToken(events: Event[], token: Token, context: TokenizeContext): void {
  events.push(['enter', token, context], ['exit', token, context])
}

function textToken(token: Token): Token {
  return {...token, type: 'data'}
}

/** Makes text of what is still pending. */
function asText(events: Event[]): Event[] {
  for (const [, token] of events) {
    if (pending.has(token.type)) token.type = 'data'
  }
  return events
}

function size(token: Token): number {
  return token.end.offset - token.start.offset
}

/** Two tokens made of one, the first `length` characters long. */
function split(token: Token, length: number): [Token, Token] {
  const {start} = token
  const middle: Point = {
    ...start,
    column: start.column + length,
    offset: start.offset + length,
    _bufferIndex: start._bufferIndex + length,
  }
  return [
    {...token, end: middle},
    {...token, start: {...middle}},
  ]
}
