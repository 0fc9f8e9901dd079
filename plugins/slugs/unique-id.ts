/**
 * An id that `used` does not have, made from `id`, and added to `used`.
 *
 * As Python-Markdown 3.10: `x`, then `x_1`, `x_2`; an id that ends in `_N` counts on from there; an empty one becomes
 * `_1`. For many ids of one page take `makeIdRegistry`, which does not count from the start each time.
 */
export function uniqueId(id: string, used: Set<string>): string {
  let candidate = id
  while (candidate === '' || used.has(candidate)) candidate = nextId(candidate)
  used.add(candidate)
  return candidate
}

/**
 * Function that makes ids of one page unique, as `uniqueId` does, in linear time.
 *
 * @param taken  ids that the page has already, those given by the author
 */
export function makeIdRegistry(taken: Iterable<string> = []): (id: string) => string {
  const used = new Set(taken)
  // For an id that was found used: a later link of its chain, everything before which is used as well.
  const later = new Map<string, string>()
  return (id) => {
    const passed: string[] = []
    let candidate = id
    while (candidate === '' || used.has(candidate)) {
      passed.push(candidate)
      candidate = later.get(candidate) ?? nextId(candidate)
    }
    for (const one of passed) later.set(one, candidate)
    used.add(candidate)
    return candidate
  }
}

function nextId(id: string): string {
  const match = /^(.*)_([0-9]+)$/s.exec(id)
  if (!match) return `${id}_1`
  const [, base = '', digits = ''] = match
  // A number may be longer than a double can count.
  return `${base}_${String(digits.length < 15 ? Number(digits) + 1 : BigInt(digits) + 1n)}`
}
