import {isMap, isScalar, isSeq, parseDocument, type Pair, type YAMLMap} from 'yaml'
import type {Diagnostic} from '../core/diagnostic.ts'
import {nearest} from '../core/nearest.ts'
import {locator} from '../../plugins/source-text/locator.ts'
import type {Place} from '../core/position.ts'
import {rules, type RuleId} from '../core/rules.ts'
import {targetNode, type NavNode} from './nav-node.ts'
import {isValidRest} from './rest-node.ts'

/** How a folder's pages and sub-folders stand in the nav: what its `.pages` file says. */
export interface PagesFile {
  /** Path from the content folder. */
  readonly path: string
  /** Title of the folder's section; may hold macros. */
  readonly title?: string
  readonly titlePlace?: Place
  /** Entries in order; left out: everything in the folder. */
  readonly nav?: readonly NavNode[]
  /** The folder and what is below it stay out of the nav. */
  readonly hide: boolean
  /** Left out with the other orders left out as well: index, files, folders, each by name. */
  readonly order?: 'asc' | 'desc'
  readonly natural: boolean
  readonly orderBy?: 'filename' | 'title'
  readonly ignoreCase: boolean
  /** Whether the folder gives way to its only child. */
  readonly collapse?: boolean
  /** The same for every folder below, until another file says otherwise. */
  readonly collapseSinglePages?: boolean
}

const keys = [
  'title',
  'nav',
  'arrange',
  'hide',
  'order',
  'sort_type',
  'order_by',
  'ignore_case',
  'collapse',
  'collapse_single_pages',
] as const

/** Nesting of nav entries beyond which a file is refused; deeper ones would exhaust the stack of the YAML parser. */
const maximumNesting = 200

interface Reader {
  readonly path: string
  readonly placeOf: (node: unknown) => Place | undefined
  readonly diagnostics: Diagnostic[]
}

/**
 * Reads a `.pages` file as mkdocs-awesome-pages 2.10 does: `nav` (or the older `arrange`), `title`, `hide`, `order`,
 * `sort_type`, `order_by`, `ignore_case`, `collapse`, `collapse_single_pages`.
 *
 * Reports `config/syntax` for text that is no YAML and `config/invalid` for keys and values it does not know; what can
 * be used is used.
 *
 * @param path  from the content folder, for messages
 */
export function readPagesFile(
  text: string,
  path: string,
): {readonly pages: PagesFile; readonly diagnostics: readonly Diagnostic[]} {
  const empty: PagesFile = {path, hide: false, natural: false, ignoreCase: false}
  const pointAt = locator(text)
  if (isTooDeep(text)) {
    return {pages: empty, diagnostics: [finding('config/syntax', path, 'Entries are nested too deeply')]}
  }
  // Keys are compared below: the parser's own check takes the square of their number.
  const document = parseDocument(text, {uniqueKeys: false, prettyErrors: false})
  const placeOf = (node: unknown): Place | undefined => {
    const range = isScalar(node) || isMap(node) || isSeq(node) ? node.range : undefined
    return range ? {start: pointAt(range[0]), end: pointAt(range[1])} : undefined
  }
  const diagnostics = document.errors.map((error): Diagnostic => {
    const place = {start: pointAt(error.pos[0]), end: pointAt(error.pos[1])}
    return {...finding('config/syntax', path, `Cannot read the file as YAML: ${reason(error.message)}`), place}
  })
  const reader: Reader = {path, placeOf, diagnostics}
  const root = document.contents
  if (!isMap(root)) {
    if (root !== null && diagnostics.length === 0 && !(isScalar(root) && root.value === null)) {
      invalid(reader, 'Expected keys such as `nav` and `title`, found something else', {node: root})
    }
    return {pages: empty, diagnostics}
  }
  return {pages: {...empty, ...readKeys(reader, root)}, diagnostics}
}

function readKeys(reader: Reader, root: YAMLMap): Partial<PagesFile> {
  const values = new Map<string, Pair>()
  for (const pair of root.items) {
    const name = scalarText(pair.key) ?? ''
    if (!keys.some((key) => key === name)) {
      const guess = nearest(name, keys)
      const hint = guess ? `; did you mean \`${guess}\`` : ''
      invalid(reader, `Unknown key \`${name}\`${hint}`, {
        node: pair.key,
        actual: name,
        ...(guess ? {expected: [guess]} : {}),
      })
    } else if (values.has(name)) {
      invalid(reader, `Key \`${name}\` stands here twice`, {node: pair.key})
    } else {
      values.set(name, pair)
    }
  }
  const title = readTitle(reader, values.get('title'))
  const nav = readList(reader, values.get('nav')) ?? arranged(readList(reader, values.get('arrange')))
  const order = readChoice(reader, values.get('order'), ['asc', 'desc'])
  const orderBy = readChoice(reader, values.get('order_by'), ['filename', 'title'])
  const collapse = readBoolean(reader, values.get('collapse'))
  const collapseSinglePages = readBoolean(reader, values.get('collapse_single_pages'))
  return {
    ...title,
    ...(nav === undefined ? {} : {nav}),
    hide: readBoolean(reader, values.get('hide')) ?? false,
    ...(order === undefined ? {} : {order}),
    natural: readChoice(reader, values.get('sort_type'), ['natural', 'alphabetical']) === 'natural',
    ...(orderBy === undefined ? {} : {orderBy}),
    ignoreCase: readBoolean(reader, values.get('ignore_case')) ?? false,
    ...(collapse === undefined ? {} : {collapse}),
    ...(collapseSinglePages === undefined ? {} : {collapseSinglePages}),
  }
}

// `arrange` only sorts: what it does not name follows.
function arranged(nodes: readonly NavNode[] | undefined): readonly NavNode[] | undefined {
  if (!nodes || nodes.some((node) => node.kind === 'rest')) return nodes
  return [...nodes, {kind: 'rest', flat: false}]
}

function readTitle(reader: Reader, pair: Pair | undefined): Pick<PagesFile, 'title' | 'titlePlace'> {
  if (!pair || isEmpty(pair.value)) return {}
  const title = scalarText(pair.value)
  const titlePlace = reader.placeOf(pair.value)
  if (title !== undefined) return {title, ...(titlePlace ? {titlePlace} : {})}
  invalid(reader, 'Expected text for `title`', {node: pair.value})
  return {}
}

function readBoolean(reader: Reader, pair: Pair | undefined): boolean | undefined {
  if (!pair || isEmpty(pair.value)) return undefined
  if (isScalar(pair.value) && typeof pair.value.value === 'boolean') return pair.value.value
  const text = scalarText(pair.value) ?? ''
  invalid(reader, `Expected \`true\` or \`false\` for \`${scalarText(pair.key) ?? ''}\`, found \`${text}\``, {
    node: pair.value,
  })
  return undefined
}

function readChoice<Choice extends string>(
  reader: Reader,
  pair: Pair | undefined,
  choices: readonly Choice[],
): Choice | undefined {
  if (!pair || isEmpty(pair.value)) return undefined
  const text = scalarText(pair.value) ?? ''
  const choice = choices.find((one) => one === text)
  if (choice === undefined) {
    const allowed = choices.map((one) => `\`${one}\``).join(' or ')
    const message = `Expected ${allowed} for \`${scalarText(pair.key) ?? ''}\`, found \`${text}\``
    invalid(reader, message, {node: pair.value, actual: text, expected: choices})
  }
  return choice
}

function readList(reader: Reader, pair: Pair | undefined): readonly NavNode[] | undefined {
  if (!pair || isEmpty(pair.value)) return undefined
  if (!isSeq(pair.value)) {
    invalid(reader, `Expected a list for \`${scalarText(pair.key) ?? ''}\``, {node: pair.value})
    return undefined
  }
  return pair.value.items.flatMap((item) => readEntry(reader, item))
}

function readEntry(reader: Reader, item: unknown): readonly NavNode[] {
  if (isMap(item)) return item.items.flatMap((pair) => readTitled(reader, pair))
  const target = isEmpty(item) ? undefined : scalarText(item)
  if (target === undefined) {
    invalid(reader, 'Expected a path, a title with a path, or a title with entries', {node: item})
    return []
  }
  const node = targetNode(target, undefined, reader.placeOf(item))
  if (node.kind === 'rest' && !isValidRest(node)) {
    invalid(reader, `Pattern \`${node.pattern?.source ?? ''}\` is not a valid regular expression`, {node: item})
    return []
  }
  return [node]
}

function readTitled(reader: Reader, pair: Pair): readonly NavNode[] {
  const title = scalarText(pair.key)
  const place = reader.placeOf(pair.key)
  if (title === undefined) {
    invalid(reader, 'Expected text for the title of an entry', {node: pair.key})
    return []
  }
  if (isEmpty(pair.value)) return [{kind: 'group', title, children: [], ...at(place)}]
  if (isSeq(pair.value)) {
    return [{kind: 'group', title, children: pair.value.items.flatMap((item) => readEntry(reader, item)), ...at(place)}]
  }
  const target = scalarText(pair.value)
  if (target === undefined) {
    invalid(reader, `Expected a path or a list of entries for \`${title}\``, {node: pair.value})
    return []
  }
  return [targetNode(target, title, reader.placeOf(pair.value))]
}

/** Text of a scalar as its author wrote it: `1.10` stays that and `2024` is text too. */
function scalarText(node: unknown): string | undefined {
  if (!isScalar(node)) return undefined
  return node.source ?? (typeof node.value === 'string' ? node.value : undefined)
}

function isEmpty(node: unknown): boolean {
  return node === null || node === undefined || (isScalar(node) && (node.value === null || node.value === ''))
}

function isTooDeep(text: string): boolean {
  let depth = 0
  for (const line of text.split('\n')) {
    for (const character of line) {
      if (character === '[' || character === '{') depth++
      else if (character === ']' || character === '}') depth--
    }
    const dashes = /^(?:[ \t]*-)*/.exec(line)?.[0] ?? ''
    if (depth > maximumNesting || dashes.length > 8 * maximumNesting) return true
  }
  return false
}

function reason(message: string): string {
  const first = message.split('\n', 1)[0] ?? ''
  return first.charAt(0).toLowerCase() + first.slice(1).replace(/[.:]$/, '')
}

function invalid(
  reader: Reader,
  message: string,
  more: {readonly node: unknown; readonly actual?: string; readonly expected?: readonly string[]},
): void {
  const {node, ...rest} = more
  reader.diagnostics.push({...finding('config/invalid', reader.path, message), ...at(reader.placeOf(node)), ...rest})
}

function finding(ruleId: RuleId, path: string, message: string): Diagnostic {
  return {ruleId, severity: rules[ruleId].severity, message, path}
}

function at(place: Place | undefined): {readonly place?: Place} {
  return place ? {place} : {}
}
