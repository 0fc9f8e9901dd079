import {nearestAll} from '../core/nearest.ts'
import type {Values} from '../core/site.ts'
import {dottedName, type DottedName, type Expression} from './expression.ts'
import type {Fault} from './fault.ts'
import {resolvePath, scalarText, visibleNames} from './scope.ts'
import type {MacroNode} from './tree.ts'
import {groupFault, including, neededNames, provenNames, undefinedFault} from './undefined-names.ts'

/** A name that a source needs from outside. */
interface Need {
  readonly name: DottedName
  /** Start of the output that holds it; left out in block tags. */
  readonly output: number | undefined
  /** Whether it is the whole output, and so must have a text. */
  readonly asText: boolean
}

/** What a source needs from outside, and the names it sets itself. */
export interface NeededNames {
  readonly needs: readonly Need[]
  readonly locals: readonly string[]
}

/** Faults of one edition, and the starts of the outputs that hold one. */
export interface NameFaults {
  readonly faults: readonly Fault[]
  readonly faultyOutputs: ReadonlySet<number>
}

const nothing: ReadonlySet<string> = new Set()
const maximumLocalCandidates = 100

/**
 * Names that a source needs from outside, in source order, whatever branch an edition takes.
 *
 * Left out are names that the source sets itself, and those that a condition around them proves to be defined. A name
 * set in a branch counts from there on: where that branch was not taken, carrying the macro out tells.
 */
export function neededByTree(children: readonly MacroNode[]): NeededNames {
  const needs: Need[] = []
  const locals = new Set<string>()

  const need = (expression: Expression, proven: ReadonlySet<string>, output?: number): void => {
    const whole = output === undefined ? undefined : dottedName(expression)
    for (const name of neededNames(expression, proven)) {
      if (!locals.has(name.parts[0] ?? '')) needs.push({name, output, asText: name.start === whole?.start})
    }
  }
  const visitNode = (node: MacroNode, proven: ReadonlySet<string>): void => {
    switch (node.type) {
      case 'text':
        return
      case 'output':
        need(node.expression, proven, node.start)
        return
      case 'set':
        need(node.value, proven)
        for (const name of node.names) locals.add(name)
        return
      case 'capture':
        visit(node.children, proven)
        for (const name of node.names) locals.add(name)
        return
      case 'if': {
        let known = proven
        for (const {condition, children: inner} of node.branches) {
          if (typeof condition !== 'string') need(condition, known)
          const {whenTrue, whenFalse} =
            typeof condition === 'string' ? {whenTrue: [], whenFalse: []} : provenNames(condition)
          visit(inner, including(known, whenTrue))
          known = including(known, whenFalse)
        }
        return
      }
      case 'for': {
        if (node.list) need(node.list, proven)
        const own = [...node.names, 'loop'].filter((name) => !locals.has(name))
        for (const name of own) locals.add(name)
        visit(node.children, proven)
        for (const name of own) locals.delete(name)
        visit(node.otherwise, proven)
      }
    }
  }
  const visit = (nodes: readonly MacroNode[], proven: ReadonlySet<string>): void => {
    for (const node of nodes) visitNode(node, proven)
  }
  visit(children, nothing)
  return {needs, locals: [...locals].slice(0, maximumLocalCandidates)}
}

/** Finds the names that have no value, or none that is text, in one edition. */
export function nameFaults({needs, locals}: NeededNames, visible: Values): NameFaults {
  const faults: Fault[] = []
  const faultyOutputs = new Set<number>()
  const closest = new Map<string, readonly string[]>()
  let candidates: readonly string[] | undefined
  for (const {name, output, asText} of needs) {
    const value = resolvePath(visible, name.parts)
    if (value !== undefined && (!asText || scalarText(value) !== undefined)) continue
    if (output !== undefined) faultyOutputs.add(output)
    if (value !== undefined) {
      faults.push(groupFault(name, typeof value === 'object' && value !== null ? Object.keys(value) : []))
      continue
    }
    const dotted = name.parts.join('.')
    candidates ??= [...visibleNames(visible), ...locals]
    if (!closest.has(dotted)) closest.set(dotted, nearestAll(dotted, candidates))
    faults.push(undefinedFault(name, closest.get(dotted) ?? []))
  }
  return {faults, faultyOutputs}
}
