import type {ValueSchema} from '../../core/front-matter-rule.ts'
import {nearest} from '../../core/nearest.ts'

/** One value, or one key, that is not as a schema asks. */
export interface ValueFault {
  /** Keys and indices of the value; for a key that is there and should not be, its own. */
  readonly path: readonly (string | number)[]
  /** Whether it is about the key and not about the value. */
  readonly isKey?: true
  readonly message: string
  readonly actual?: string
  readonly expected?: readonly string[]
}

/** A key that a schema asks for and that is not there is a fault of the map that lacks it. */
type Path = readonly (string | number)[]

/** Faults of a value, in the order of the schema; the rest of a value of the wrong type is not looked at. */
export function validateValue(value: unknown, schema: ValueSchema, path: Path = []): readonly ValueFault[] {
  const types = typeof schema.type === 'string' ? [schema.type] : schema.type
  const kind = kindOf(value)
  if (types && !types.some((type) => type === kind || (type === 'number' && kind === 'integer')))
    return [
      {
        path,
        message: `Invalid ${nameOf(path)}: expected ${types.map((type) => typeNames[type]).join(' or ')}, found ${typeNames[kind]}`,
      },
    ]
  return [
    ...enumFaults(value, schema, path),
    ...(typeof value === 'string' ? textFaults(value, schema, path) : []),
    ...(typeof value === 'number' ? numberFaults(value, schema, path) : []),
    ...(Array.isArray(value) ? listFaults(value, schema, path) : []),
    ...(kind === 'object' ? mapFaults(value as Readonly<Record<string, unknown>>, schema, path) : []),
  ]
}

const typeNames = {
  string: 'a text',
  number: 'a number',
  integer: 'a whole number',
  boolean: '`true` or `false`',
  array: 'a list',
  object: 'a map',
  null: 'nothing',
} as const

function kindOf(value: unknown): keyof typeof typeNames {
  if (value === null || value === undefined) return 'null'
  if (Array.isArray(value)) return 'array'
  if (typeof value === 'number') return Number.isInteger(value) ? 'integer' : 'number'
  if (typeof value === 'boolean') return 'boolean'
  return typeof value === 'object' ? 'object' : 'string'
}

function enumFaults(value: unknown, {enum: allowed}: ValueSchema, path: Path): readonly ValueFault[] {
  if (!allowed || allowed.includes(value as string)) return []
  const texts = allowed.map(String)
  const actual = typeof value === 'string' ? value : JSON.stringify(value)
  const near = nearest(actual, texts)
  const choice = texts.map((text) => `\`${text}\``).join(', ')
  const reason = near === undefined ? `expected one of ${choice}` : `did you mean \`${near}\``
  return [
    {
      path,
      message: `Unknown value \`${actual}\` of ${nameOf(path)}; ${reason}`,
      actual,
      expected: near === undefined ? texts : [near],
    },
  ]
}

function textFaults(value: string, schema: ValueSchema, path: Path): readonly ValueFault[] {
  const {pattern, format, minLength = 0, maxLength = Infinity} = schema
  const length = Array.from(value).length
  const fault = (message: string): ValueFault => ({path, message: `Invalid ${nameOf(path)}: ${message}`, actual: value})
  return [
    ...(pattern !== undefined && !new RegExp(pattern, 'u').test(value)
      ? [fault(`expected a text that matches \`${pattern}\``)]
      : []),
    ...(format === 'date' && !isDate(value) ? [fault('expected a date such as `2026-01-31`')] : []),
    ...(length < minLength ? [fault(`expected ${characters(minLength)} at least, found ${String(length)}`)] : []),
    ...(length > maxLength ? [fault(`expected ${characters(maxLength)} at most, found ${String(length)}`)] : []),
  ]
}

function characters(count: number): string {
  return count === 1 ? '1 character' : `${String(count)} characters`
}

function isDate(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false
  const date = new Date(`${text}T00:00:00Z`)
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text)
}

function numberFaults(
  value: number,
  {minimum = -Infinity, maximum = Infinity}: ValueSchema,
  path: Path,
): readonly ValueFault[] {
  if (value >= minimum && value <= maximum) return []
  const bound = value < minimum ? `${String(minimum)} at least` : `${String(maximum)} at most`
  return [{path, message: `Invalid ${nameOf(path)}: expected ${bound}, found \`${String(value)}\``}]
}

function listFaults(value: readonly unknown[], schema: ValueSchema, path: Path): readonly ValueFault[] {
  const {items, minItems = 0, maxItems = Infinity} = schema
  const entries = (count: number): string => (count === 1 ? '1 entry' : `${String(count)} entries`)
  const wrong =
    value.length < minItems
      ? `${entries(minItems)} at least`
      : value.length > maxItems
        ? `${entries(maxItems)} at most`
        : undefined
  return [
    ...(wrong === undefined
      ? []
      : [{path, message: `Invalid ${nameOf(path)}: expected ${wrong}, found ${String(value.length)}`}]),
    ...(items ? value.flatMap((item, index) => validateValue(item, items, [...path, index])) : []),
  ]
}

function mapFaults(map: Readonly<Record<string, unknown>>, schema: ValueSchema, path: Path): readonly ValueFault[] {
  const {required = [], properties = {}, additionalProperties = true} = schema
  const known = Object.keys(properties)
  const present = Object.keys(map)
  const unknown = additionalProperties ? [] : present.filter((key) => !known.includes(key))
  return [
    ...required
      .filter((key) => !present.includes(key))
      .map((key) => ({
        path,
        isKey: true as const,
        message: `Missing \`${[...path, key].join('.')}\` in the front matter`,
      })),
    ...unknown.map((key) => {
      const near = nearest(key, known)
      return {
        path: [...path, key],
        isKey: true as const,
        message: `Unknown key \`${[...path, key].join('.')}\` in the front matter${near === undefined ? '' : `; did you mean \`${near}\``}`,
        actual: key,
        ...(near !== undefined && {expected: [near]}),
      }
    }),
    ...known.flatMap((key) => {
      const inner = properties[key]
      return inner && present.includes(key) ? validateValue(map[key], inner, [...path, key]) : []
    }),
  ]
}

function nameOf(path: Path): string {
  // The place says which entry of a list it is.
  const named = path.slice(0, path.findLastIndex((part) => typeof part === 'string') + 1)
  return named.length === 0 ? 'front matter' : `\`${named.join('.')}\` in the front matter`
}
