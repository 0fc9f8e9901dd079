import {isAlias, isMap, isScalar, isSeq, Lexer, parseDocument, visit} from 'yaml'
import type {Alias, Document, Node, Pair, ParsedNode, YAMLError} from 'yaml'
import {locator} from '../../plugins/source-text/locator.ts'
import type {Place} from '../core/position.ts'
import {quoteValue, type ConfigPath, type Finding} from './finding.ts'
import {isPlainMap} from './python-callable.ts'
import {unknownName} from './unknown-name.ts'

/** What is wrong with the text itself. */
interface SyntaxFault {
  readonly message: string
  readonly place: Place
}

/** A YAML configuration as plain data, with the way back to its text. */
export interface ParsedYaml {
  /** Left out when the text cannot be parsed. */
  readonly data?: unknown
  readonly faults: readonly SyntaxFault[]
  /** Where the key or the value at a path stands; the nearest one around it when it has no place of its own. */
  readonly locate: (path: ConfigPath, at: Finding['at']) => Place | undefined
}

/** Offsets into the text, end exclusive. */
type Range = readonly [start: number, end: number]

const pythonTag = /^tag:yaml\.org,2002:python\/(name|object\/apply|tuple|str|int|float|bool):?(.*)$/
const deepestFlow = 200

/**
 * Reads YAML 1.2 with merge keys (`<<`) and the Python tags of `mkdocs.yml`, which become `PythonCallable` data.
 * Duplicate keys and unknown tags are faults.
 *
 * @param text  without BOM, line endings `\n`
 */
export function parseYaml(text: string): ParsedYaml {
  const point = locator(text)
  const placeOf = ([start, end]: Range): Place => ({start: point(start), end: point(end)})
  const fail = (faults: readonly Fault[]): ParsedYaml => ({
    faults: faults.map(({message, range}) => ({message, place: placeOf(range)})),
    locate: () => undefined,
  })
  const tooDeep = findDeepNesting(text)
  if (tooDeep) return fail([tooDeep])
  const document = parseDocument(text, {prettyErrors: false, merge: true, logLevel: 'silent'})
  const faults = document.errors.length > 0 ? syntaxFaults(document.errors, text) : resolveTags(document)
  if (faults.length > 0) return fail(faults)
  const locate = (path: ConfigPath, at: Finding['at']): Place | undefined => {
    const range = findRange(document, path, at)
    if (!range) return undefined
    // A block ends where the next one starts, on a later line.
    const extent = text.slice(range[0], range[1]).trimEnd().length
    return placeOf([range[0], range[0] + extent])
  }
  try {
    const data: unknown = document.toJS()
    return {data, faults: [], locate}
  } catch {
    // The only thing left to fail here is the bound of the library on what aliases may expand to.
    return fail([{message: 'Found aliases that expand to too much', range: [0, 0]}])
  }
}

interface Fault {
  readonly message: string
  readonly range: Range
}

/** The parser recurses: input that is nothing but brackets would end the process. */
function findDeepNesting(text: string): Fault | undefined {
  let flow = 0
  let dashes = 0
  let offset = 0
  for (const token of new Lexer().lex(text)) {
    if (token === '[' || token === '{') flow++
    else if (token === ']' || token === '}') flow--
    else if (token === '\n') dashes = 0
    else if (token === '-' || token === '?') dashes++
    if (flow > deepestFlow || dashes > deepestFlow) {
      return {message: `Found more than ${String(deepestFlow)} levels of lists and maps`, range: [offset, offset + 1]}
    }
    // The lexer marks documents and scalars with control characters that are not in the text.
    if (token !== '\u0002' && token !== '\u0018' && token !== '\u001f') offset += token.length
  }
  return undefined
}

/** Duplicate keys, else the first error: what follows it is mostly its consequence. */
function syntaxFaults(errors: readonly YAMLError[], text: string): readonly Fault[] {
  const [first] = errors
  if (!first) return []
  if (errors.every((error) => error.code === 'DUPLICATE_KEY')) {
    return errors.map(({pos}) => {
      const key = /^[^:\n]*/.exec(text.slice(pos[0], pos[0] + 200))?.[0].trim() ?? ''
      return {message: `Found the key ${quoteValue(key)} twice in one map`, range: [pos[0], pos[0] + key.length]}
    })
  }
  const reason = first.message.split('\n', 1)[0] ?? ''
  return [{message: `Cannot parse the YAML: ${reason.replace(/\.$/, '')}`, range: first.pos}]
}

/** Turns Python tags into data, in place; other tags that YAML does not know are faults, as are aliases without anchor. */
function resolveTags(document: Document.Parsed): readonly Fault[] {
  const faults: Fault[] = []
  visit(document, {
    Alias(_, node) {
      if (!node.resolve(document)) {
        faults.push({message: `Unknown alias \`*${node.source}\``, range: rangeOf(node) ?? [0, 0]})
      }
    },
    Value(_, node) {
      if (node.tag?.startsWith('tag:yaml.org,2002:python/') !== true) return undefined
      const [, kind, name] = pythonTag.exec(node.tag) ?? []
      if (kind === undefined) return undefined
      if (kind !== 'name' && kind !== 'object/apply') {
        delete node.tag
        return undefined
      }
      const data: unknown = isScalar(node) ? undefined : node.toJS(document)
      const {args, kwds, ...others} = Array.isArray(data) ? {args: data} : isPlainMap(data) ? data : {}
      for (const other of Object.keys(others)) {
        const {message} = unknownName('key', other, ['args', 'kwds'])
        faults.push({message, range: rangeOf(node) ?? [0, 0]})
      }
      // No function that is known takes positional arguments: as one of the others they are reported as unknown.
      const positional = Array.isArray(args) && args.length > 0 ? {args} : {}
      const call = document.createNode({python: name ?? '', kwds: {...(isPlainMap(kwds) ? kwds : {}), ...positional}})
      call.range = node.range ?? null
      return call
    },
  })
  for (const warning of document.warnings) {
    const {code, pos, message} = warning
    if (code !== 'TAG_RESOLVE_FAILED' || message.includes('tag:yaml.org,2002:python/')) continue
    faults.push({message: `Unknown YAML tag \`${message.replace(/^.*: /, '')}\``, range: pos})
  }
  return faults
}

function findRange(document: Document.Parsed, path: ConfigPath, at: Finding['at']): Range | undefined {
  let node: Node | null = document.contents
  let best = node ? rangeOf(node) : undefined
  if (path.length === 0) return best && [best[0], best[0]]
  let key: Range | undefined
  for (const part of path) {
    const resolved: Node | undefined | null = isAlias(node) ? node.resolve(document) : node
    if (isSeq(resolved) && typeof part === 'number') {
      node = asNode(resolved.items[part])
      key = undefined
    } else if (isMap(resolved)) {
      const pair = findPair(resolved, String(part), document)
      if (!pair) return key ?? best
      node = asNode(pair.value)
      key = isScalar(pair.key) ? rangeOf(pair.key) : undefined
    } else return key ?? best
    const value = node ? rangeOf(node) : undefined
    // An empty value has no extent to point at.
    best = (value && value[0] < value[1] ? value : key) ?? best
  }
  return at === 'key' ? (key ?? best) : best
}

function findPair(map: Node, name: string, document: Document.Parsed): Pair | undefined {
  if (!isMap(map)) return undefined
  const own = map.items.find((pair) => isScalar(pair.key) && String(pair.key.value) === name)
  if (own) return own
  for (const {key, value} of map.items) {
    if (!isScalar(key) || (key.value !== '<<' && typeof key.value !== 'symbol')) continue
    for (const source of isSeq(value) ? value.items : [value]) {
      const merged = isAlias(source) ? source.resolve(document) : asNode(source)
      const pair = merged && findPair(merged, name, document)
      if (pair) return pair
    }
  }
  return undefined
}

function asNode(value: unknown): Node | null {
  return isMap(value) || isSeq(value) || isScalar(value) || isAlias(value) ? value : null
}

function rangeOf(node: Node | ParsedNode | Alias): Range | undefined {
  return node.range ? [node.range[0], node.range[1]] : undefined
}
