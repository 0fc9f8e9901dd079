import type {Expression} from './expression.ts'
import type {Fault} from './fault.ts'
import {pairTags} from './pair-tags.ts'
import {scanMacros, type Token} from './scan.ts'

interface Range {
  /** 0-based UTF-16 offsets into the source, end exclusive. */
  readonly start: number
  readonly end: number
}

/** A part of a source as it is carried out. Text is already trimmed. */
export type MacroNode =
  | (Range & {readonly type: 'text'})
  | (Range & {readonly type: 'output'; readonly expression: Expression})
  | (Range & {readonly type: 'set'; readonly names: readonly string[]; readonly value: Expression})
  | {readonly type: 'capture'; readonly names: readonly string[]; readonly children: readonly MacroNode[]}
  | {readonly type: 'if'; readonly branches: readonly Branch[]}
  | (Range & {
      readonly type: 'for'
      readonly names: readonly string[]
      /** Left out when it could not be read: the loop is empty. */
      readonly list: Expression | undefined
      readonly children: readonly MacroNode[]
      readonly otherwise: readonly MacroNode[]
    })

/** One branch of an `if`; the range is that of its tag. */
export interface Branch extends Range {
  /** `always` for `else`; `never` for a condition that could not be read. */
  readonly condition: Expression | 'always' | 'never'
  readonly children: readonly MacroNode[]
}

/** A source as a tree of macros and text, with the faults that hold in every edition. */
export interface MacroTree {
  readonly children: readonly MacroNode[]
  readonly faults: readonly Fault[]
}

interface OpenIf {
  readonly kind: 'if'
  readonly branches: (Range & {condition: Branch['condition']; children: MacroNode[]})[]
}

interface OpenFor extends Range {
  readonly kind: 'for'
  readonly names: readonly string[]
  readonly list: Expression | undefined
  readonly children: MacroNode[]
  otherwise: MacroNode[] | undefined
}

interface OpenCapture {
  readonly kind: 'capture'
  readonly names: readonly string[]
  readonly children: MacroNode[]
}

type OpenNode = OpenIf | OpenFor | OpenCapture

/** Parses the macros of a source. Never throws; what cannot be read is text and a fault. */
export function parseMacros(text: string): MacroTree {
  const {tokens, faults} = scanMacros(text)
  const paired = pairTags(text, tokens)
  const root: MacroNode[] = []
  const open: OpenNode[] = []
  const add = (node: MacroNode): void => {
    childrenOf(open.at(-1), root).push(node)
  }
  tokens.forEach((token, index) => {
    if (token.type === 'silent') return
    if (token.type === 'output') add(token)
    else if (token.type === 'text') addText(add, trimmed(text, token, neighbours(tokens, index, paired.unpaired)))
    else if (paired.unpaired.has(index)) add({type: 'text', start: token.start, end: token.end})
    else addTag(token, open, add)
  })
  return {children: root, faults: [...faults, ...paired.faults]}
}

function childrenOf(node: OpenNode | undefined, root: MacroNode[]): MacroNode[] {
  if (!node) return root
  if (node.kind === 'if') return node.branches.at(-1)?.children ?? root
  return node.kind === 'for' ? (node.otherwise ?? node.children) : node.children
}

function addText(add: (node: MacroNode) => void, {start, end}: Range): void {
  if (end > start) add({type: 'text', start, end})
}

function addTag(token: Token & {type: 'tag'}, open: OpenNode[], add: (node: MacroNode) => void): void {
  const {statement, start, end, faulty} = token
  const top = open.at(-1)
  switch (statement.kind) {
    case 'if':
      if (faulty) add({type: 'text', start, end})
      open.push({kind: 'if', branches: [{start, end, condition: statement.condition ?? 'never', children: []}]})
      return
    case 'elif':
      if (top?.kind === 'if') top.branches.push({start, end, condition: statement.condition ?? 'never', children: []})
      return
    case 'else':
      if (top?.kind === 'if') top.branches.push({start, end, condition: 'always', children: []})
      else if (top?.kind === 'for') top.otherwise = []
      return
    case 'for': {
      if (faulty) add({type: 'text', start, end})
      const {names, list} = statement
      open.push({kind: 'for', start, end, names, list, children: [], otherwise: undefined})
      return
    }
    case 'set': {
      const {names, value} = statement
      add(value ? {type: 'set', start, end, names, value} : {type: 'text', start, end})
      return
    }
    case 'capture':
      open.push({kind: 'capture', names: statement.names, children: []})
      return
    case 'endif':
    case 'endfor':
    case 'endset':
      open.pop()
      if (top) add(finished(top))
      return
    case 'raw':
      return
  }
}

function finished(node: OpenNode): MacroNode {
  if (node.kind === 'if') return {type: 'if', branches: node.branches}
  if (node.kind === 'capture') return {type: 'capture', names: node.names, children: node.children}
  const {start, end, names, list, children, otherwise = []} = node
  return {type: 'for', start, end, names, list, children, otherwise}
}

/** Whether the macros on either side of a text ask to trim it. */
function neighbours(
  tokens: readonly Token[],
  index: number,
  unpaired: ReadonlySet<number>,
): {before: boolean; after: boolean} {
  const previous = unpaired.has(index - 1) ? undefined : tokens[index - 1]
  const next = unpaired.has(index + 1) ? undefined : tokens[index + 1]
  return {
    before: previous !== undefined && previous.type !== 'text' && previous.trimAfter,
    after: next !== undefined && next.type !== 'text' && next.trimBefore,
  }
}

function trimmed(text: string, {start, end}: Range, {before, after}: {before: boolean; after: boolean}): Range {
  let first = start
  let last = end
  if (before) while (first < last && /\s/.test(text.charAt(first))) first++
  if (after) while (last > first && /\s/.test(text.charAt(last - 1))) last--
  return {start: first, end: last}
}
