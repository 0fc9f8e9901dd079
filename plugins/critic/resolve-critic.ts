import {splice} from 'micromark-util-chunked'
import {resolveAll} from 'micromark-util-resolve-all'
import type {Event, Token, TokenizeContext, TokenType} from 'micromark-util-types'
import type {CriticKind} from './critic-kinds.ts'
import {kindOfMarker} from './critic-kinds.ts'

interface Group {
  readonly kind: CriticKind
  /** Indexes of the `enter` events of the markers. */
  readonly open: number
  readonly arrow: number | undefined
  readonly close: number
}

const spanTypes = {insertion: 'criticInsertion', deletion: 'criticDeletion', highlight: 'criticHighlight'} as const

/** Turns critic markers into spans, and those that pair with nothing into text. */
export function resolveCritic(events: Event[], context: TokenizeContext): Event[] {
  if (!events.some(([, {type}]) => isPending(type))) return events
  const result: Event[] = []
  let at = 0
  for (const group of findGroups(events, context)) {
    append(result, asText(events.slice(at, group.open)))
    append(result, groupEvents(events, group, context))
    at = group.close + 2
  }
  append(result, asText(events.slice(at)))
  // micromark holds on to the array, so the events are replaced in it.
  splice(events, 0, events.length, result)
  return events
}

/** The outermost groups: what opens first is closed by the first marker that can. */
function findGroups(events: readonly Event[], context: TokenizeContext): Group[] {
  const groups: Group[] = []
  const opened = new Map<CriticKind, {index: number; arrow: number | undefined}>()
  for (const [index, [way, token]] of events.entries()) {
    if (way === 'exit') continue
    if (token.type === 'criticArrow') {
      const substitution = opened.get('substitution')
      if (substitution) substitution.arrow ??= index
      continue
    }
    const kind = isPending(token.type) ? kindOfMarker.get(context.sliceSerialize(token)) : undefined
    if (!kind) continue
    const open = opened.get(kind)
    if (token.type === 'criticOpen') {
      if (!open) opened.set(kind, {index, arrow: undefined})
      continue
    }
    if (!open) continue
    opened.delete(kind)
    if (kind === 'substitution' && open.arrow === undefined) continue
    while ((groups.at(-1)?.open ?? -1) > open.index) groups.pop()
    groups.push({kind, open: open.index, arrow: open.arrow, close: index})
    for (const [other, {index: start}] of opened) {
      if (start > open.index) opened.delete(other)
    }
  }
  return groups
}

function groupEvents(events: readonly Event[], group: Group, context: TokenizeContext): Event[] {
  const {kind, open, arrow, close} = group
  const opening = events[open]?.[1]
  const closing = events[close]?.[1]
  if (!opening || !closing) return []
  if (kind === 'comment') return commentEvents([opening, closing], {content: events.slice(open + 2, close), context})
  if (kind !== 'substitution') {
    return spanEvents(spanTypes[kind], [opening, closing], {content: events.slice(open + 2, close), context})
  }
  const middle = arrow === undefined ? undefined : events[arrow]?.[1]
  if (arrow === undefined || !middle) return []
  const [deletion, insertion] = [events.slice(open + 2, arrow), events.slice(arrow + 2, close)]
  return [
    ...spanEvents('criticDeletion', [opening, middle], {content: deletion, context}),
    ...spanEvents('criticInsertion', [undefined, closing], {content: insertion, context}),
  ]
}

function spanEvents(
  type: TokenType,
  [opening, closing]: readonly [Token | undefined, Token],
  {content, context}: {content: Event[]; context: TokenizeContext},
): Event[] {
  const start = opening?.start ?? content[0]?.[1].start ?? closing.start
  const span: Token = {type, start: {...start}, end: {...closing.end}}
  return [
    ['enter', span, context],
    ...(opening ? markerEvents(opening, context) : []),
    ...resolveAll(context.parser.constructs.insideSpan.null ?? [], content, context),
    ...markerEvents(closing, context),
    ['exit', span, context],
  ]
}

/** A comment is text whatever it holds; its line endings stay tokens of their own, as micromark's chunks need them. */
function commentEvents(
  [opening, closing]: readonly [Token, Token],
  {content, context}: {content: readonly Event[]; context: TokenizeContext},
): Event[] {
  const span: Token = {type: 'criticComment', start: {...opening.start}, end: {...closing.end}}
  const inside: Event[] = []
  // The point behind a line ending is not yet one in the next chunk; that of the token that follows is.
  let start: Token['start'] | undefined = opening.end
  const addText = (end: Token['end']): void => {
    if (!start || end.offset === start.offset) return
    const text: Token = {type: 'criticCommentText', start: {...start}, end: {...end}}
    inside.push(['enter', text, context], ['exit', text, context])
  }
  for (const [way, token] of content) {
    if (way === 'exit') continue
    if (token.type !== 'lineEnding') {
      start ??= token.start
      continue
    }
    addText(token.start)
    inside.push(['enter', token, context], ['exit', token, context])
    start = undefined
  }
  addText(closing.start)
  return [
    ['enter', span, context],
    ...markerEvents(opening, context),
    ...inside,
    ...markerEvents(closing, context),
    ['exit', span, context],
  ]
}

function markerEvents(token: Token, context: TokenizeContext): Event[] {
  const marker: Token = {...token, type: 'criticMarker'}
  return [
    ['enter', marker, context],
    ['exit', marker, context],
  ]
}

function asText(events: Event[]): Event[] {
  for (const [, token] of events) {
    if (isPending(token.type)) token.type = 'data'
  }
  return events
}

function isPending(type: TokenType): boolean {
  return type === 'criticOpen' || type === 'criticClose' || type === 'criticArrow'
}

function append(result: Event[], events: readonly Event[]): void {
  for (const event of events) result.push(event)
}
