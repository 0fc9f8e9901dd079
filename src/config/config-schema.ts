import {z} from 'zod'
import {admonitionsSchema} from './admonitions.ts'
import {checkSchema} from './check-schema.ts'
import type {NavEntry} from '../core/site.ts'
import type {ConfigValue} from './define-config.ts'
import {publishingKeys} from './publishing-schema.ts'
import {deliverySchema} from './delivery-schema.ts'
import {markdownExtensionsJsonSchema, slugifyJsonSchema} from './extensions-json-schema.ts'
import {themeSchema} from './theme-schema.ts'

// Every `error` is a noun phrase, what is expected: `checkShape` writes the sentence around it.

const text = z.string({error: 'a string'})
const flag = z.boolean({error: '`true` or `false`'})

const localizedText = z.union([text, z.record(z.string(), text, {error: 'a map from locale to string'})], {
  error: 'a string, or a map from locale to string',
})

const configValue: z.ZodType<ConfigValue> = z
  .lazy(() =>
    z.union([z.string(), z.number(), z.boolean(), z.array(configValue), z.record(z.string(), configValue)], {
      error: 'a string, a number, `true`, `false`, a list or a map',
    }),
  )
  .meta({
    id: 'Value',
    description: 'Text of the source, or a list or map of values; a map whose keys are all locale tags is a choice',
  })

const configValues = z.record(z.string(), configValue, {error: 'a map of values'})

const navTarget = 'the path of a page, an address, or a list of entries'
const navEntry: z.ZodType<NavEntry> = z
  .lazy(() =>
    z.union(
      [z.string(), z.record(z.string(), z.union([z.string(), z.null(), z.array(navEntry)], {error: navTarget}))],
      {error: 'the path of a page, or a map from a title to what it opens'},
    ),
  )
  .meta({
    id: 'NavEntry',
    description: 'The path of a page, a title with a path or an address, a title with a list of entries, or `...`',
  })
const nav = z.array(navEntry, {error: 'a list of nav entries'})

const folders = z.union([text, z.array(text, {error: 'a list of folders'})], {error: 'a folder, or a list of folders'})

const localeSchema = z
  .strictObject(
    {
      name: text.describe('Name in the language itself, for the language switch'),
      dir: z
        .enum(['ltr', 'rtl'], {error: '`ltr` or `rtl`'})
        .optional()
        .describe('Text direction; left out, it follows from the script of the language'),
    },
    {error: 'a map with `name`'},
  )
  .meta({id: 'Locale', description: 'A language of the site'})

const brandSchema = z
  .strictObject(
    {
      ...deliverySchema,
      offline: flag
        .optional()
        .describe('`true`: the site works from a folder, without a server and without the internet'),
      extends: z.string({error: 'the id of a brand'}).optional().describe('Brand to start from'),
      url: z
        .string({error: 'an absolute address, or `/`'})
        .optional()
        .meta({description: 'Absolute address of the site, or `/` when it has none', pattern: '^(https?://.+|/)$'}),
      locales: z
        .record(z.string(), z.string({error: 'a URL prefix such as `/` or `/en/`'}), {
          error: 'a map from locale to URL prefix',
        })
        .optional()
        .describe(
          'URL prefix of each locale the brand publishes; left out: all, the default at `/`, others at `/<tag>/`',
        ),
      default_locale: z
        .string({error: 'a locale tag'})
        .optional()
        .describe('Tag of the default locale; left out, the first of `locales`'),
      values: configValues.optional().describe('Macro values of the brand; they win over the shared ones'),
      theme: themeSchema.optional(),
      forbid: z
        .array(text, {error: 'a list of words'})
        .optional()
        .describe('Words that must not appear in the output of the brand'),
      robots: flag.optional().describe('`false` asks search engines to stay away'),
      external: flag.optional().describe('`false` says that the site must work without the internet'),
      title: localizedText.optional().describe('Site title of the brand; may hold macros'),
      description: localizedText.optional().describe('Site description of the brand; may hold macros'),
      copyright: localizedText.optional().describe('Footer text of the brand; may hold macros'),
      announcement: localizedText.optional().describe('Announcement of the brand; an empty text for none'),
      overrides: folders.optional().describe('Folders with templates that replace the theme’s, most specific first'),
      ...publishingKeys,
    },
    {error: 'a map of brand settings'},
  )
  .meta({id: 'Brand', description: 'A set of values, an address and a look of its own'})

const searchSchema = z
  .strictObject(
    {
      export: flag
        .optional()
        .describe('`true` writes the search records of each edition as JSON Lines for a search server, too'),
    },
    {error: 'a map with `export`'},
  )
  .meta({id: 'Search', description: 'What readers find, and who else gets it'})

/** Shape of the configuration as an author writes it. What goes beyond shape is checked by `resolveSite`. */
export const siteSchema = z
  .strictObject(
    {
      title: localizedText.optional().describe('Site title; may hold macros. Left out, the id of the brand'),
      description: localizedText.optional().describe('Site description; may hold macros'),
      copyright: localizedText.optional().describe('Footer text; may hold macros'),
      announcement: localizedText.optional().describe('Text of a bar above the header; may hold macros and links'),
      content: z
        .string({error: 'a folder'})
        .optional()
        .describe('Folder with one folder per locale; `content` unless given'),
      out: z.string({error: 'a folder'}).optional().describe('Folder for the generated sites; `dist` unless given'),
      locales: z
        .record(z.string(), localeSchema, {error: 'a map from locale tag to locale'})
        .describe('Languages by BCP 47 tag, which is also the name of the folder below the content folder'),
      brands: z
        .record(z.string(), brandSchema, {error: 'a map from id to brand'})
        .describe('Brands by id, which is also the name of the folder below the output folder'),
      values: configValues.optional().describe('Macro values that all brands share'),
      admonitions: admonitionsSchema.optional(),
      theme: themeSchema.optional().describe('Look of every brand; what a brand says itself wins'),
      nav: z
        .union([nav, z.record(z.string(), nav, {error: 'a map from locale to list'})], {
          error: 'a list of nav entries, or a map from locale to such a list',
        })
        .optional()
        .describe('Navigation, for all locales or for each; left out, `.pages` files and the folders decide'),
      ...deliverySchema,
      markdown: z
        .strictObject(
          {
            annotate_code: flag
              .optional()
              .describe('Annotate all code that an ordered list follows, as `content.code.annotate` of Material does'),
            slugify: z
              .unknown()
              .optional()
              .meta({description: 'How heading ids are made: short for `toc.slugify`', ...slugifyJsonSchema}),
            math: z
              .enum(['katex', 'tex'], {error: '`katex` or `tex`'})
              .optional()
              .describe('`katex` renders formulas in the build; `tex`, the default, leaves them to a script'),
          },
          {error: 'a map of Markdown settings'},
        )
        .optional()
        .describe('Short forms for the Markdown dialect'),
      markdown_extensions: z
        .unknown()
        .optional()
        .meta({
          description: 'Markdown extensions as in mkdocs.yml; left out, the Material set',
          ...markdownExtensionsJsonSchema,
        }),
      search: searchSchema.optional(),
      check: checkSchema.optional(),
      overrides: folders
        .optional()
        .describe('Folders with templates that replace the theme’s for every brand, most specific first'),
      ...publishingKeys,
    },
    {error: 'a map with `locales` and `brands`'},
  )
  .meta({title: 'Docprism configuration'})

/** The configuration once its shape is known to be right. */
export type CheckedConfig = z.output<typeof siteSchema>

/** A brand once its shape is known to be right. */
export type CheckedBrand = z.output<typeof brandSchema>
