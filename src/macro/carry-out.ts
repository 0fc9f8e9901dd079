import type {Values} from '../core/site.ts'
import {evaluate, type Surroundings} from './evaluate.ts'
import {dottedName, type Expression} from './expression.ts'
import type {Fault} from './fault.ts'
import type {Filters} from './filters.ts'
import {scalarText, valuesName} from './scope.ts'
import type {MacroNode} from './tree.ts'
import {groupFault, undefinedFault} from './undefined-names.ts'

/** A piece of what a source becomes in one edition. `start` and `end` are offsets of the text or macro it is made from. */
export type Piece =
  | {readonly type: 'text'; readonly start: number; readonly end: number}
  | {readonly type: 'value'; readonly start: number; readonly end: number; readonly text: string}
  | {
      readonly type: 'lookup'
      readonly start: number
      readonly end: number
      readonly text: string
      readonly name: string
    }

/** Pieces in order, with the faults that only show when macros are carried out. */
export interface CarriedOut {
  readonly pieces: readonly Piece[]
  readonly faults: readonly Fault[]
}

/** What macros are carried out with. */
export interface MacroRun {
  /** The source, offsets count from its start. */
  readonly text: string
  readonly visible: Values
  /** Starts of outputs that stay as the author wrote them. */
  readonly faultyOutputs: ReadonlySet<number>
  readonly filters: Filters
}

// Loops inside loops multiply; a page that gets here is not one that anybody meant to write.
const maximumSteps = 200_000
const maximumGrowth = 20_000_000

interface Range {
  readonly start: number
  readonly end: number
}

/** Carries out the macros of one source in one edition. */
export function carryOut(children: readonly MacroNode[], run: MacroRun): CarriedOut {
  const faults: Fault[] = []
  const scopes = [new Map<string, unknown>()]
  let pieces: Piece[] = []
  let steps = 0
  let growth = 0

  const scopeOf = (name: string): Map<string, unknown> | undefined => scopes.findLast((scope) => scope.has(name))
  const around: Surroundings = {
    lookUp(name) {
      const scope = scopeOf(name)
      return scope ? scope.get(name) : Object.hasOwn(run.visible, name) ? run.visible[name] : undefined
    },
    filters: run.filters,
  }
  const isExhausted = (): boolean => steps > maximumSteps || growth > maximumGrowth
  /** Counts what only this macro makes of the page, and reports the macro that makes too much of it. */
  const spend = ({start, end}: Range, text: number): void => {
    if (isExhausted()) return
    steps += scopes.length > 1 ? 1 : 0
    growth += text
    if (!isExhausted()) return
    const message = 'This macro makes the page larger than a page can be'
    faults.push({ruleId: 'source/too-complex', start, end, message})
  }
  const valueOf = (expression: Expression, {start, end}: Range): {value: unknown} | undefined => {
    try {
      return {value: evaluate(expression, around)}
    } catch {
      const message = 'Cannot carry out this macro, a filter or operator does not fit its value'
      faults.push({ruleId: 'macro/syntax', start, end, message, actual: run.text.slice(start, end)})
      return undefined
    }
  }
  const assign = (names: readonly string[], value: unknown): void => {
    for (const name of names) (scopeOf(name) ?? scopes.at(-1))?.set(name, value)
  }

  const output = (node: MacroNode & {type: 'output'}): void => {
    const {start, end, expression} = node
    const result = run.faultyOutputs.has(start) || isExhausted() ? undefined : valueOf(expression, node)
    // Half of a surrogate pair cannot be written to a file, and not every parser keeps it.
    const text = result && (result.value === null ? '' : scalarText(result.value)?.toWellFormed())
    if (text === undefined) {
      pieces.push({type: 'text', start, end})
      if (result) faults.push(noTextFault(node, result.value))
      return
    }
    const name = dottedName(expression)
    const first = name?.parts[0]
    const plain = name !== undefined && first === valuesName && !scopeOf(first)
    pieces.push(
      plain ? {type: 'lookup', start, end, text, name: name.parts.join('.')} : {type: 'value', start, end, text},
    )
    spend(node, text.length)
  }

  const loop = (node: MacroNode & {type: 'for'}): void => {
    const rows = node.list ? rowsOf(valueOf(node.list, node)?.value, node.names) : []
    const scope = new Map<string, unknown>()
    scopes.push(scope)
    for (const [index, row] of rows.entries()) {
      spend(node, 0)
      if (isExhausted()) break
      for (const [at, name] of node.names.entries()) scope.set(name, row[at])
      scope.set('loop', loopState(index, rows.length))
      visit(node.children)
    }
    if (rows.length === 0) visit(node.otherwise)
    scopes.pop()
  }

  const capture = (node: MacroNode & {type: 'capture'}): void => {
    const outer = pieces
    pieces = []
    visit(node.children)
    assign(node.names, pieces.map((piece) => pieceText(run.text, piece)).join(''))
    pieces = outer
  }

  const visitNode = (node: MacroNode): void => {
    switch (node.type) {
      case 'text':
        pieces.push(node)
        if (scopes.length > 1) spend(node, node.end - node.start)
        return
      case 'output':
        output(node)
        return
      case 'set':
        assign(node.names, valueOf(node.value, node)?.value)
        return
      case 'capture':
        capture(node)
        return
      case 'if': {
        const taken = node.branches.find((branch) =>
          typeof branch.condition === 'string'
            ? branch.condition === 'always'
            : Boolean(valueOf(branch.condition, branch)?.value),
        )
        visit(taken?.children ?? [])
        return
      }
      case 'for':
        loop(node)
    }
  }
  const visit = (nodes: readonly MacroNode[]): void => {
    for (const node of nodes) visitNode(node)
  }
  visit(children)
  return {pieces, faults}
}

/** Text of a piece with its value written out. */
export function pieceText(source: string, piece: Piece): string {
  return piece.type === 'text' ? source.slice(piece.start, piece.end) : piece.text
}

function noTextFault({start, end, expression}: Range & {expression: Expression}, value: unknown): Fault {
  const name = dottedName(expression)
  if (name && value === undefined) return undefinedFault(name, [])
  if (name) return groupFault(name, typeof value === 'object' && value !== null ? Object.keys(value) : [])
  const message = value === undefined ? 'This macro has no value' : 'This macro gives a group of values, expected text'
  return {ruleId: 'macro/undefined', start, end, message}
}

/** Values of the names of a loop, round by round: members of a list, or keys (and values) of a group. */
function rowsOf(value: unknown, names: readonly string[]): readonly (readonly unknown[])[] {
  if (typeof value === 'string') return names.length === 1 ? Array.from(value, (character) => [character]) : []
  if (Array.isArray(value)) {
    const list: readonly unknown[] = value
    return list.map((item) => (names.length === 1 || !Array.isArray(item) ? [item] : Array.from<unknown>(item)))
  }
  return typeof value === 'object' && value !== null ? Object.entries(value) : []
}

function loopState(index0: number, length: number): Readonly<Record<string, number | boolean>> {
  return {
    index: index0 + 1,
    index0,
    revindex: length - index0,
    revindex0: length - index0 - 1,
    first: index0 === 0,
    last: index0 === length - 1,
    length,
  }
}
