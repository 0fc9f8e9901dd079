import {anchorsOf} from './site-state.ts'
import {seenFrom} from './case.ts'
import type {Case} from './case.ts'
import {linkNames, pageNames} from './link-names.ts'

/** A page or file that a link led to, and what goes by that name now. */
interface OldTarget {
  /** Name by which authors refer to it, from the content folder. */
  readonly name: string
  /** Path of its file. */
  readonly file: string
}

/**
 * What happened to the page, file or anchor that a link led to before: removed, renamed, limited to other brands. For a link
 * whose target is where it was: that its own page was renamed.
 */
export function linkCause(about: Case): string | undefined {
  const {found} = about
  const {ruleId, actual, path} = found.subject.diagnostic
  const isLost = /^(?:link|image|nav)\/(?:missing-|outside-|other-edition|conditional-anchor|wrong-case)/.test(ruleId)
  if (!isLost || actual === undefined) return undefined
  const isAnchor = ruleId === 'link/missing-anchor' || ruleId === 'link/conditional-anchor'
  const target = findOldTarget(about, actual)
  if (!target) return undefined
  const lost = isAnchor ? lostPage(about, target) : lostTarget(about, target)
  if (lost !== undefined) return `\`${seenFrom(path, target.name)}\` ${lost}`
  return isAnchor ? lostAnchor(about, target, actual) : undefined
}

/** What a destination led to in the earlier state, read from where its page stood then and stands now. */
function findOldTarget(about: Case, actual: string): OldTarget | undefined {
  const {found, brand, before, now, changes, oldPath} = about
  const {path} = found.subject.diagnostic
  const includers = (state: Case['now']): readonly string[] =>
    Object.entries(state.snippets).flatMap(([page, files]) => (files.includes(path) ? [page] : []))
  const places = [...(oldPath === undefined ? [] : [oldPath]), path, ...includers(now)]
  const link = linkNames(actual, places)
  const brands = brand === '*' ? Object.keys(before.targets) : [brand]
  for (const name of link?.names ?? []) {
    for (const candidate of pageNames(name)) {
      const earlier = [candidate, ...changes.renamed.filter((old) => changes.nowOf(old) === candidate)]
      for (const old of earlier) {
        const source = brands.map((id) => before.targets[id]?.[old]).find((one) => one !== undefined)
        if (source !== undefined) return {name: old, file: source === '' ? old : source}
      }
    }
  }
  return undefined
}

/** Why a link does not lead to its target any more; `undefined` when the target is there under its name. */
function lostTarget(about: Case, target: OldTarget): string | undefined {
  const {found, brand, now, changes} = about
  if (brand !== '*' && now.targets[brand]?.[target.name] !== undefined) return undefined
  const present = changes.nowOf(target.file)
  const publishers = now.publishers[present] ?? []
  if (publishers.length > 0 && brand !== '*' && !publishers.includes(brand)) {
    return `was limited to ${publishers.map((id) => `\`${id}\``).join(', ')}`
  }
  if (present === target.file) return lostPage(about, target)
  return `was renamed to \`${seenFrom(found.subject.diagnostic.path, present)}\``
}

function lostPage({changes}: Case, {file}: OldTarget): string | undefined {
  return changes.removed.includes(file) ? 'was removed' : undefined
}

function lostAnchor(about: Case, target: OldTarget, actual: string): string | undefined {
  const {found, before, now, changes, oldPath} = about
  const {path} = found.subject.diagnostic
  const anchor = linkNames(actual, [path])?.anchor ?? ''
  const brands = about.brand === '*' ? Object.keys(before.targets) : [about.brand]
  const present = changes.nowOf(target.file)
  for (const brand of brands) {
    const earlier = anchorsOf(before, target.file, brand)
    const ids = anchorsOf(now, present, brand)
    if (!earlier?.includes(anchor) || !ids || ids.includes(anchor)) continue
    const isOwn = target.file === oldPath
    const where = isOwn ? 'on this page' : `in \`${seenFrom(path, present)}\``
    const heir = heirOf(anchor, earlier, ids)
    return heir === undefined ? `\`#${anchor}\` was removed ${where}` : `\`#${anchor}\` became \`#${heir}\` ${where}`
  }
  return undefined
}

/**
 * The id that stands where another one stood: between the same ids, as many new ones must have taken the place of as many
 * old ones.
 */
function heirOf(id: string, before: readonly string[], now: readonly string[]): string | undefined {
  const at = before.indexOf(id)
  const present = new Set(now)
  const earlier = new Set(before)
  const first = before.findLastIndex((one, index) => index < at && present.has(one))
  const last = before.findIndex((one, index) => index > at && present.has(one))
  const olds = before.slice(first + 1, last === -1 ? undefined : last)
  const from = first === -1 ? -1 : now.indexOf(before[first] ?? '')
  const to = last === -1 ? now.length : now.indexOf(before[last] ?? '')
  const news = now.slice(from + 1, to)
  if (news.length !== olds.length || news.some((one) => earlier.has(one))) return undefined
  return news[olds.indexOf(id)]
}
