/** Values that can be made again, the most recently used of them, up to a weight. */
export interface HeldValues<Key, Value> {
  /** The value of a key; made when it is not held. */
  get(key: Key, make: () => {readonly value: Value; readonly weight: number}): Value
  /** Lets go of the value of a key. */
  forget(key: Key): void
}

/**
 * Holds values by key.
 *
 * @param limit  weight that all held values may have
 */
export function holdValues<Key, Value>(limit: number): HeldValues<Key, Value> {
  const held = new Map<Key, {readonly value: Value; readonly weight: number}>()
  let weight = 0
  return {
    get: (key, make) => {
      const known = held.get(key)
      const entry = known ?? make()
      // The order of a map is that of insertion, so what was used comes last.
      if (known) held.delete(key)
      else weight += entry.weight
      held.set(key, entry)
      for (const [oldest, {weight: freed}] of held) {
        if (weight <= limit || oldest === key) break
        held.delete(oldest)
        weight -= freed
      }
      return entry.value
    },
    forget: (key) => {
      weight -= held.get(key)?.weight ?? 0
      held.delete(key)
    },
  }
}

/**
 * Holds the last value of something that is made again and again: it is made anew when its version is another one.
 */
export function holdLast<Value>(): (version: string, make: () => Value) => Value {
  const held: {last?: {readonly version: string; readonly value: Value}} = {}
  return (version, make) => {
    if (held.last?.version !== version) held.last = {version, value: make()}
    return held.last.value
  }
}
