import type {Diagnostic} from '../core/diagnostic.ts'
import {nearest} from '../core/nearest.ts'
import type {Edition, EditionEntry} from './edition-site.ts'

/** A piece of an announcement: plain text, which may be a link. */
export interface AnnouncementPart {
  readonly text: string
  /** Address below the brand's root, for a link to a page. */
  readonly url?: string
  /** Any other address. */
  readonly href?: string
}

/**
 * Reads the text of an announcement: plain text with Markdown links, `[label](target)`. A target that ends in `.md`, with
 * or without an anchor, is a page by its path in the locale; any other is an address.
 *
 * A page that the edition does not have is reported as `config/invalid`, and its link becomes text.
 *
 * @param written  the text, macros expanded
 * @returns no parts for a text that is empty
 */
export function readAnnouncement(
  written: string,
  context: {
    readonly entries: ReadonlyMap<string, EditionEntry>
    readonly edition: Edition
    readonly configPath: string
  },
): {readonly parts: readonly AnnouncementPart[]; readonly diagnostics: readonly Diagnostic[]} {
  const text = written.trim()
  const parts: AnnouncementPart[] = []
  const diagnostics: Diagnostic[] = []
  let end = 0
  for (const match of text.matchAll(/\[([^[\]]+)\]\(([^()\s]+)\)/g)) {
    const [whole, label = '', target = ''] = match
    if (match.index > end) parts.push({text: text.slice(end, match.index)})
    end = match.index + whole.length
    const [, page, anchor = ''] = /^\/?([^:#?]+\.md)(#.*)?$/.exec(target) ?? []
    const entry = page === undefined ? undefined : context.entries.get(page)
    if (page === undefined) parts.push({text: label, ...(isSafe(target) && {href: target})})
    else parts.push({text: label, ...(entry && {url: entry.url + anchor})})
    if (page !== undefined && !entry) diagnostics.push(missingPage(page, context))
  }
  if (end < text.length) parts.push({text: text.slice(end)})
  return {parts, diagnostics}
}

/** The words of an announcement, addresses left out. */
export function announcementText(parts: readonly AnnouncementPart[] = []): string {
  return parts.map(({text}) => text).join('')
}

function isSafe(target: string): boolean {
  return /^(?:https?:\/\/|mailto:|tel:)/i.test(target) || !/^[^/?#]*:/.test(target)
}

function missingPage(
  page: string,
  context: {
    readonly entries: ReadonlyMap<string, EditionEntry>
    readonly edition: Edition
    readonly configPath: string
  },
): Diagnostic {
  const {brand, locale} = context.edition
  const guess = nearest(page, context.entries.keys())
  const hint = guess === undefined ? '' : `; did you mean \`${guess}\``
  return {
    ruleId: 'config/invalid',
    severity: 'error',
    message: `Cannot find page \`${page}\` in \`${locale.tag}\`, which the announcement links to${hint}`,
    path: context.configPath,
    actual: page,
    ...(guess !== undefined && {expected: [guess]}),
    brands: [brand.id],
  }
}
