import {nearest} from '../core/nearest.ts'

/**
 * What was found out about sets of names while links were resolved: the same for every page that asks, and for every
 * brand with the same set. Entries live as long as their set.
 */
export interface LinkMemory {
  /** Nearest name of a set by word; `undefined` where none is near. */
  readonly guesses: WeakMap<ReadonlySet<string>, Map<string, string | undefined>>
  /** Names of a set by their NFC form. */
  readonly normalized: WeakMap<ReadonlySet<string>, ReadonlyMap<string, string>>
}

/** A memory that knows nothing yet. */
export function createLinkMemory(): LinkMemory {
  return {guesses: new WeakMap(), normalized: new WeakMap()}
}

/** Nearest name of a set, see `nearest`. */
export function nearestName(word: string, names: ReadonlySet<string>, {guesses}: LinkMemory): string | undefined {
  const known = guesses.get(names) ?? new Map<string, string | undefined>()
  guesses.set(names, known)
  if (known.has(word)) return known.get(word)
  const guess = nearest(word, names)
  known.set(word, guess)
  return guess
}

/** Names of a set by their NFC form; of names that have one form, the last. */
export function byNormalForm(names: ReadonlySet<string>, {normalized}: LinkMemory): ReadonlyMap<string, string> {
  const known = normalized.get(names) ?? new Map([...names].map((name) => [name.normalize('NFC'), name] as const))
  normalized.set(names, known)
  return known
}
