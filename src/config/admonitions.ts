import {z} from 'zod'
import {builtInAdmonitions} from '../core/admonition-types.ts'
import type {AdmonitionLook} from '../core/site.ts'
import {isCssColour, nearestColour} from './css-colours.ts'
import {quoteValue, type ConfigPath, type Finding} from './finding.ts'
import {checkLocaleKeys} from './resolve-text.ts'
import {unknownName} from './unknown-name.ts'

const look = {
  icon: z
    .string({error: 'the name of an icon'})
    .optional()
    .describe('Icon by its short code or its path: `octicons-tag-16`, `octicons/tag-16`'),
  colour: z
    .string({error: 'a CSS colour (a hex colour needs quotes in YAML)'})
    .optional()
    .describe('CSS colour of the title, the icon and the edge'),
} as const

const title = z
  .union([z.string(), z.record(z.string(), z.string(), {error: 'a map from locale to string'})], {
    error: 'a string, or a map from locale to string',
  })
  .optional()
  .describe('Title of an admonition without one, for all locales or for each')

/** Types of admonitions of a site, by name. */
export const admonitionsSchema = z
  .record(z.string(), z.strictObject({...look, title}, {error: 'a map with `icon`, `colour` and `title`'}), {
    error: 'a map from type to its look',
  })
  .describe('Types of admonitions, new or built in, by name')

/** What a brand changes about the look of admonitions, by type. */
export const admonitionLooksSchema = z
  .record(z.string(), z.strictObject(look, {error: 'a map with `icon` and `colour`'}), {
    error: 'a map from type to its look',
  })
  .describe('Look of admonitions for this brand, by type')

type Admonitions = z.output<typeof admonitionsSchema>
type Looks = z.output<typeof admonitionLooksSchema>

/** Findings about the types of a site. */
export function checkAdmonitions(admonitions: Admonitions | undefined, tags: readonly string[]): readonly Finding[] {
  return Object.entries(admonitions ?? {}).flatMap(([type, settings]): Finding[] => {
    const path = ['admonitions', type]
    const findings: Finding[] = []
    if (!/^[a-z][a-z0-9_-]*$/.test(type)) {
      const message = `Found ${quoteValue(type)}, expected a type of lower-case letters, digits, \`-\` and \`_\``
      findings.push({path, at: 'key', message, actual: type})
    }
    findings.push(...checkLook(settings, path), ...checkLocaleKeys(settings.title, [...path, 'title'], tags))
    const texts = typeof settings.title === 'string' ? {'': settings.title} : (settings.title ?? {})
    for (const [tag, text] of Object.entries(texts)) {
      if (!text.includes('<<<')) continue
      const titlePath = [...path, 'title', ...(tag === '' ? [] : [tag])]
      findings.push({path: titlePath, at: 'value', message: 'Found a macro, expected plain text: all brands share it'})
    }
    return findings
  })
}

/** Findings about the looks of a brand; only types that exist can have one. */
export function checkAdmonitionLooks(
  looks: Looks | undefined,
  context: {readonly path: ConfigPath; readonly admonitions: Admonitions | undefined},
): readonly Finding[] {
  const known = [...builtInAdmonitions, ...Object.keys(context.admonitions ?? {})]
  return Object.entries(looks ?? {}).flatMap(([type, settings]): readonly Finding[] => {
    const path = [...context.path, type]
    if (known.includes(type)) return checkLook(settings, path)
    return [{path, at: 'key', ...unknownName('admonition type', type, known)}]
  })
}

function checkLook({icon, colour}: Looks[string], path: ConfigPath): readonly Finding[] {
  const findings: Finding[] = []
  if (icon !== undefined && !/^:?[\w.+-]+(?:\/[\w.+-]+)*:?$/.test(icon)) {
    const message = `Found ${quoteValue(icon)}, expected the name of an icon such as \`octicons/tag-16\``
    findings.push({path: [...path, 'icon'], at: 'value', message, actual: icon})
  }
  if (colour !== undefined && !isCssColour(colour)) {
    const guess = nearestColour(colour)
    findings.push({
      path: [...path, 'colour'],
      at: 'value',
      message: `Found ${quoteValue(colour)}, expected a CSS colour${guess === undefined ? '' : `; did you mean \`${guess}\``}`,
      actual: colour,
      ...(guess !== undefined && {expected: [guess]}),
    })
  }
  return findings
}

/**
 * Looks of admonitions as a brand sees them: those of the site, changed by each brand that it comes from.
 *
 * @param looks  most general first
 */
export function resolveAdmonitionLooks(
  looks: readonly (Looks | Admonitions | undefined)[],
): Readonly<Record<string, AdmonitionLook>> {
  const resolved: Record<string, AdmonitionLook> = {}
  for (const layer of looks) {
    for (const [type, {icon, colour}] of Object.entries(layer ?? {})) {
      if (icon === undefined && colour === undefined) continue
      resolved[type] = {
        ...resolved[type],
        ...(icon !== undefined && {icon: icon.replace(/^:|:$/g, '').replaceAll('/', '-')}),
        ...(colour !== undefined && {colour}),
      }
    }
  }
  return resolved
}

/** Titles of types by locale tag, then by type; only those that the configuration gives. */
export function resolveAdmonitionTitles(
  admonitions: Admonitions | undefined,
  tags: readonly string[],
): Readonly<Record<string, Readonly<Record<string, string>>>> {
  return Object.fromEntries(
    tags.map((tag) => [
      tag,
      Object.fromEntries(
        Object.entries(admonitions ?? {}).flatMap(([type, settings]) => {
          const own = typeof settings.title === 'string' ? settings.title : settings.title?.[tag]
          return own === undefined ? [] : [[type, own]]
        }),
      ),
    ]),
  )
}
