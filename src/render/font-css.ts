import {isFontFile} from '../core/font-file.ts'
import type {BrandFonts} from '../core/site.ts'

/** Style sheet of a brand's fonts, and the files it asks for. */
export interface FontCss {
  readonly css: string
  /** Name in the folder `fonts` beside the style sheet's → path from the content folder. */
  readonly files: ReadonlyMap<string, string>
  /** Name of the file that the text needs first; left out where it needs none. */
  readonly first?: string
}

/**
 * Puts a brand's fonts before those of the theme.
 *
 * Weight and style of a file follow from its name: `inter-bold.woff2`, `inter-italic.woff2`; one that is named
 * `variable` (or `vf`, `wght`) has every weight. A font that comes late is not swapped in, so that the page does not jump.
 */
export function fontCss({body, code}: BrandFonts): FontCss {
  const files = new Map<string, string>()
  const add = (kind: 'body' | 'code', fonts: readonly string[]): string => {
    const own = fonts.filter(isFontFile)
    const faces = own.map((path, index) => {
      const name = `${kind}-${String(index + 1)}.${path.slice(path.lastIndexOf('.') + 1).toLowerCase()}`
      files.set(name, path)
      return fontFace(kind, name, path.slice(path.lastIndexOf('/') + 1).toLowerCase())
    })
    const names = fonts.filter((font) => !isFontFile(font)).map((font) => `'${font}'`)
    const families = [...(own.length > 0 ? [`'dp-${kind}'`] : []), ...names]
    // The comma is part of the value: without fonts of its own, a brand has neither.
    const property = kind === 'body' ? '--dp-own-font' : '--dp-own-mono'
    return families.length === 0 ? '' : `${faces.join('')}:root {\n  ${property}: ${families.join(', ')},;\n}\n`
  }
  const css = add('body', body) + add('code', code)
  const first = [...files.keys()].find((name) => name.startsWith('body'))
  return {css, files, ...(first !== undefined && {first})}
}

const weights: readonly (readonly [pattern: RegExp, weight: string])[] = [
  [/variable|\bvf\b|wght/, '1 1000'],
  [/thin|hairline/, '100'],
  [/(?:extra|ultra)-?light/, '200'],
  [/light/, '300'],
  [/medium/, '500'],
  [/(?:semi|demi)-?bold/, '600'],
  [/(?:extra|ultra)-?bold/, '800'],
  [/black|heavy/, '900'],
  [/bold/, '700'],
]

function fontFace(kind: string, file: string, name: string): string {
  const weight = weights.find(([pattern]) => pattern.test(name))?.[1] ?? '400'
  const style = /italic|oblique/.test(name) ? 'italic' : 'normal'
  return `@font-face {
  font-family: 'dp-${kind}';
  src: url('../fonts/${file}');
  font-weight: ${weight};
  font-style: ${style};
  font-display: optional;
}
`
}
