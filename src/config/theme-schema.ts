import {z} from 'zod'
import {themeFeatures} from '../core/theme-features.ts'
import {admonitionLooksSchema} from './admonitions.ts'

const colour = z.string({error: 'a CSS colour (a hex colour needs quotes in YAML)'})
const contentPath = z.string({error: 'a path from the content folder'})

const fonts = z.union([z.string(), z.array(z.string(), {error: 'a list of fonts'})], {
  error: 'the name of a font or the path of a font file, or a list of them',
})

/** The look of a site or of a brand. */
export const themeSchema = z
  .strictObject(
    {
      primary: colour.optional().describe('CSS colour of the header and of links'),
      accent: colour.optional().describe('CSS colour of focus and selection'),
      logo: contentPath.optional().describe('Logo, a path from the content folder'),
      favicon: contentPath.optional().describe('Icon of the site, a path from the content folder'),
      scheme: z
        .enum(['light', 'dark', 'system'], {error: '`light`, `dark` or `system`'})
        .optional()
        .describe('Colour scheme at the first visit; `system`, the default, follows the reader’s setting'),
      header: z
        .enum(['plain', 'tinted', 'solid'], {error: '`plain`, `tinted` or `solid`'})
        .optional()
        .describe('Header on the colour of the page, on a tint of `primary`, or on `primary` itself'),
      radius: z
        .union([z.string(), z.number()], {error: 'a length such as `0.375rem`, or a number of pixels'})
        .optional()
        .describe('Radius of corners: a length in `px`, `rem` or `em`, or a number of pixels'),
      font: z
        .strictObject(
          {
            body: fonts.optional().describe('Font of the text'),
            code: fonts.optional().describe('Font of code'),
          },
          {error: 'a map with `body` and `code`'},
        )
        .optional()
        .describe('Fonts: names of fonts that readers have, or files of the content folder'),
      features: z
        .array(
          z
            .string({error: 'the name of a feature'})
            .meta({examples: Object.keys(themeFeatures)})
            .describe('Name of a feature, as Material for MkDocs has it'),
          {error: 'a list of features'},
        )
        .optional()
        .describe('Features that are on; left out, a sensible set'),
      admonitions: admonitionLooksSchema.optional(),
    },
    {error: 'a map of theme settings'},
  )
  .meta({id: 'Theme', description: 'The look of a brand'})

/** A look once its shape is known to be right. */
export type CheckedTheme = z.output<typeof themeSchema>
