import {byCodeUnit} from '../core/code-unit-order.ts'
import type {Diagnostic} from '../core/diagnostic.ts'
import type {Brand} from '../core/site.ts'
import {createTheme, type Theme} from '../render/theme.ts'
import {digestAll} from './digest.ts'
import type {Disk} from './disk.ts'
import {holdValues} from './held-values.ts'
import {readThemeLayers} from './read-theme-layers.ts'

/** A brand's theme, and what is wrong with its templates for that brand. */
export interface LoadedTheme {
  readonly theme: Theme
  /** Digest of what it is made from. */
  readonly version: string
  readonly diagnostics: readonly Diagnostic[]
}

/** Themes that are held: those of many brands, and of some states of templates that are being edited. */
const mostThemes = 32

/**
 * Makes the loader of themes. Themes that are made from the same files are one, for any brand, so that templates are
 * compiled once.
 */
export function createThemeLoader(disk: Disk): (brand: Brand) => LoadedTheme {
  const themes = holdValues<string, ReturnType<typeof createTheme>>(mostThemes)
  return ({id, overrides, locales}) => {
    const layers = readThemeLayers(overrides, disk)
    const tags = locales.map(({tag}) => tag).sort(byCodeUnit)
    const version = digestAll([
      JSON.stringify([overrides, tags]),
      ...layers.flatMap(({files}) => [...files].flatMap((file) => file)),
    ])
    const made = themes.get(version, () => ({value: createTheme({layers, locales: tags}), weight: 1}))
    return {
      theme: made.theme,
      version,
      diagnostics: made.diagnostics.map((found) => ({...found, brands: [id]})),
    }
  }
}
