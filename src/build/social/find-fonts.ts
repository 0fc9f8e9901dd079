import {homedir} from 'node:os'
import path from 'node:path'
import {byCodeUnit} from '../../core/code-unit-order.ts'
import type {Disk} from '../disk.ts'

const fontFile = /\.(?:ttf|otf|ttc)$/i

/** Fonts by the script that they are for, as patterns of file names, most wanted first. All of them are sans serif. */
const wantedFonts: Readonly<Record<string, readonly RegExp[]>> = {
  chinese: [
    /^NotoSansCJK(?:sc)?-Bold/i,
    /^(?:NotoSansSC|SourceHanSans(?:SC|CN))-Bold/i,
    /^PingFang/i,
    /^msyhbd/i,
    /^(?:NotoSansCJK|NotoSansSC|SourceHanSans|HarmonyOS_Sans_SC|Hiragino Sans GB|STHeiti|msyh|wqy|DroidSansFallback)/i,
  ],
  Arab: [/^NotoSansArabic-Bold/i, /^NotoSansArabic/i, /^GeezaPro/i],
  Hebr: [/^NotoSansHebrew-Bold/i, /^NotoSansHebrew/i, /^ArialHB/i],
  Thai: [/^NotoSansThai-Bold/i, /^NotoSansThai/i, /^Thonburi/i],
  Deva: [/^NotoSansDevanagari-Bold/i, /^NotoSansDevanagari/i, /^Kohinoor/i],
  any: [
    /^(?:NotoSans|Inter|Roboto)-Bold\.(?:ttf|otf)$/i,
    /^segoeuib\.ttf$/i,
    /^HelveticaNeue\.ttc$/i,
    /^(?:LiberationSans|DejaVuSans)-Bold\.ttf$/i,
    /^(?:arialbd|NotoSans-Regular|LiberationSans-Regular|DejaVuSans|arial|Arial)\.ttf$/i,
  ],
}

/**
 * Font files for images with text in these languages.
 *
 * @param options.configured  absolute files and folders; left out: folders of the system are searched, one font for each
 *   script
 * @returns absolute paths, most wanted first
 */
export function findFonts(options: {
  readonly configured: readonly string[] | undefined
  readonly locales: readonly string[]
  readonly disk: Disk
}): readonly string[] {
  const {configured, locales, disk} = options
  if (configured) {
    return configured.flatMap((place) => (disk.kind(place) === 'folder' ? listFonts(place, disk) : [place]))
  }
  const found = systemFolders().flatMap((folder) => listFonts(folder, disk))
  const scripts = new Set([...locales.map(scriptOf), 'any'])
  return [...scripts].flatMap((script) => {
    for (const pattern of wantedFonts[script] ?? []) {
      const file = found.find((candidate) => pattern.test(path.basename(candidate)))
      if (file !== undefined) return [file]
    }
    return []
  })
}

function scriptOf(tag: string): string {
  const {script = ''} = new Intl.Locale(tag).maximize()
  return /^(?:Hans|Hant|Jpan|Kore)$/.test(script) ? 'chinese' : script
}

function listFonts(folder: string, disk: Disk, depth = 0): readonly string[] {
  if (depth > 4 || disk.kind(folder) !== 'folder') return []
  const entries = disk.list(folder).toSorted((a, b) => byCodeUnit(a.name, b.name))
  return entries.flatMap(({name, kind}) => {
    const place = path.join(folder, name)
    if (kind === 'folder') return listFonts(place, disk, depth + 1)
    return kind === 'file' && fontFile.test(name) ? [place] : []
  })
}

function systemFolders(): readonly string[] {
  const home = homedir()
  if (process.platform === 'win32') return [path.join(process.env['WINDIR'] ?? 'C:\\Windows', 'Fonts')]
  if (process.platform === 'darwin') {
    return [path.join(home, 'Library/Fonts'), '/Library/Fonts', '/System/Library/Fonts']
  }
  return [
    path.join(home, '.local/share/fonts'),
    path.join(home, '.fonts'),
    '/usr/local/share/fonts',
    '/usr/share/fonts',
  ]
}
