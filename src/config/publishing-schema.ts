import {z} from 'zod'

const text = z.string({error: 'a string'})
const flag = z.boolean({error: '`true` or `false`'})
const localizedText = z.union([text, z.record(z.string(), text, {error: 'a map from locale to string'})], {
  error: 'a string, or a map from locale to string',
})

const version = z
  .strictObject(
    {
      title: localizedText.describe('What readers choose'),
      url: z
        .string({error: 'an address'})
        .describe('Address of the version, absolute or relative to the root of this site: `../1.9/`'),
      current: flag.optional().describe('Whether it is this site; left out, the one with the address of the brand'),
    },
    {error: 'a map with `title` and `url`'},
  )
  .meta({id: 'Version', description: 'A version of the site'})

const versionList = z.array(version, {error: 'a list of versions'})

const target = z.string({error: 'the path of a page, or an address'})

/** Keys that the site and each brand can have: where pages come from, how old they are, where they were before. */
export const publishingKeys = {
  repo_url: z
    .string({error: 'an address'})
    .optional()
    .describe('Address of the repository with the sources; an empty text for none'),
  repo_name: text.optional().describe('Name of the repository; left out, that of its host'),
  edit_uri: text.optional().describe('Way from `repo_url` to the content folder, `edit/main/content/`; empty for none'),
  edit_uri_template: text
    .optional()
    .describe('Address of a source with `{path}` in it, absolute or from `repo_url`; wins over `edit_uri`'),
  last_updated: flag.optional().describe('`true` shows when a page was last changed, as git knows it'),
  authors: flag.optional().describe('`true` shows who wrote a page, as git knows it'),
  status: z
    .record(z.string(), localizedText, {error: 'a map from status to text'})
    .optional()
    .describe('Texts of page statuses, by what pages say in `status`; may hold macros'),
  redirects: z
    .record(
      z.string(),
      z.union([target, z.record(z.string(), target, {error: 'a map from old path to new path'})], {
        error: 'the path of a page, an address, or, below a locale tag, a map from old path to new path',
      }),
      {error: 'a map from old path to new path'},
    )
    .optional()
    .describe('Old paths and what they lead to now, for every locale or below the tag of one'),
  redirects_file: flag.optional().describe('`true` writes the redirects to `_redirects` as well'),
  versions: z
    .union(
      [
        z.string({error: 'the address of a `versions.json`'}),
        versionList,
        z.strictObject(
          {
            file: z
              .string({error: 'an address'})
              .optional()
              .describe('`versions.json` as mike writes it, absolute or relative to the root of this site'),
            list: versionList.optional().describe('Versions to choose from'),
          },
          {error: 'a map with `file` and `list`'},
        ),
      ],
      {error: 'a list of versions, the address of a `versions.json`, or a map with both'},
    )
    .optional()
    .describe('Versions of the site to choose from'),
}

/** These keys once their shape is known to be right. */
export type CheckedPublishing = z.output<z.ZodObject<typeof publishingKeys>>
