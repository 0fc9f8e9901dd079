import {applyLevels} from '../../site/rule-levels.ts'
import {seenFrom} from './case.ts'
import type {Case, CauseContext} from './case.ts'
import {changedValue} from './changed-values.ts'
import type {Introduced} from './introduced.ts'
import {linkCause} from './link-cause.ts'
import type {SiteState} from './site-state.ts'

type Witness = (about: Case) => string | undefined

/** Those who can tell a cause, the most exact first. */
const witnesses: readonly Witness[] = [
  newBrand,
  ruleSwitchedOn,
  linkCause,
  lostName,
  newPage,
  publication,
  (about) => changedValue(about, 'line'),
  changedLine,
  movedPage,
  (about) => changedValue(about, 'page'),
  changedSnippet,
  changedNav,
  changedPage,
  changedTranslation,
  changedConfiguration,
]

/**
 * The change that brought a finding, as one sentence without a full stop; `undefined` where none of the changes can be
 * said to be it.
 */
export function causeOf(found: Introduced, context: CauseContext): string | undefined {
  const oldPath = context.changes.oldOf(found.subject.diagnostic.path)
  for (const witness of witnesses) {
    for (const brand of found.brands) {
      const cause = witness({...context, found, brand, oldPath})
      if (cause !== undefined) return cause
    }
  }
  return undefined
}

function newBrand({found, brand, before, now, config}: Case): string | undefined {
  const locales = before.locales[brand]
  if (brand === '*' || !now.locales[brand]) return undefined
  if (!locales) return `brand \`${brand}\` was added in \`${config}\``
  const [tag = ''] = found.subject.diagnostic.path.replace(/^brands\/[^/]+\//, '').split('/', 1)
  if (!now.locales[brand].includes(tag) || locales.includes(tag)) return undefined
  return `locale \`${tag}\` of \`${brand}\` was added in \`${config}\``
}

function ruleSwitchedOn({found, brand, before, now, config}: Case): string | undefined {
  const {diagnostic} = found.subject
  const brandsOf = (): readonly string[] => [brand]
  const isOff = (state: SiteState): boolean =>
    applyLevels([{...diagnostic, ...(brand !== '*' && {brands: [brand]})}], state.check, brandsOf).length === 0
  return isOff(before) && !isOff(now) ? `rule \`${diagnostic.ruleId}\` was switched on in \`${config}\`` : undefined
}

/** A snippet, an icon or a page of the nav that was there under the name that is not found now. */
function lostName({found, changes}: Case): string | undefined {
  const {ruleId, actual, path} = found.subject.diagnostic
  if (actual === undefined || !/^(?:snippet\/missing-file|icon\/unknown|nav\/missing-page)$/.test(ruleId))
    return undefined
  const isIt = (file: string): boolean => {
    if (ruleId !== 'icon/unknown') return file === actual || file.endsWith(`/${actual}`)
    const name = actual.replaceAll(':', '')
    return file.endsWith('.svg') && `-${file.slice(0, -4).replaceAll('/', '-')}`.endsWith(`-${name}`)
  }
  const renamed = changes.renamed.find(isIt)
  if (renamed !== undefined) {
    return `\`${seenFrom(path, renamed)}\` was renamed to \`${seenFrom(path, changes.nowOf(renamed))}\``
  }
  const removed = changes.removed.find(isIt)
  return removed === undefined ? undefined : `\`${seenFrom(path, removed)}\` was removed`
}

function newPage({oldPath, found, now}: Case): string | undefined {
  if (oldPath !== undefined) return undefined
  return `this ${now.publishers[found.subject.diagnostic.path] ? 'page' : 'file'} was added`
}

function publication({oldPath = '', found, brand, before, now}: Case): string | undefined {
  const earlier = before.publishers[oldPath]
  const present = now.publishers[found.subject.diagnostic.path]
  if (!earlier || !present?.includes(brand) || earlier.includes(brand)) return undefined
  return `this page is now published by \`${brand}\``
}

function changedLine({found, changes}: Case): string | undefined {
  const {path, place} = found.subject.diagnostic
  const change = place && changes.lineChange(path, place.start.line)
  return change && `this line was ${change}`
}

function movedPage({found, oldPath, changes}: Case): string | undefined {
  const {path, ruleId} = found.subject.diagnostic
  if (oldPath === undefined || !changes.isRenamed(path) || !/^(?:link|image|nav)\//.test(ruleId)) return undefined
  return `this page was renamed from \`${seenFrom(path, oldPath)}\``
}

function changedSnippet({found, now, changes}: Case): string | undefined {
  const {path} = found.subject.diagnostic
  const snippet = now.snippets[path]?.find((file) => changes.isEdited(file) || changes.oldOf(file) === undefined)
  return snippet === undefined ? undefined : `snippet \`${seenFrom(path, snippet)}\` was changed`
}

/** The nearest list of pages above a page that is in no nav. */
function changedNav({found, changes}: Case): string | undefined {
  const {path, ruleId} = found.subject.diagnostic
  if (!ruleId.startsWith('nav/')) return undefined
  const folders = path.split('/').slice(0, -1)
  for (let depth = folders.length; depth > 0; depth--) {
    const file = [...folders.slice(0, depth), '.pages'].join('/')
    if (changes.isEdited(file)) return `\`${seenFrom(path, file)}\` was changed`
    if (changes.removed.includes(file)) return `\`${seenFrom(path, file)}\` was removed`
    if (changes.oldOf(file) === undefined) return `\`${seenFrom(path, file)}\` was added`
  }
  return undefined
}

function changedPage({found, now, changes}: Case): string | undefined {
  const {path} = found.subject.diagnostic
  if (!changes.isEdited(path)) return undefined
  return `this ${now.publishers[path] ? 'page' : 'file'} was changed`
}

/** The page of the same name in another locale. */
function changedTranslation({found, brand, before, now, changes}: Case): string | undefined {
  const {path} = found.subject.diagnostic
  const [tag = '', ...rest] = path.split('/')
  const tags = now.locales[brand] ?? [...new Set(Object.values(now.locales).flat())]
  if (!tags.includes(tag)) return undefined
  for (const other of tags) {
    const name = [other, ...rest].join('/')
    if (other === tag) continue
    if (changes.isEdited(name)) return `\`${seenFrom(path, name)}\` was changed`
    if (now.publishers[name] && changes.oldOf(name) === undefined) return `\`${seenFrom(path, name)}\` was added`
    if (before.publishers[name] && changes.removed.includes(name)) return `\`${seenFrom(path, name)}\` was removed`
  }
  return undefined
}

function changedConfiguration({changes, config, configPath}: Case): string | undefined {
  return changes.isEdited(configPath) ? `\`${config}\` was changed` : undefined
}
