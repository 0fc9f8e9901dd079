/** The offset of a character that was not written as itself: from a character reference, or made by another syntax. */
export const nowhere = -1

/**
 * Where each unit of a text node stands in the source.
 *
 * Escapes, and what the containers of a paragraph put before each line, are in the source only. From the first unit that
 * cannot be found on, all are `nowhere`; so is what a character reference stands for.
 *
 * @param start  offset of the first unit, or of the white space before it
 * @param limit  offset behind what may be read
 */
export function alignText(value: string, source: string, {start, limit}: {start: number; limit: number}): number[] {
  const offsets: number[] = []
  let at = start
  for (let index = 0; index < value.length; index++) {
    const found = findUnit(value, index, {source, at, limit})
    if (!found) break
    for (let unit = 0; unit < found.units; unit++) offsets.push(found.offset)
    index += found.units - 1
    at = found.next
  }
  while (offsets.length < value.length) offsets.push(nowhere)
  return offsets
}

const reference = /&(?:#\d{1,7}|#x[\da-f]{1,6}|[a-z][a-z\d]{1,31});/iy

function findUnit(
  value: string,
  index: number,
  {source, at, limit}: {source: string; at: number; limit: number},
): {offset: number; units: number; next: number} | undefined {
  const wanted = value.charAt(index)
  for (let from = at; from < limit; from++) {
    const character = source.charAt(from)
    if (character === '\\' && wanted !== '\\' && source.charAt(from + 1) === wanted)
      return {offset: from + 1, units: 1, next: from + 2}
    if (character === '\\' && wanted === '\\')
      return {
        offset: from,
        units: 1,
        next: source.charAt(from + 1) === '\\' && value.charAt(index + 1) !== '\\' ? from + 2 : from + 1,
      }
    reference.lastIndex = from
    const whole = character === '&' ? reference.exec(source)?.[0] : undefined
    if (whole !== undefined && !value.startsWith(whole, index)) {
      // An astral character has two units; of a name that stands for more, the rest is not found and ends the search.
      const units = /[\uD800-\uDBFF]/.test(wanted) ? 2 : 1
      return {offset: nowhere, units, next: from + whole.length}
    }
    if (character === wanted) return {offset: from, units: 1, next: from + 1}
    if (!/[\s>]/.test(character)) return undefined
  }
  return undefined
}
