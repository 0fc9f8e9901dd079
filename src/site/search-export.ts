import type {Edition} from './edition-site.ts'
import type {SearchRecord} from './search-records.ts'

/**
 * A page as lines for a search server, one JSON object a section: `id` (letters, digits, `-` and `_`, as all servers take
 * it), `url` (absolute where the brand has an address), `title`, `heading`, `text`, `locale`, `brand`, `boost`, and `rank`, which
 * counts the sections of a page from 0.
 */
export function exportLine({url, title, boost, sections}: SearchRecord, {brand, locale, id}: Edition): string {
  const address = `${brand.url}${url}`
  return sections
    .map(({heading, anchor, text}, rank) => {
      const record = {
        id: recordId(`${id}/${url}#${anchor}`, rank),
        url: anchor === '' ? address : `${address}#${encodeURIComponent(anchor)}`,
        title,
        heading,
        text,
        locale: locale.tag,
        brand: brand.id,
        boost,
        rank,
      }
      return `${JSON.stringify(record)}\n`
    })
    .join('')
}

/** Address in letters that every server takes; what is no ASCII letter or digit is written as its code. */
function recordId(address: string, rank: number): string {
  const plain = address
    .replaceAll('/', '-')
    .replace(/[^a-zA-Z0-9-]/g, (letter) => `_${letter.charCodeAt(0).toString(16)}`)
  return `${plain}-${rank}`
}
