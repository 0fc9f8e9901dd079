import type {NeutralPage} from './peer.ts'

/** Text of a page with its title as front matter, which every peer reads. */
export function withTitle(page: NeutralPage, more: Readonly<Record<string, string>> = {}): string {
  // JSON strings are YAML.
  const fields = Object.entries({title: page.title, ...more}).map(
    ([key, value]) => `${key}: ${JSON.stringify(value)}\n`,
  )
  return `---\n${fields.join('')}---\n\n${page.text}`
}

/** Locales of pages, in order of appearance. */
export function localesOf(pages: readonly NeutralPage[]): readonly string[] {
  return [...new Set(pages.map(({locale}) => locale))]
}
