import {readFileSync, readdirSync} from 'node:fs'
import {createRequire} from 'node:module'
import path from 'node:path'
import {gemoji} from 'gemoji'
import {familyOf} from './icon-set.ts'
import type {Emoji, IconSet} from './icon-set.ts'

const require = createRequire(import.meta.url)

/** Folder of an installed package; packages that hide their `package.json` are found by one of their files. */
function packageFolder(name: string, inside: string): string {
  const file = require.resolve(`${name}/${inside}`)
  return file.slice(0, file.length - inside.length)
}

/**
 * The icons of the installed packages: Material Design Icons, Octicons, Font Awesome, Simple Icons and Twemoji.
 *
 * Files are read when a name is first asked for, and kept.
 *
 * @param customFolders  absolute folders of further icons: `:custom-a-b:` is `custom/a/b.svg`, as in Material
 */
export function createDiskIconSet(customFolders: readonly string[] = []): IconSet {
  const folders = new Map<string, {prefix: string; folder: string}[]>([
    ['material', [{prefix: 'material-', folder: path.join(packageFolder('@mdi/svg', 'package.json'), 'svg')}]],
    [
      'octicons',
      [{prefix: 'octicons-', folder: path.join(packageFolder('@primer/octicons', 'build/data.json'), 'build/svg')}],
    ],
    [
      'simple',
      [{prefix: 'simple-', folder: path.join(packageFolder('simple-icons', 'icons/simpleicons.svg'), 'icons')}],
    ],
    [
      'fontawesome',
      ['brands', 'regular', 'solid'].map((style) => ({
        prefix: `fontawesome-${style}-`,
        folder: path.join(packageFolder('@fortawesome/fontawesome-free', 'package.json'), 'svgs', style),
      })),
    ],
  ])
  const emojiFolder = path.join(packageFolder('@discordapp/twemoji', 'package.json'), 'dist/svg')
  const emojis = new Map(
    gemoji.flatMap(({emoji, names, description}) =>
      names.map((name): [string, Emoji] => [name, {text: emoji, name: description}]),
    ),
  )
  const drawings = new Map<string, string | undefined>()
  const lists = new Map<string, readonly string[]>()
  const find = (name: string): string | undefined => {
    const own = readCustom(name, customFolders)
    if (own !== undefined) return own
    const family = familyOf(name)
    if (family === undefined) return readEmoji(emojis.get(name)?.text, emojiFolder)
    const found = folders.get(family)?.find(({prefix}) => name.startsWith(prefix))
    return found && readSvg(path.join(found.folder, `${safeName(name.slice(found.prefix.length))}.svg`))
  }
  return {
    svg: (name) => {
      if (!drawings.has(name)) drawings.set(name, find(name))
      return drawings.get(name)
    },
    emoji: (name) => emojis.get(name),
    names: (family) => {
      const known =
        lists.get(family) ?? (folders.get(family) ?? []).flatMap(({prefix, folder}) => listNames(prefix, folder))
      lists.set(family, known)
      return known
    },
  }
}

/** A name that is one path segment. */
function safeName(name: string): string {
  return name.replace(/[^\w.-]/g, '')
}

function listNames(prefix: string, folder: string): string[] {
  return readdirSync(folder)
    .filter((file) => file.endsWith('.svg'))
    .map((file) => prefix + file.slice(0, -4))
    .sort()
}

function readEmoji(emoji: string | undefined, folder: string): string | undefined {
  if (emoji === undefined) return undefined
  const points = Array.from(emoji, (letter) => (letter.codePointAt(0) ?? 0).toString(16))
  // Twemoji leaves the variation selector out of its names, except in joined emoji.
  const short = points.filter((point) => point !== 'fe0f')
  return readSvg(path.join(folder, `${points.join('-')}.svg`)) ?? readSvg(path.join(folder, `${short.join('-')}.svg`))
}

/** A custom icon: every `-` of the name may be a folder. */
function readCustom(name: string, folders: readonly string[]): string | undefined {
  const parts = name.split('-').slice(0, 12)
  for (const folder of folders) {
    for (let depth = parts.length - 1; depth >= 0; depth--) {
      const file = path.join(
        folder,
        ...parts.slice(0, depth).map(safeName),
        `${safeName(parts.slice(depth).join('-'))}.svg`,
      )
      const svg = readSvg(file)
      if (svg !== undefined) return svg
    }
  }
  return undefined
}

function readSvg(file: string): string | undefined {
  try {
    return cleanSvg(readFileSync(file, 'utf8'))
  } catch {
    return undefined
  }
}

/** The drawing alone: no XML header, comments, titles, ids, or size of its own. */
function cleanSvg(svg: string): string {
  return svg
    .replace(/<\?xml[^>]*\?>|<!DOCTYPE[^>]*>|<!--[\s\S]*?-->|<title>[^<]*<\/title>/g, '')
    .replace(/<svg\b[^>]*>/, (tag) => {
      const viewBox = /viewBox="[^"]*"/.exec(tag)?.[0] ?? 'viewBox="0 0 24 24"'
      return `<svg xmlns="http://www.w3.org/2000/svg" ${viewBox}>`
    })
    .trim()
}
