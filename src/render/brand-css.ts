import type {BrandTheme} from '../core/site.ts'
import {contrastRatio, mixColours, readColour, readableColour, writeColour} from './colour.ts'
import type {Colour} from './colour.ts'

/** Backgrounds of the theme's style sheet that text in the brand's colours stands on. */
export const papers = {
  light: {paper: '#ffffff', soft: '#f5f7f9'},
  dark: {paper: '#14181f', soft: '#1c222b'},
} as const

/** Colour of a brand that names none. */
export const defaultPrimary = '#1c6b72'

/**
 * Style sheet with a brand's colours as custom properties, for light and dark; paper is always light.
 *
 * The colours are the brand's where they can be read: on light and dark paper, links keep a contrast of 4.5 (WCAG 2.2
 * AA) and are moved towards black or white as far as that needs.
 *
 * @returns the style sheet, and the colours that cannot be read; the default stands in for those
 */
export function brandCss(theme: BrandTheme): {css: string; unreadable: readonly string[]} {
  const primary = readColour(theme.primary ?? defaultPrimary)
  const accent = theme.accent === undefined ? undefined : readColour(theme.accent)
  const unreadable = [
    ...(primary || theme.primary === undefined ? [] : [theme.primary]),
    ...(accent || theme.accent === undefined ? [] : [theme.accent]),
  ]
  const colour = primary ?? readDefault()
  const {header = 'plain', radius} = theme
  const light = properties({primary: colour, accent, header, scheme: 'light'})
  const dark = properties({primary: colour, accent, header, scheme: 'dark'})
  const css = `:root {
${radius === undefined ? '' : `  --dp-radius: ${radius};\n`}${light}}
@media screen and (prefers-color-scheme: dark) {
:root:not([data-scheme='light']) {
${dark}}
}
@media screen {
:root[data-scheme='dark'] {
${dark}}
}
`
  return {css, unreadable}
}

/** Text colour on a fill of the brand's colour: white, near-black or black, the first with a contrast of 4.5. */
export function textOn(fill: Colour): Colour {
  return [white, ink].find((text) => contrastRatio(text, fill) >= 4.5) ?? black
}

/** The brand's main colour, or the default. */
export function primaryColour(theme: BrandTheme): Colour {
  return (theme.primary === undefined ? undefined : readColour(theme.primary)) ?? readDefault()
}

function properties(look: {
  readonly primary: Colour
  readonly accent: Colour | undefined
  readonly header: 'plain' | 'tinted' | 'solid'
  readonly scheme: 'light' | 'dark'
}): string {
  const {primary, scheme} = look
  const paper = readColour(papers[scheme].paper) ?? white
  const soft = readColour(papers[scheme].soft) ?? white
  const tint = mixColours(paper, primary, scheme === 'light' ? 0.08 : 0.16)
  const towards = scheme === 'light' ? ink : white
  // Mixed with white a colour loses strength, so on dark paper it goes further than it must.
  const text = {backgrounds: [paper, soft, tint], towards, ratio: scheme === 'light' ? 4.5 : 5.5}
  const link = readableColour(primary, text)
  const hover = readableColour(look.accent ?? mixColours(link, towards, 0.25), text)
  const lines: readonly [string, Colour][] = [
    ['brand', primary],
    ['on-brand', textOn(primary)],
    ['link', link],
    ['link-hover', hover],
    ['tint', tint],
    ...headerColours(look.header, {primary, tint, scheme}),
  ]
  return lines.map(([name, value]) => `  --dp-${name}: ${writeColour(value)};\n`).join('')
}

/** Colours of the header where it does not stand on the colour of the page. */
function headerColours(
  header: 'plain' | 'tinted' | 'solid',
  look: {readonly primary: Colour; readonly tint: Colour; readonly scheme: 'light' | 'dark'},
): readonly [string, Colour][] {
  if (header === 'plain') return []
  const paper = header === 'solid' ? look.primary : look.tint
  const text = header === 'solid' ? textOn(paper) : look.scheme === 'light' ? ink : white
  const hover = mixColours(paper, text, 0.1)
  const soft = readableColour(mixColours(text, paper, 0.3), {backgrounds: [paper, hover], towards: text, ratio: 4.5})
  return [
    ['header-paper', paper],
    ['header-rule', header === 'solid' ? paper : look.primary],
    ['header-line', mixColours(paper, text, 0.16)],
    ['header-ink', text],
    ['header-ink-soft', soft],
    ['header-hover', hover],
  ]
}

function readDefault(): Colour {
  return readColour(defaultPrimary) ?? black
}

const white: Colour = {red: 255, green: 255, blue: 255}
const ink: Colour = {red: 16, green: 20, blue: 26}
const black: Colour = {red: 0, green: 0, blue: 0}
