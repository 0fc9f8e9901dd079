import type {BrandLocale, Locale} from '../core/site.ts'
import type {CheckedConfig} from './config-schema.ts'
import {quoteValue, type ConfigPath, type Finding} from './finding.ts'
import {checkLocaleKeys} from './resolve-text.ts'
import {unknownName} from './unknown-name.ts'

/** Scripts that are written from right to left, by their ISO 15924 codes. */
const rightToLeftScripts: ReadonlySet<string> = new Set(
  'Adlm Arab Aran Hebr Mand Mend Nkoo Rohg Samr Syrc Thaa Yezi'.split(' '),
)

/** Locales of the site in the order of the file. */
export function resolveLocales(locales: CheckedConfig['locales'], findings: Finding[]): readonly Locale[] {
  const entries = Object.entries(locales)
  if (entries.length === 0) {
    findings.push({path: ['locales'], at: 'value', message: 'Found no locale, expected at least one'})
  }
  const resolved: Locale[] = []
  const seen = new Map<string, string>()
  for (const [tag, {name, dir}] of entries) {
    const path = ['locales', tag]
    const locale = parseTag(tag)
    if (!locale) {
      const message = `Found ${quoteValue(tag)}, expected a BCP 47 tag such as \`en\` or \`zh-Hant\``
      findings.push({path, at: 'key', message, actual: tag})
      continue
    }
    const twin = seen.get(locale.baseName)
    if (twin !== undefined) {
      findings.push({path, at: 'key', message: `Found ${quoteValue(tag)}, which is the same locale as \`${twin}\``})
    }
    seen.set(locale.baseName, tag)
    const rightToLeft = rightToLeftScripts.has(locale.maximize().script ?? '')
    resolved.push({tag, name, dir: dir ?? (rightToLeft ? 'rtl' : 'ltr')})
  }
  return resolved
}

function parseTag(tag: string): Intl.Locale | undefined {
  try {
    return new Intl.Locale(tag)
  } catch {
    return undefined
  }
}

/** What a brand says about its locales, with the paths to it (those of the brand that it took them from). */
export interface BrandLocaleConfig {
  readonly locales: Readonly<Record<string, string>> | undefined
  readonly localesPath: ConfigPath
  readonly defaultLocale: string | undefined
  readonly defaultLocalePath: ConfigPath
}

/** Locales that a brand publishes, in order, with their prefixes; and its default locale. */
export function resolveBrandLocales(
  config: BrandLocaleConfig,
  tags: readonly string[],
  findings: Finding[],
): {readonly locales: readonly BrandLocale[]; readonly defaultLocale: string} {
  const {localesPath, defaultLocalePath} = config
  const given = config.locales && Object.entries(config.locales)
  const published = given ? given.map(([tag]) => tag) : tags
  const wanted = config.defaultLocale
  if (wanted !== undefined && !published.includes(wanted)) {
    findings.push({path: defaultLocalePath, at: 'value', ...unknownName('locale', wanted, published)})
  }
  const defaultLocale = wanted ?? published[0] ?? ''
  if (!given) {
    return {defaultLocale, locales: tags.map((tag) => ({tag, prefix: tag === defaultLocale ? '/' : `/${tag}/`}))}
  }
  if (given.length === 0)
    findings.push({path: localesPath, at: 'value', message: 'Found no locale, expected at least one'})
  findings.push(...checkLocaleKeys(config.locales, localesPath, tags))
  const byPrefix = new Map<string, string>()
  const locales: BrandLocale[] = []
  for (const [tag, written] of given) {
    const path = [...localesPath, tag]
    const prefix = normalizePrefix(written)
    if (prefix === undefined) {
      const message = `Found ${quoteValue(written)}, expected a URL prefix such as \`/\` or \`/${tag}/\``
      findings.push({path, at: 'value', message, actual: written})
      continue
    }
    const twin = byPrefix.get(prefix)
    if (twin !== undefined) {
      const message = `Found the prefix \`${prefix}\`, which the locale \`${twin}\` of this brand has already`
      findings.push({path, at: 'value', message, actual: written})
    }
    byPrefix.set(prefix, tag)
    locales.push({tag, prefix})
  }
  return {locales, defaultLocale}
}

/** The prefix with leading and trailing slash, or `undefined` when it is no plain path. */
function normalizePrefix(written: string): string | undefined {
  const segments = written.replace(/^\//, '').replace(/\/$/, '').split('/')
  if (segments.length === 1 && segments[0] === '') return '/'
  const plain = segments.every((segment) => /^[\p{L}\p{N}._~-]+$/u.test(segment) && !/^\.\.?$/.test(segment))
  return plain ? `/${segments.join('/')}/` : undefined
}
