import type {Diagnostic} from '../core/diagnostic.ts'
import {nearest} from '../core/nearest.ts'
import {pageStatuses} from '../core/page-statuses.ts'
import {rules} from '../core/rules.ts'
import type {Edition, EditionEntry} from './edition-site.ts'

/** Reports `front-matter/invalid` for each page whose status is neither built in nor configured. */
export function checkStatuses(entries: Iterable<EditionEntry>, edition: Edition): readonly Diagnostic[] {
  const known = [...pageStatuses, ...Object.keys(edition.brand.statuses ?? {})]
  const diagnostics: Diagnostic[] = []
  for (const {content} of entries) {
    const {frontMatter, path} = content.page
    const {status} = frontMatter
    if (status === undefined || known.includes(status)) continue
    const guess = nearest(status, known)
    const hint = guess === undefined ? 'name it under `status` in the configuration' : `did you mean \`${guess}\``
    const place = frontMatter.places?.['status']
    diagnostics.push({
      ruleId: 'front-matter/invalid',
      severity: rules['front-matter/invalid'].severity,
      message: `Unknown status \`${status}\`; ${hint}`,
      path,
      ...(place && {place}),
      actual: status,
      ...(guess === undefined ? {} : {expected: [guess]}),
      brands: [edition.brand.id],
    })
  }
  return diagnostics
}
