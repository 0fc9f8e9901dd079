import type {Event, Token} from 'micromark-util-types'

/**
 * Joins neighbouring `data` tokens, in place.
 *
 * micromark does so itself, but moves all later events for each pair, which takes quadratic time where a syntax
 * leaves many pieces of text behind.
 */
export function mergeData(events: Event[]): Event[] {
  let length = 0
  let merged: Token | undefined
  for (const event of events) {
    const [way, token] = event
    const last = events[length - 1]
    if (token === merged) continue
    if (token.type === 'data' && way === 'enter' && length > 0 && last?.[0] === 'exit' && last[1].type === 'data') {
      last[1].end = token.end
      merged = token
      continue
    }
    events[length] = event
    length++
  }
  events.length = length
  return events
}
