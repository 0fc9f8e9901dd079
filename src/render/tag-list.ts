import type {TocEntry} from '../core/page.ts'
import type {EditionEntry, EditionSite} from '../site/edition-site.ts'
import {rootPrefix} from './address.ts'
import {escapeHtml} from './escape-html.ts'

/** HTML of the tags of an edition, each with its pages, as seen from the page that lists them. */
export function tagListHtml(entry: EditionEntry, {tags}: EditionSite): string {
  const root = rootPrefix(entry.url)
  const sections = [...(tags?.tags.values() ?? [])].map(({name, id, entries}) => {
    const links = entries.map(
      ({url, content}) => `<li><a href="${escapeHtml(root + url)}">${escapeHtml(content.title)}</a></li>\n`,
    )
    return `<h2 id="${escapeHtml(id)}">${escapeHtml(name)}</h2>\n<ul>\n${links.join('')}</ul>\n`
  })
  return `<div class="dp-tag-list">\n${sections.join('')}</div>`
}

/** Entries of a table of contents for that list. */
export function tagListToc({tags}: EditionSite): readonly TocEntry[] {
  return [...(tags?.tags.values() ?? [])].map(({name, id}) => ({
    level: 2,
    id,
    text: name,
    html: escapeHtml(name),
    children: [],
  }))
}
