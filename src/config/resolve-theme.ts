import path from 'node:path'
import {isFontFile} from '../core/font-file.ts'
import type {BrandTheme} from '../core/site.ts'
import {activeFeatures, themeFeatures} from '../core/theme-features.ts'
import {checkAdmonitionLooks, resolveAdmonitionLooks} from './admonitions.ts'
import type {CheckedConfig} from './config-schema.ts'
import {isCssColour, nearestColour} from './css-colours.ts'
import {quoteValue, type ConfigPath, type Finding} from './finding.ts'
import type {CheckedTheme} from './theme-schema.ts'
import {unknownName} from './unknown-name.ts'

/** Findings about the look of the site or of one brand, as it is written at one place. */
export function checkTheme(
  theme: CheckedTheme | undefined,
  base: ConfigPath,
  admonitions: CheckedConfig['admonitions'],
): readonly Finding[] {
  if (!theme) return []
  const findings: Finding[] = []
  for (const key of ['primary', 'accent'] as const) {
    const colour = theme[key]
    if (colour === undefined || isCssColour(colour)) continue
    const guess = nearestColour(colour)
    const hint = guess === undefined ? ', expected a CSS colour' : `, expected a CSS colour; did you mean \`${guess}\``
    const expected = guess === undefined ? {} : {expected: [guess]}
    const message = `Found ${quoteValue(colour)}${hint}`
    findings.push({path: [...base, key], at: 'value', message, actual: colour, ...expected})
  }
  findings.push(...checkAdmonitionLooks(theme.admonitions, {path: [...base, 'admonitions'], admonitions}))
  for (const key of ['logo', 'favicon'] as const) {
    const file = theme[key]
    if (file === undefined || isInnerPath(file)) continue
    const message = `Found ${quoteValue(file)}, expected a path inside the content folder`
    findings.push({path: [...base, key], at: 'value', message, actual: file})
  }
  if (theme.radius !== undefined && readRadius(theme.radius) === undefined) {
    const message = `Found ${quoteValue(String(theme.radius))}, expected a length such as \`0.375rem\`, or a number of pixels`
    findings.push({path: [...base, 'radius'], at: 'value', message, actual: String(theme.radius)})
  }
  for (const key of ['body', 'code'] as const) {
    for (const font of listOf(theme.font?.[key])) {
      const isFine = isFontFile(font) ? isInnerPath(font) : /^[\p{L}\p{N}][\p{L}\p{N} _-]*$/u.test(font)
      if (isFine) continue
      const message = `Found ${quoteValue(font)}, expected the name of a font, or the path of a \`.woff2\`, \`.woff\`, \`.ttf\` or \`.otf\` file inside the content folder`
      findings.push({path: [...base, 'font', key], at: 'value', message, actual: font})
    }
  }
  const known = Object.keys(themeFeatures)
  for (const [index, name] of (theme.features ?? []).entries()) {
    if (known.includes(name)) continue
    findings.push({path: [...base, 'features', index], at: 'value', ...unknownName('feature', name, known)})
  }
  return findings
}

/**
 * The look of a brand: that of the site, changed key by key by each brand that it comes from. A list of features
 * replaces the one before it.
 *
 * @param themes  the brand's own first, then those of the brands it extends
 */
export function resolveTheme(themes: readonly (CheckedTheme | undefined)[], config: CheckedConfig): BrandTheme {
  const layers = [config.theme, ...[...themes].reverse()].map((theme) => theme ?? {})
  const features = layers.findLast((layer) => layer.features !== undefined)?.features
  let theme: BrandTheme = {scheme: 'system', features: activeFeatures(features)}
  for (const layer of layers) {
    const given = Object.entries(layer).filter(([key, value]) => !isMerged(key) && value !== undefined)
    theme = {...theme, ...Object.fromEntries(given)}
  }
  const radius = layers.findLast((layer) => layer.radius !== undefined)?.radius
  const length = radius === undefined ? undefined : readRadius(radius)
  const font = {body: lastFonts(layers, 'body'), code: lastFonts(layers, 'code')}
  theme = {
    ...theme,
    ...(length !== undefined && {radius: length}),
    ...(font.body.length + font.code.length > 0 && {fonts: font}),
  }
  const admonitions = resolveAdmonitionLooks([config.admonitions, ...layers.map((layer) => layer.admonitions)])
  return Object.keys(admonitions).length === 0 ? theme : {...theme, admonitions}
}

/** Whether a key of a look is more than the last value that was given. */
function isMerged(key: string): boolean {
  return ['features', 'admonitions', 'radius', 'font'].includes(key)
}

/** The length as CSS writes it; `undefined` when it is none. */
function readRadius(radius: string | number): string | undefined {
  const text = typeof radius === 'number' ? `${radius}px` : radius
  return /^(?:0|\d{1,3}(?:\.\d{1,4})?(?:px|rem|em))$/.test(text) ? text : undefined
}

function lastFonts(layers: readonly Partial<CheckedTheme>[], key: 'body' | 'code'): readonly string[] {
  return listOf(layers.findLast((layer) => layer.font?.[key] !== undefined)?.font?.[key])
}

function listOf(fonts: string | readonly string[] | undefined): readonly string[] {
  return typeof fonts === 'string' ? [fonts] : (fonts ?? [])
}

/** Whether a path stays below the folder it starts from. */
function isInnerPath(file: string): boolean {
  const steps = path.posix.normalize(file)
  return file !== '' && !path.posix.isAbsolute(steps) && !steps.startsWith('..') && !/[\\:]/.test(file)
}
