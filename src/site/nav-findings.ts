import type {Diagnostic} from '../core/diagnostic.ts'
import {nearest} from '../core/nearest.ts'
import {basename, dirname, inFolder} from '../core/paths.ts'
import {rules, type RuleId} from '../core/rules.ts'
import {childNames} from './folder-tree.ts'
import {isValidWebAddress, mendedWebAddress} from './link-target.ts'
import type {NavContext} from './nav-context.ts'
import type {LinkNode, PathNode} from './nav-node.ts'

/** Where an entry stands. */
interface At {
  readonly context: NavContext
  /** File that the entry stands in. */
  readonly path: string
}

/**
 * Finding that an entry leads nowhere.
 *
 * @param target  path inside the locale folder; `undefined` when the entry leaves it
 */
export function missingEntry(node: PathNode, target: string | undefined, at: At): Diagnostic {
  const {context} = at
  const address = mendedWebAddress(node.path)
  if (address !== undefined) return malformedAddress(node, node.path, {...at, fix: address})
  const siblings = target === undefined ? [] : childNames(context.tree.get(dirname(target)))
  const guess = target === undefined ? undefined : nearest(basename(target), siblings)
  const written = node.path.endsWith('/') ? node.path.slice(0, -1) : node.path
  const fix = guess === undefined ? undefined : inFolder(dirname(written), guess)
  return {
    ...finding('nav/missing-page', `Cannot find page or folder \`${node.path}\` of the nav${hint(fix)}`, {node, at}),
    actual: node.path,
    ...(fix ? {expected: [fix]} : {}),
  }
}

/** Finding that the external address of an entry cannot be one; `undefined` for a good one. */
export function faultyAddress(node: LinkNode, href: string, at: At): Diagnostic | undefined {
  const fix = mendedWebAddress(href)
  return fix === undefined && isValidWebAddress(href) ? undefined : malformedAddress(node, href, {...at, fix})
}

/**
 * Finding that the nav has what an entry opens already; `undefined` for the first one. An entry that is laid out again, with the
 * folder whose file it stands in, is no second one.
 *
 * @param key  what tells what the entry opens from anything else
 */
export function secondEntry(node: PathNode | LinkNode, key: string, at: At): Diagnostic | undefined {
  const {context, path} = at
  const first = context.seen.get(key)
  if (!first) context.seen.set(key, {node, path})
  if (!first || first.node === node) return undefined
  const written = node.kind === 'path' ? node.path : node.href
  const line = first.node.place ? `:${String(first.node.place.start.line)}` : ''
  const message = `Entry \`${written}\` opens what \`${first.path}${line}\` has in the nav already`
  return {...finding('nav/duplicate-entry', message, {node, at}), actual: written}
}

function malformedAddress(
  node: PathNode | LinkNode,
  href: string,
  at: At & {readonly fix: string | undefined},
): Diagnostic {
  const {fix} = at
  return {
    ...finding('link/malformed', `Address \`${href}\` of the nav is not a valid URL${hint(fix)}`, {node, at}),
    actual: href,
    ...(fix === undefined ? {} : {expected: [fix]}),
  }
}

function hint(fix: string | undefined): string {
  return fix === undefined ? '' : `; did you mean \`${fix}\``
}

function finding(
  ruleId: RuleId,
  message: string,
  {node, at}: {readonly node: PathNode | LinkNode; readonly at: At},
): Diagnostic {
  return {
    ruleId,
    severity: rules[ruleId].severity,
    message,
    path: at.path,
    ...(node.place ? {place: node.place} : {}),
    brands: [at.context.options.edition.brand.id],
  }
}
