import type {ValueNode, Values} from '../core/site.ts'

/**
 * What was read of a tree of values: the way to it, how much of it, and what it was. `here` is text, a number or whether
 * there is a group or a list; `all` is everything below, too.
 */
export type Reading = readonly [way: readonly string[], depth: 'here' | 'all', found: string]

/** Values that write down what is read of them. */
export interface TrackedValues {
  readonly values: Values
  /** Each once. Who asks which names there are in a group has read all of it. */
  readings(): readonly Reading[]
}

/** Stands in for a tree of values and writes down what is read of it. */
export function trackValues(values: Values): TrackedValues {
  const readings = new Map<string, Reading>()
  const stands = new WeakMap<object, object>()
  const note = (way: readonly string[], depth: 'here' | 'all', value: unknown): void => {
    readings.set(JSON.stringify([way, depth]), [way, depth, describe[depth](value)])
  }
  const track = <Node extends object>(node: Node, way: readonly string[]): Node => {
    const known = stands.get(node)
    if (known) return known as Node
    const read = (key: string | symbol): void => {
      // What every list or group has by nature, such as the methods of lists, is no value.
      const isInherited = Reflect.has(node, key) && !Object.hasOwn(node, key)
      if (typeof key === 'string' && !isInherited) note([...way, key], 'here', Reflect.get(node, key))
    }
    const stand = new Proxy(node, {
      get: (_, key) => {
        read(key)
        const value: unknown = Reflect.get(node, key)
        return typeof value === 'object' && value !== null ? track(value, [...way, String(key)]) : value
      },
      has: (_, key) => {
        read(key)
        return Reflect.has(node, key)
      },
      getOwnPropertyDescriptor: (_, key) => {
        read(key)
        const descriptor = Reflect.getOwnPropertyDescriptor(node, key)
        const value: unknown = descriptor?.value
        if (!descriptor || typeof value !== 'object' || value === null || descriptor.configurable !== true)
          return descriptor
        return {...descriptor, value: track(value, [...way, String(key)])}
      },
      ownKeys: () => {
        note(way, 'all', node)
        return Reflect.ownKeys(node)
      },
    })
    stands.set(node, stand)
    return stand
  }
  return {values: track(values, []), readings: () => [...readings.values()]}
}

/** Whether values still hold what was read. */
export function holdReadings(values: Values, readings: readonly Reading[]): boolean {
  return readings.every(([way, depth, found]) => describe[depth](valueAt(values, way)) === found)
}

function valueAt(values: Values, way: readonly string[]): unknown {
  let value: ValueNode = values
  for (const key of way) {
    if (typeof value !== 'object' || !Object.hasOwn(value, key)) return undefined
    value = Reflect.get(value, key) as ValueNode
  }
  return value
}

const describe = {
  here: (value: unknown): string => {
    if (typeof value !== 'object') return jsonOf(value)
    return Array.isArray(value) ? `[${String(value.length)}]` : '{}'
  },
  all: jsonOf,
} as const

function jsonOf(value: unknown): string {
  return value === undefined ? '' : JSON.stringify(value)
}
