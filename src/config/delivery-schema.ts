import {z} from 'zod'
import type {Brand, MachineReaders, SocialImages} from '../core/site.ts'

const flag = z.boolean({error: '`true` or `false`'})
const folders = z.array(z.string({error: 'a font file or a folder'}), {error: 'a list of font files and folders'})
const snippet = z.string({error: 'HTML, or the path of a file that ends in `.html`'})

/** Keys of the site, and of a brand where it wants something else, about readers that are programs and about scripts. */
export const deliverySchema = {
  llms: flag.optional().describe('`false` leaves out `llms.txt` and `llms-full.txt`'),
  page_markdown: flag.optional().describe('`false` leaves out the `index.md` beside each page, and its button'),
  json_ld: flag.optional().describe('`false` leaves out the structured data of each page for search engines'),
  social: z
    .strictObject(
      {
        images: flag.optional().describe('`true` draws an image of each page for links to it in social networks'),
        fonts: folders
          .optional()
          .describe('Fonts for these images, files or folders from here; left out, those of the system'),
      },
      {error: 'a map with `images`'},
    )
    .optional()
    .describe('Images for links in social networks'),
  hooks: z
    .strictObject(
      {
        head: snippet.optional().describe('HTML for the end of `head`, or a file with it; may hold macros'),
        body: snippet.optional().describe('HTML for the end of `body`, or a file with it; may hold macros'),
      },
      {error: 'a map with `head` or `body`'},
    )
    .optional()
    .describe('HTML to be put into every page, for analytics and the like'),
}

/** What one level of the configuration says about these things. */
export type DeliveryConfig = z.output<z.ZodObject<typeof deliverySchema>>

/**
 * What a brand writes beside its pages, and into them.
 *
 * @param levels  most specific first: the brand, those it extends, the site
 * @param resolvePath  absolute path of one as configured
 */
export function resolveDelivery(
  levels: readonly DeliveryConfig[],
  resolvePath: (path: string) => string,
): Pick<Brand, 'machines' | 'hooks'> {
  const pick = <Value>(read: (level: DeliveryConfig) => Value | undefined): Value | undefined => {
    for (const level of levels) {
      const value = read(level)
      if (value !== undefined) return value
    }
    return undefined
  }
  const fonts = pick((level) => level.social?.fonts)
  const social: SocialImages | undefined =
    pick((level) => level.social?.images) === true ? {...(fonts && {fonts: fonts.map(resolvePath)})} : undefined
  const machines: MachineReaders = {
    llms: pick((level) => level.llms) ?? true,
    markdown: pick((level) => level.page_markdown) ?? true,
    jsonLd: pick((level) => level.json_ld) ?? true,
    ...(social && {social}),
  }
  const hook = (name: 'head' | 'body') => {
    const written = pick((level) => level.hooks?.[name]) ?? ''
    if (written.trim() === '') return undefined
    return /^[^<>\n]+\.html$/.test(written) ? {file: resolvePath(written)} : {html: written}
  }
  const [head, body] = [hook('head'), hook('body')]
  return {machines, ...((head ?? body) && {hooks: {...(head && {head}), ...(body && {body})}})}
}
