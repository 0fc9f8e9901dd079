import type {ValueNode, Values} from '../core/site.ts'

/** Name under which macros see the values of an edition. */
export const valuesName = 'custom_key'

/** One brand in the locale of the source, with its values. */
export interface MacroEdition {
  readonly brand: string
  /** BCP 47 tag. */
  readonly locale: string
  readonly values: Values
}

/** What macros of an edition can see: `custom_key`, `brand` and `locale`, and nothing else. */
export function visibleValues({brand, locale, values}: MacroEdition): Values {
  return {[valuesName]: values, brand, locale}
}

/** Own member of a value; text and lists have `length` and members by index. Nothing is ever inherited. */
export function memberOf(value: unknown, key: unknown): unknown {
  if (typeof key !== 'string' && typeof key !== 'number') return undefined
  if (typeof value === 'string') {
    if (key === 'length') return value.length
    return /^\d+$/.test(String(key)) ? value[Number(key)] : undefined
  }
  if (typeof value !== 'object' || value === null || !Object.hasOwn(value, key)) return undefined
  return Reflect.get(value, key)
}

/** Value of a dotted name; `undefined` when a part is missing. */
export function resolvePath(visible: unknown, parts: readonly string[]): unknown {
  return parts.reduce(memberOf, visible)
}

/** Text of a value that has one: text, numbers, `true` and `false`. */
export function scalarText(value: unknown): string | undefined {
  if (typeof value === 'string') return value
  return typeof value === 'number' || typeof value === 'boolean' ? String(value) : undefined
}

/**
 * Value of a look-up as text.
 *
 * @param values  values of the edition
 * @param name  as listed in `lookups`: `custom_key.brand_name`
 * @returns `undefined` when there is no such value, or when it is a group of values
 */
export function lookupValue(values: Values, name: string): string | undefined {
  return scalarText(resolvePath({[valuesName]: values}, name.split('.')))
}

/** Dotted names of everything that macros can see, groups included. */
export function visibleNames(visible: Values): readonly string[] {
  const names: string[] = []
  const visit = (value: ValueNode, name: string): void => {
    names.push(name)
    if (typeof value !== 'object') return
    for (const [key, inner] of Object.entries(value)) visit(inner, `${name}.${key}`)
  }
  for (const [key, value] of Object.entries(visible)) visit(value, key)
  return names
}
