import path from 'node:path'
import {configFileNames, loadSite} from '../config/load-site.ts'
import type {LoadedSite, LoadOptions} from '../config/load-site.ts'
import {isFontFile} from '../core/font-file.ts'
import type {Disk, Probe} from './disk.ts'

/** A configuration, and whether it depends on the disk alone. */
export interface Configuration extends LoadedSite {
  /** A module is code: it can read the time, the environment or the web. */
  readonly isVolatile: boolean
}

/** Makes a loader of one configuration that reads it again only when it may have changed. */
export function createConfigurationLoader(disk: Disk, options: LoadOptions): () => Promise<Configuration> {
  const known: {probes?: readonly Probe[]; configuration?: Configuration} = {}
  return async () => {
    const repeated = known.probes && disk.repeat(known.probes)
    if (repeated && known.configuration) {
      disk.adopt(repeated)
      return known.configuration
    }
    disk.restart()
    const before = askForFiles(disk, options)
    const loaded = await loadSite(options)
    const isModule = loaded.inputs.some((file) => !/\.(?:ya?ml|json)$/i.test(file))
    // What was changed while it was read is read again by the next build.
    const hasChanged = askForFiles(disk, options) !== before
    const configuration = {...loaded, isVolatile: isModule || hasChanged}
    askForNamedFiles(disk, loaded)
    if (!configuration.isVolatile && loaded.site) {
      known.probes = disk.probes()
      known.configuration = configuration
    }
    return configuration
  }
}

/** Asks which configuration files there are, and for their content. */
function askForFiles(disk: Disk, {config, cwd}: LoadOptions): string {
  const names = config === undefined ? configFileNames : [config]
  return names
    .map((name) => path.resolve(cwd, name))
    .map((file) => (disk.kind(file) === 'file' ? disk.file(file).digest : ''))
    .join(' ')
}

/** Asks for what a configuration names and must be there. */
function askForNamedFiles(disk: Disk, {site}: LoadedSite): void {
  if (!site) return
  disk.kind(site.content)
  for (const {theme} of site.brands) {
    const fonts = [...(theme.fonts?.body ?? []), ...(theme.fonts?.code ?? [])].filter(isFontFile)
    for (const file of [theme.logo, theme.favicon, ...fonts])
      if (file !== undefined) disk.kind(path.join(site.content, file))
  }
}
