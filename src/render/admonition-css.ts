import {familyOf} from '../../plugins/icons/icon-set.ts'
import type {IconSet} from '../../plugins/icons/icon-set.ts'
import {nearest} from '../core/nearest.ts'
import type {AdmonitionLook} from '../core/site.ts'
import {papers} from './brand-css.ts'
import {readableColour, readColour, writeColour} from './colour.ts'
import type {Colour} from './colour.ts'

/** Style sheet of the admonitions that a brand has a look of its own for. */
export interface AdmonitionCss {
  readonly css: string
  /** Colours that cannot be read; such a type has the theme's colour. */
  readonly unreadable: readonly string[]
  /** Icons that do not exist, with the nearest name; such a type has the theme's icon. */
  readonly unknownIcons: readonly {readonly name: string; readonly nearest?: string}[]
}

/**
 * Sets colour and icon of admonitions and details by type, over those of the theme's style sheet.
 *
 * A colour is moved towards black or white as far as a title in it needs to be read, as the brand's colours are.
 *
 * @param looks  by type, a class name
 */
export function admonitionCss(looks: Readonly<Record<string, AdmonitionLook>>, icons: IconSet): AdmonitionCss {
  const rules = {both: '', dark: [] as (readonly [string, string])[]}
  const unreadable: string[] = []
  const unknownIcons: {name: string; nearest?: string}[] = []
  for (const [type, {icon, colour}] of Object.entries(looks)) {
    const selector = `.dp-article .${type}:is(.admonition, details)`
    const svg = icon === undefined ? undefined : icons.svg(icon)
    const tone = colour === undefined ? undefined : readColour(colour)
    if (icon !== undefined && svg === undefined) unknownIcons.push(unknownIcon(icon, icons))
    if (colour !== undefined && !tone) unreadable.push(colour)
    const lines = [
      ...(tone ? [`  --dp-tone: ${writeColour(readableTone(tone, 'light'))};\n`] : []),
      ...(svg === undefined ? [] : [`  --dp-icon: url("data:image/svg+xml,${encodeSvg(svg)}");\n`]),
    ]
    if (lines.length > 0) rules.both += `${selector} {\n${lines.join('')}}\n`
    if (tone) rules.dark.push([selector, `{\n  --dp-tone: ${writeColour(readableTone(tone, 'dark'))};\n}\n`])
  }
  const dark = (root: string): string => rules.dark.map(([selector, body]) => `${root} ${selector} ${body}`).join('')
  const css =
    rules.dark.length === 0
      ? rules.both
      : `${rules.both}@media screen and (prefers-color-scheme: dark) {
${dark(":root:not([data-scheme='light'])")}}
@media screen {
${dark(":root[data-scheme='dark']")}}
`
  return {css, unreadable, unknownIcons}
}

function unknownIcon(name: string, icons: IconSet): {name: string; nearest?: string} {
  const family = familyOf(name)
  const guess = family === undefined ? undefined : nearest(name, icons.names(family))
  return {name, ...(guess !== undefined && {nearest: guess})}
}

function readableTone(colour: Colour, scheme: 'light' | 'dark'): Colour {
  const {paper, soft} = papers[scheme]
  return readableColour(colour, {
    backgrounds: [paper, soft].flatMap((text) => readColour(text) ?? []),
    towards: scheme === 'light' ? {red: 16, green: 20, blue: 26} : {red: 255, green: 255, blue: 255},
    ratio: scheme === 'light' ? 4.5 : 5.5,
  })
}

/** A drawing as it stands in a quoted `url()`. */
function encodeSvg(svg: string): string {
  return svg
    .replace(/\s+/g, ' ')
    .replaceAll('"', "'")
    .replace(/[%#<>\\{}]/g, (character) => encodeURIComponent(character))
}
