import {z} from 'zod'
import type {FrontMatterRule, ValueSchema} from '../core/front-matter-rule.ts'
import {valueTypes} from '../core/front-matter-rule.ts'

const type = z.enum(valueTypes, {error: `one of ${valueTypes.map((name) => `\`${name}\``).join(', ')}`})
const count = z.int({error: 'a whole number'}).min(0, {error: 'a number that is not negative'})
const number = z.number({error: 'a number'})
const keys = z.array(z.string({error: 'a key'}), {error: 'a list of keys'})

const pattern = z.string({error: 'a regular expression'}).refine(isPattern, {error: 'a regular expression'})

const shape = {
  type: z
    .union([type, z.array(type)], {error: `\`${valueTypes.join('`, `')}\`, or a list of these`})
    .optional()
    .describe('Kind of value, or several'),
  enum: z
    .array(z.union([z.string(), z.number(), z.boolean(), z.null()], {error: 'a text, a number, `true` or `false`'}), {
      error: 'a list of values',
    })
    .optional()
    .describe('Values to choose from'),
  pattern: pattern.optional().describe('Regular expression that a text has to match somewhere'),
  format: z.literal('date', {error: '`date`'}).optional().describe('`date`: a text such as `2026-01-31`'),
  minLength: count.optional().describe('Fewest characters of a text'),
  maxLength: count.optional().describe('Most characters of a text'),
  minimum: number.optional().describe('Smallest number'),
  maximum: number.optional().describe('Largest number'),
  minItems: count.optional().describe('Fewest entries of a list'),
  maxItems: count.optional().describe('Most entries of a list'),
  required: keys.optional().describe('Keys that have to be there'),
  additionalProperties: z.boolean({error: '`true` or `false`'}).optional().describe('`false`: no other keys'),
  get items() {
    return valueSchema.optional().describe('What every entry of a list has to be like')
  },
  get properties() {
    return z
      .record(z.string(), valueSchema, {error: 'a map from key to what its value has to be like'})
      .optional()
      .describe('What values have to be like, by key')
  },
}

const error = 'a map of words of JSON Schema, such as `type`, `enum`, `pattern`'

const valueSchema: z.ZodType<ValueSchema> = z
  .strictObject(shape, {error})
  .meta({id: 'FrontMatterValue', description: 'The part of JSON Schema that front matter needs'})

/** What the configuration may say of front matter. */
export const frontMatterSchema = z.array(
  z.strictObject(
    {
      paths: z
        .array(z.string({error: 'a pattern such as `zh/changelog/**`'}), {error: 'a list of patterns'})
        .optional()
        .describe('Patterns of paths from the content folder; left out: every page'),
      required: keys.optional().describe('Keys that have to be there'),
      properties: z
        .record(z.string(), valueSchema, {error: 'a map from key to what its value has to be like'})
        .optional()
        .describe('What values have to be like, by key'),
      additionalProperties: z.boolean({error: '`true` or `false`'}).optional().describe('`false`: no other keys'),
    },
    {error: 'a map with `required`, `properties` and `paths`'},
  ),
  {error: 'a list of maps with `required`, `properties` and `paths`'},
)

/** Rules about front matter, each with its paths beside its schema. */
export function resolveFrontMatter(config: z.output<typeof frontMatterSchema>): readonly FrontMatterRule[] {
  return config.map(({paths, ...schema}) => ({paths, schema: {type: 'object', ...schema}}))
}

function isPattern(text: string): boolean {
  try {
    return new RegExp(text, 'u') instanceof RegExp
  } catch {
    return false
  }
}
