import path from 'node:path'
import type {CompilerOptions} from '../compile/compiler.ts'
import {inFolder} from '../core/paths.ts'
import type {Site} from '../core/site.ts'
import {writingSettings} from '../core/writing-settings.ts'
import {interfaceStrings} from '../render/interface-strings.ts'
import {customIconFolders} from './custom-icon-folders.ts'
import {digestAll} from './digest.ts'
import type {Disk} from './disk.ts'
import {readThemeLayers} from './read-theme-layers.ts'

/** Settings of a compiler as plain data, so that they can be sent to another thread. */
export interface CompilerSettings {
  readonly options: Omit<CompilerOptions, 'icons' | 'inline' | 'native'>
  /** Absolute folders of the site's own icons. */
  readonly iconFolders: readonly string[]
  /** Digest of everything outside of a source that decides about its page, the code of Docprism included. */
  readonly digest: string
}

/** Makes a reader of what the sources of a site are compiled with; what did not change is not read again. */
export function createSettingsReader(disk: Disk, library: string): (site: Site) => CompilerSettings {
  const readTitles = createTitleReader(disk)
  return (site) => readCompilerSettings(site, {disk, library, readTitles})
}

type TitleReader = (site: Site) => Readonly<Record<string, Readonly<Record<string, string>>>>

function readCompilerSettings(
  site: Site,
  {disk, library, readTitles}: {disk: Disk; library: string; readTitles: TitleReader},
): CompilerSettings {
  const options = {
    markdown: site.markdown,
    admonitionTitles: readTitles(site),
    admonitionTypes: site.admonitions?.types ?? [],
    configPath: site.configPath,
    writing: writingSettings(site.check),
  }
  const iconFolders = customIconFolders(site.markdown)
  const icons = iconFolders.map((folder) => iconDigest(folder, disk))
  // A site that stands in another folder compiles to the same pages.
  const fromRoot = (folder: string): string => path.relative(site.root, folder)
  const written = JSON.stringify(options, (_, value: unknown) =>
    typeof value === 'string' && iconFolders.includes(value) ? fromRoot(value) : value,
  )
  return {options, iconFolders, digest: digestAll([library, written, ...iconFolders.map(fromRoot), ...icons])}
}

// Compiled pages are shared by all brands, so only strings that all brands share can be in them.
function createTitleReader(disk: Disk): TitleReader {
  const known = new Map<string, Readonly<Record<string, string>>>()
  return (site) => {
    const [first, ...others] = site.brands
    const shared = (first?.overrides ?? []).filter((folder) =>
      others.every(({overrides}) => overrides.includes(folder)),
    )
    const layers = readThemeLayers(shared, disk)
    const files = layers.flatMap((layer) => [...layer.files].filter(([name]) => name.startsWith('locales/')).flat())
    const titlesOf = (tag: string): Readonly<Record<string, string>> => {
      const key = digestAll([tag, ...files])
      const titles = known.get(key) ?? interfaceStrings(layers, tag).strings.admonitions
      known.set(key, titles)
      return titles
    }
    return Object.fromEntries(site.locales.map(({tag}) => [tag, {...titlesOf(tag), ...site.admonitions?.titles[tag]}]))
  }
}

/** Digest of every drawing in a folder and below it. */
function iconDigest(folder: string, disk: Disk): string {
  const parts: string[] = []
  const visit = (below: string): void => {
    for (const {name, kind} of disk.list(path.join(folder, below))) {
      const file = inFolder(below, name)
      if (kind === 'folder') visit(file)
      if (kind === 'file' && name.endsWith('.svg')) parts.push(file, disk.file(path.join(folder, file)).digest)
    }
  }
  try {
    visit('')
  } catch {
    // A folder that cannot be read has no icons, as its pages report.
    parts.push('!')
  }
  return digestAll(parts)
}
