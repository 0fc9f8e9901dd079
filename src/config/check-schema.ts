import {z} from 'zod'
import type {CheckSettings} from '../core/check-settings.ts'
import {externalSchema, resolveExternal} from './external-schema.ts'
import {imageLimitsSchema, resolveImageLimits} from './image-limits-schema.ts'
import {rules, type RuleId} from '../core/rules.ts'
import {frontMatterSchema, resolveFrontMatter} from './front-matter-schema.ts'
import {glossarySchema} from './glossary-schema.ts'

const level = z.enum(['error', 'warning', 'info', 'off'], {error: '`error`, `warning`, `info` or `off`'})

// The configuration itself is read before anybody can say what becomes of its findings.
const ruleIds = (Object.keys(rules) as RuleId[]).filter((id) => !id.startsWith('config/'))

const shape = Object.fromEntries(ruleIds.map((id) => [id, level.optional()])) as Record<
  RuleId,
  z.ZodOptional<typeof level>
>
const levels = z.strictObject(shape, {
  error: 'a map from rule to `error`, `warning`, `info` or `off`',
})

const patterns = z.array(z.string({error: 'a pattern such as `zh/changelog/**`'}), {error: 'a list of patterns'})

const words = z.array(z.string({error: 'a string'}).min(1, {error: 'a word'}), {error: 'a list of words'})

const brandChecks = z
  .strictObject(
    {
      leak: z
        .strictObject(
          {
            values: words
              .optional()
              .describe('Names of the values that tell a brand from others; left out: names and addresses'),
            ignore: words.optional().describe('Texts that may stand in every edition'),
          },
          {error: 'a map with `values` and `ignore`'},
        )
        .optional(),
    },
    {error: 'a map with `leak`'},
  )
  .describe('Words of other brands')

/** What the configuration may say of the checks. */
export const checkSchema = z
  .strictObject(
    {
      rules: levels.optional().describe('Severity by rule; `off` leaves its findings out'),
      overrides: z
        .array(
          z.strictObject(
            {
              paths: patterns.optional().describe('Patterns of paths from the content folder; left out: every file'),
              brands: z
                .array(z.string({error: 'the id of a brand'}), {error: 'a list of brands'})
                .optional()
                .describe('Ids of brands; left out: every brand'),
              rules: levels.describe('Severity by rule for these files and brands'),
            },
            {error: 'a map with `paths`, `brands` and `rules`'},
          ),
          {error: 'a list of maps'},
        )
        .optional()
        .describe('Other severities for some files or brands; of several that fit, the last one counts'),
      external: externalSchema.optional(),
      images: imageLimitsSchema.optional().describe('How large image files may be'),
      translations: z
        .strictObject(
          {
            source: z
              .string({error: 'a locale tag'})
              .optional()
              .describe('Locale that is translated into the others; left out, the first of `locales`'),
            file: z
              .string({error: 'a file'})
              .optional()
              .describe('Record of what each translation was made from; left out, `docprism-translations.txt`'),
          },
          {error: 'a map with `source` and `file`'},
        )
        .optional()
        .describe('How translations are held against their source'),
      brands: brandChecks.optional(),
      glossary: glossarySchema.optional().describe('Words to use and not to use, by locale tag; `*` for all locales'),
      front_matter: frontMatterSchema
        .optional()
        .describe('What front matter has to be like; every entry that fits counts'),
    },
    {error: 'a map of settings of the checks'},
  )
  .meta({id: 'Check', description: 'Which findings matter, and what the checks need to know'})

/** Settings of the checks, what is left out filled in. */
export function resolveChecks(config: z.output<typeof checkSchema> | undefined): CheckSettings {
  const {rules: own = {}, overrides = [], brands, external, glossary, images, translations} = config ?? {}
  const frontMatter = config?.front_matter
  return {
    rules: own,
    overrides,
    brands,
    images: resolveImageLimits(images),
    translations,
    glossary,
    ...(external && {external: resolveExternal(external)}),
    ...(frontMatter && {frontMatter: resolveFrontMatter(frontMatter)}),
  }
}
