/** A source of numbers that is the same in every run. */
export interface Random {
  /** At least 0, less than 1. */
  next(): number
  /** Whole number from `least` to `most`, both included. */
  integer(least: number, most: number): number
  /** Whether something that has this probability happens. */
  chance(probability: number): boolean
  /** @throws TypeError for an empty list */
  pick<Item>(items: readonly Item[]): Item
}

/** Makes a source of numbers from what it is for: the generator Mulberry32, seeded with the FNV-1a hash of the parts. */
export function createRandom(...seed: readonly (string | number)[]): Random {
  let state = hash(seed.join('\0'))
  const next = (): number => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
  return {
    next,
    integer: (least, most) => least + Math.floor(next() * (most - least + 1)),
    chance: (probability) => next() < probability,
    pick(items) {
      const item = items[Math.floor(next() * items.length)]
      if (item === undefined) throw new TypeError('there is nothing to pick from')
      return item
    },
  }
}

function hash(text: string): number {
  let value = 0x811c9dc5
  for (let index = 0; index < text.length; index++) value = Math.imul(value ^ text.charCodeAt(index), 0x01000193)
  return value
}
