/** Kinds of values, named as in JSON Schema. */
export const valueTypes = ['string', 'number', 'integer', 'boolean', 'array', 'object', 'null'] as const

/** What one value has to be like: the part of JSON Schema that front matter needs, with its names and its meaning. */
export interface ValueSchema {
  readonly type?: (typeof valueTypes)[number] | readonly (typeof valueTypes)[number][] | undefined
  readonly enum?: readonly (string | number | boolean | null)[] | undefined
  /** Regular expression that a text has to match somewhere. */
  readonly pattern?: string | undefined
  /** `date`: a text such as `2026-01-31`. */
  readonly format?: 'date' | undefined
  readonly minLength?: number | undefined
  readonly maxLength?: number | undefined
  readonly minimum?: number | undefined
  readonly maximum?: number | undefined
  readonly items?: ValueSchema | undefined
  readonly minItems?: number | undefined
  readonly maxItems?: number | undefined
  readonly required?: readonly string[] | undefined
  readonly properties?: Readonly<Record<string, ValueSchema>> | undefined
  readonly additionalProperties?: boolean | undefined
}

/** What the front matter of some pages has to be like. */
export interface FrontMatterRule {
  /** Patterns of paths from the content folder; left out: every page. */
  readonly paths?: readonly string[] | undefined
  readonly schema: ValueSchema
}
