import {byCodeUnit} from '../core/code-unit-order.ts'
import type {Diagnostic} from '../core/diagnostic.ts'
import type {Brand} from '../core/site.ts'
import {createTheme, type Theme} from '../render/theme.ts'
import {readThemeLayers} from './read-theme-layers.ts'

/** A brand's theme, and what is wrong with its templates for that brand. */
export interface LoadedTheme {
  readonly theme: Theme
  readonly diagnostics: readonly Diagnostic[]
}

/**
 * Makes the loader of themes for one build: brands with the same overrides and locales share one theme, so its templates
 * are read and compiled once.
 */
export function createThemeLoader(): (brand: Brand) => Promise<LoadedTheme> {
  const themes = new Map<string, Promise<LoadedTheme>>()
  const load = async (overrides: readonly string[], locales: readonly string[]): Promise<LoadedTheme> =>
    createTheme({layers: await readThemeLayers(overrides), locales})
  return async ({id, overrides, locales}) => {
    const tags = locales.map(({tag}) => tag).sort(byCodeUnit)
    const key = JSON.stringify([overrides, tags])
    const loaded = themes.get(key) ?? load(overrides, tags)
    themes.set(key, loaded)
    const {theme, diagnostics} = await loaded
    return {theme, diagnostics: diagnostics.map((found) => ({...found, brands: [id]}))}
  }
}
