import {describeValue, type ConfigPath, type Finding} from './finding.ts'
import {isPlainMap} from './python-callable.ts'
import type {Checked} from './slugify-option.ts'
import {unknownName} from './unknown-name.ts'

/** What the names of emoji indexes mean. */
export const emojiIndexes: Readonly<Record<string, string>> = {
  twemoji: 'twemoji',
  'material.extensions.emoji.twemoji': 'twemoji',
  'materialx.emoji.twemoji': 'twemoji',
  'pymdownx.emoji.twemoji': 'twemoji',
  gemoji: 'gemoji',
  'pymdownx.emoji.gemoji': 'gemoji',
}

/** What the names of emoji generators mean. */
export const emojiGenerators: Readonly<Record<string, string>> = {
  'inline-svg': 'inline-svg',
  'material.extensions.emoji.to_svg': 'inline-svg',
  'materialx.emoji.to_svg': 'inline-svg',
  text: 'text',
  'pymdownx.emoji.to_alt': 'text',
}

const images = 'its images come from another host, and `inline-svg` draws in the page'
const sprites = 'it needs a style sheet and sprites of EmojiOne, and `inline-svg` draws in the page'

/** Why a Python function of `pymdownx.emoji` has no counterpart, by its name. */
export const emojiRefusals: Readonly<Record<string, string>> = {
  'pymdownx.emoji.emojione': 'its names and images belong to an emoji set that is not part of Docprism',
  'pymdownx.emoji.to_awesome': sprites,
  'pymdownx.emoji.to_png': images,
  'pymdownx.emoji.to_png_sprite': sprites,
  'pymdownx.emoji.to_svg': images,
  'pymdownx.emoji.to_svg_sprite': sprites,
}

const optionNames = ['attributes', 'classes', 'custom_icons']
const imageOptions = ['image_path', 'non_standard_image_path', 'size']

/** Checks `options` of `pymdownx.emoji`: class names and attributes of drawings, and folders of icons. */
export function readDrawingOptions(value: Readonly<Record<string, unknown>>): Checked<unknown> {
  for (const [name, option] of Object.entries(value)) {
    const fault = optionFault(name, option)
    if (fault) return {path: [name, ...(fault.path ?? [])], message: fault.message}
  }
  return {value}
}

function optionFault(name: string, option: unknown): {path?: ConfigPath; message: string} | undefined {
  if (imageOptions.includes(name))
    return {message: `The option \`${name}\` is unsupported: emoji are drawn in the page, not loaded`}
  if (!optionNames.includes(name)) return {message: unknownName('option', name, optionNames).message}
  if (option === undefined || option === null) return undefined
  const found = `Found ${describeValue(option)}`
  if (name === 'classes') return typeof option === 'string' ? undefined : {message: `${found}, expected class names`}
  if (name === 'attributes') {
    if (!isPlainMap(option)) return {message: `${found}, expected a map`}
    const [key, wrong] = Object.entries(option).find((entry) => typeof entry[1] !== 'string') ?? []
    return key === undefined ? undefined : {path: [key], message: `Found ${describeValue(wrong)}, expected a string`}
  }
  if (!Array.isArray(option)) return {message: `${found}, expected a list of folders`}
  const index = option.findIndex((folder) => typeof folder !== 'string')
  return index === -1 ? undefined : {path: [index], message: `Found ${describeValue(option[index])}, expected a folder`}
}

/**
 * Checks the options of `pymdownx.emoji` against each other: a drawing has no text that `alt` could choose.
 *
 * @param options  checked one by one
 * @param path  way to the options
 */
export function checkEmoji(options: Readonly<Record<string, unknown>>, path: ConfigPath): readonly Finding[] {
  const {alt, emoji_generator: generator} = options
  if (typeof alt !== 'string' || alt === 'unicode' || generator === 'text') return []
  const message = `The option \`alt: ${alt}\` is unsupported with drawings, which have no text; \`pymdownx.emoji.to_alt\` writes emoji as text`
  return [{path: [...path, 'alt'], at: 'value', message}]
}
