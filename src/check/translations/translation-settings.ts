import path from 'node:path'
import type {Brand, Site} from '../../core/site.ts'

/** Tag of the locale that is translated into the others. */
export function sourceLocale({check, locales}: Site): string {
  return check.translations?.source ?? locales[0]?.tag ?? ''
}

/** Tag of the locale that a brand's other locales are held against: its default one where it lacks that of the site. */
export function sourceLocaleOf(brand: Brand, site: Site): string {
  const source = sourceLocale(site)
  return brand.locales.some(({tag}) => tag === source) ? source : brand.defaultLocale
}

/** Record of what translations were made from: its absolute path, and the one that findings about it carry. */
export function recordFile(site: Site): {readonly file: string; readonly name: string} {
  const file = path.resolve(site.root, site.check.translations?.file ?? 'docprism-translations.txt')
  return {file, name: path.relative(site.content, file).split(path.sep).join('/')}
}
