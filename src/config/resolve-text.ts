import type {LocalizedText} from './define-config.ts'
import type {ConfigPath, Finding} from './finding.ts'
import {unknownName} from './unknown-name.ts'

/**
 * Text of each locale. A locale takes the first text that is for it, or for all locales; where there is none, that
 * of the default locale; else any there is; else the empty string.
 *
 * @param texts  most specific first
 */
export function resolveText(
  texts: readonly (LocalizedText | undefined)[],
  locales: readonly string[],
  defaultLocale: string,
): Readonly<Record<string, string>> {
  const find = (locale: string): string | undefined => {
    for (const text of texts) {
      if (typeof text === 'string') return text
      const own = text && Object.hasOwn(text, locale) ? text[locale] : undefined
      if (own !== undefined) return own
    }
    return undefined
  }
  const any = texts.flatMap((text) => (typeof text === 'object' ? Object.values(text) : []))[0]
  return Object.fromEntries(locales.map((locale) => [locale, find(locale) ?? find(defaultLocale) ?? any ?? '']))
}

/** Findings about the keys of a map by locale. */
export function checkLocaleKeys(map: unknown, path: ConfigPath, tags: readonly string[]): readonly Finding[] {
  if (typeof map !== 'object' || map === null || Array.isArray(map)) return []
  return Object.keys(map)
    .filter((key) => !tags.includes(key))
    .map((key) => ({path: [...path, key], at: 'key', ...unknownName('locale', key, tags)}))
}
