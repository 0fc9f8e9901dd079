import {byCodeUnit} from '../core/code-unit-order.ts'
import type {Diagnostic} from '../core/diagnostic.ts'
import type {Brand} from '../core/site.ts'
import {createTheme, type Theme} from '../render/theme.ts'
import {digestAll} from './digest.ts'
import type {Disk} from './disk.ts'
import {readThemeLayers} from './read-theme-layers.ts'

/** A brand's theme, and what is wrong with its templates for that brand. */
export interface LoadedTheme {
  readonly theme: Theme
  /** Digest of what it is made from. */
  readonly version: string
  readonly diagnostics: readonly Diagnostic[]
}

/**
 * Makes the loader of themes. Themes that are made from the same files are one, for any brand and for as long as the
 * loader lives, so that templates are compiled once.
 */
export function createThemeLoader(disk: Disk): (brand: Brand) => LoadedTheme {
  const themes = new Map<string, ReturnType<typeof createTheme>>()
  return ({id, overrides, locales}) => {
    const layers = readThemeLayers(overrides, disk)
    const tags = locales.map(({tag}) => tag).sort(byCodeUnit)
    const version = digestAll([
      JSON.stringify([overrides, tags]),
      ...layers.flatMap(({files}) => [...files].flatMap((file) => file)),
    ])
    const made = themes.get(version) ?? createTheme({layers, locales: tags})
    themes.set(version, made)
    return {
      theme: made.theme,
      version,
      diagnostics: made.diagnostics.map((found) => ({...found, brands: [id]})),
    }
  }
}
