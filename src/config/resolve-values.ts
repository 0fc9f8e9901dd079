import type {ValueNode, Values} from '../core/site.ts'

/** Both trees as one: maps are merged at every depth, anything else of `over` wins. */
export function mergeValues(under: Values, over: Values): Values {
  const merged = new Map<string, ValueNode>(Object.entries(under))
  for (const [name, value] of Object.entries(over)) {
    const below = merged.get(name)
    merged.set(name, isValueMap(value) && isValueMap(below) ? mergeValues(below, value) : value)
  }
  return Object.fromEntries(merged)
}

/** Who chooses, and among which locales. */
export interface LocaleChoice {
  readonly locale: string
  /** Locale to fall back to. */
  readonly defaultLocale: string
  /** Every locale tag of the site. */
  readonly tags: ReadonlySet<string>
}

/**
 * The values as one locale sees them: a map whose keys are all locale tags gives way to the entry of the locale,
 * else of the default locale, else to its first.
 */
export function chooseValues(values: Values, choice: LocaleChoice): Values {
  const chosen = Object.entries(values).map(([name, value]) => [name, chooseValue(value, choice)] as const)
  return Object.fromEntries(chosen)
}

function chooseValue(value: ValueNode, choice: LocaleChoice): ValueNode {
  if (isValueList(value)) return value.map((item) => chooseValue(item, choice))
  if (!isValueMap(value)) return value
  const entries = new Map(Object.entries(value))
  const [first] = entries.values()
  if (first === undefined || ![...entries.keys()].every((key) => choice.tags.has(key)))
    return chooseValues(value, choice)
  return chooseValue(entries.get(choice.locale) ?? entries.get(choice.defaultLocale) ?? first, choice)
}

function isValueList(value: ValueNode): value is readonly ValueNode[] {
  return Array.isArray(value)
}

function isValueMap(value: ValueNode | undefined): value is Values {
  return typeof value === 'object' && !Array.isArray(value)
}
