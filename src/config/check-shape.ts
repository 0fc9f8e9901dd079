import {z} from 'zod'
import {siteSchema, type CheckedConfig} from './config-schema.ts'
import {describeValue, type ConfigPath, type Finding} from './finding.ts'
import {unknownName} from './unknown-name.ts'

type Issue = z.core.$ZodIssue

/** Deepest nesting of lists and maps that a configuration may have. */
const deepest = 64

/** The configuration when its shape is right, else what is wrong with it, in the order of the schema. */
export function checkShape(raw: unknown): {
  readonly config: CheckedConfig | undefined
  readonly findings: readonly Finding[]
} {
  // The schema is recursive: a list that holds itself, as a module can make one, would never end.
  if (isDeeperThan(raw, deepest)) {
    const message = `Found more than ${String(deepest)} levels of lists and maps, or one that holds itself`
    return {config: undefined, findings: [{path: [], at: 'value', message}]}
  }
  const result = siteSchema.safeParse(raw)
  if (result.success) return {config: result.data, findings: []}
  return {config: undefined, findings: result.error.issues.flatMap((issue) => explain(issue, [], raw))}
}

function isDeeperThan(value: unknown, levels: number): boolean {
  if (typeof value !== 'object' || value === null) return false
  if (levels === 0) return true
  return Object.values(value).some((item) => isDeeperThan(item, levels - 1))
}

function explain(issue: Issue, base: ConfigPath, raw: unknown): readonly Finding[] {
  const path = [...base, ...issue.path.map((part) => (typeof part === 'symbol' ? String(part) : part))]
  if (issue.code === 'unrecognized_keys') {
    const known = keysAt(siteSchema, path)
    return issue.keys.map((key) => ({path: [...path, key], at: 'key', ...unknownName('key', key, known)}))
  }
  const found = valueAt(raw, path)
  if (issue.code === 'invalid_union') {
    // The branch that fits the value itself and fails inside it says more than all of them together.
    const inside = issue.errors.filter((errors) => errors.every((error) => error.path.length > 0))
    const [only, ...more] = inside
    if (only && more.length === 0) return only.flatMap((error) => explain(error, path, raw))
  }
  const key = path.at(-1)
  if (found === undefined && typeof key === 'string') {
    return [{path: path.slice(0, -1), at: 'key', message: `Missing key \`${key}\`, expected ${issue.message}`}]
  }
  return [{path, at: 'value', message: `Found ${describeValue(found)}, expected ${issue.message}`}]
}

function valueAt(raw: unknown, path: ConfigPath): unknown {
  let value = raw
  for (const part of path) {
    if (typeof value !== 'object' || value === null) return undefined
    value = Object.entries(value).find(([name]) => name === String(part))?.[1]
  }
  return value
}

/** Keys that the schema knows at a path; empty where it takes any. */
function keysAt(schema: z.core.$ZodType, path: ConfigPath): readonly string[] {
  if (schema instanceof z.ZodOptional) return keysAt(schema.unwrap(), path)
  const [first, ...rest] = path
  if (schema instanceof z.ZodObject) {
    if (first === undefined) return Object.keys(schema.shape)
    const shape: Readonly<Record<string, z.core.$ZodType>> = schema.shape
    const next = shape[String(first)]
    return next ? keysAt(next, rest) : []
  }
  if (schema instanceof z.ZodArray && first !== undefined) return keysAt(schema.element, rest)
  return schema instanceof z.ZodRecord && first !== undefined ? keysAt(schema.valueType, rest) : []
}
