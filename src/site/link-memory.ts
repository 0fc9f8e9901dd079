import {nearestAll} from '../core/nearest.ts'

/**
 * What was found out about sets of names while links were resolved: the same for every page that asks, and for every
 * brand with the same set. Entries live as long as their set.
 */
export interface LinkMemory {
  /** Nearest names of a set by word. */
  readonly guesses: WeakMap<ReadonlySet<string>, Map<string, readonly string[]>>
  /** Names of a set by their NFC form. */
  readonly normalized: WeakMap<ReadonlySet<string>, ReadonlyMap<string, string>>
}

/** A memory that knows nothing yet. */
export function createLinkMemory(): LinkMemory {
  return {guesses: new WeakMap(), normalized: new WeakMap()}
}

/** Nearest names of a set, see `nearestAll`. */
export function nearestNames(word: string, names: ReadonlySet<string>, {guesses}: LinkMemory): readonly string[] {
  const known = guesses.get(names) ?? new Map<string, readonly string[]>()
  guesses.set(names, known)
  const found = known.get(word) ?? nearestAll(word, names)
  known.set(word, found)
  return found
}

/** Names of a set by their NFC form; of names that have one form, the last. */
export function byNormalForm(names: ReadonlySet<string>, {normalized}: LinkMemory): ReadonlyMap<string, string> {
  const known = normalized.get(names) ?? new Map([...names].map((name) => [name.normalize('NFC'), name] as const))
  normalized.set(names, known)
  return known
}
