import {nearest} from '../core/nearest.ts'
import type {Expression} from './expression.ts'
import {parseExpression} from './parse-expression.ts'

/**
 * What a block tag says. An expression that cannot be read is left out: the tag keeps its part in the structure, so
 * that one mistake does not turn the matching end tag into another.
 */
export type Statement =
  | {readonly kind: 'if' | 'elif'; readonly condition: Expression | undefined}
  | {readonly kind: 'else' | 'endif' | 'endfor' | 'endset' | 'raw'}
  | {readonly kind: 'for'; readonly names: readonly string[]; readonly list: Expression | undefined}
  | {readonly kind: 'set'; readonly names: readonly string[]; readonly value: Expression | undefined}
  | {readonly kind: 'capture'; readonly names: readonly string[]}

/** A statement, or none when the tag is unknown, and one sentence about what is wrong with it. */
export interface ParsedStatement {
  readonly statement: Statement | undefined
  readonly problem?: string
  readonly expected?: readonly string[]
}

const known = ['if', 'elif', 'else', 'endif', 'for', 'endfor', 'set', 'endset', 'raw', 'endraw']
const name = '[\\p{L}_][\\p{L}\\p{N}_]*'
const nameList = new RegExp(`^\\s*(${name}(?:\\s*,\\s*${name})*)`, 'u')

/**
 * Parses the inside of a block tag.
 *
 * @param source  without delimiters and trim dashes
 * @param offset  where `source` starts in the text
 */
export function parseStatement(source: string, offset: number): ParsedStatement {
  const [head = '', keyword = ''] = /^\s*([\p{L}_][\p{L}\p{N}_]*)?/u.exec(source) ?? []
  const rest = source.slice(head.length)
  const restOffset = offset + head.length
  switch (keyword) {
    case 'if':
    case 'elif':
    case 'elseif':
      return parseCondition(keyword === 'if' ? 'if' : 'elif', rest, restOffset)
    case 'else':
    case 'endif':
    case 'endfor':
    case 'endset':
    case 'raw':
      return parseBareTag(keyword, rest)
    case 'for':
      return parseFor(rest, restOffset)
    case 'set':
      return parseSet(rest, restOffset)
    default: {
      const expected = nearest(keyword, known)
      const found = keyword === '' ? 'Expected the name of a tag' : `Unknown tag \`${keyword}\``
      const list = `expected one of ${known.map((one) => `\`${one}\``).join(', ')}`
      const problem = expected === undefined ? `${found}, ${list}` : `${found}; did you mean \`${expected}\``
      return {statement: undefined, problem, ...(expected !== undefined && {expected: [expected]})}
    }
  }
}

function parseCondition(kind: 'if' | 'elif', source: string, offset: number): ParsedStatement {
  const {expression, problem} = parseExpression(source, offset)
  if (expression) return {statement: {kind, condition: expression}}
  const hint = /[^=!<>]=(?![=>])/.test(source) ? '; did you mean `==`' : ` after \`${kind}\``
  return {statement: {kind, condition: undefined}, problem: `${problem}${hint}`}
}

function parseBareTag(kind: 'else' | 'endif' | 'endfor' | 'endset' | 'raw', rest: string): ParsedStatement {
  const extra = rest.trim()
  if (extra === '') return {statement: {kind}}
  if (kind === 'else' && /^if\b/.test(extra)) {
    const problem = 'Found `else if`, expected `elif`'
    return {statement: {kind: 'elif', condition: undefined}, problem, expected: ['elif']}
  }
  return {statement: {kind}, problem: `Expected nothing after \`${kind}\`, found \`${extra}\``}
}

function parseFor(source: string, offset: number): ParsedStatement {
  const list = nameList.exec(source)
  const names = namesOf(list?.[1])
  const head = list?.[0] ?? ''
  const [keyword] = /^\s+in(?![\p{L}\p{N}_])/u.exec(source.slice(head.length)) ?? []
  if (!list || keyword === undefined) {
    return {statement: {kind: 'for', names, list: undefined}, problem: 'Expected `for name in list`'}
  }
  const at = head.length + keyword.length
  const {expression, problem} = parseExpression(source.slice(at), offset + at)
  if (expression) return {statement: {kind: 'for', names, list: expression}}
  return {statement: {kind: 'for', names, list: undefined}, problem: `${problem} after \`in\``}
}

function parseSet(source: string, offset: number): ParsedStatement {
  const list = nameList.exec(source)
  const names = namesOf(list?.[1])
  const head = list?.[0] ?? ''
  const [equals] = /^\s*=(?!=)/.exec(source.slice(head.length)) ?? []
  if (list && equals === undefined && source.slice(head.length).trim() === '') {
    return {statement: {kind: 'capture', names}}
  }
  if (!list || equals === undefined) {
    return {statement: {kind: 'set', names, value: undefined}, problem: 'Expected `set name = value`'}
  }
  const at = head.length + equals.length
  const {expression, problem} = parseExpression(source.slice(at), offset + at)
  if (expression) return {statement: {kind: 'set', names, value: expression}}
  return {statement: {kind: 'set', names, value: undefined}, problem: `${problem} after \`=\``}
}

function namesOf(list: string | undefined): readonly string[] {
  return list === undefined ? [] : list.split(',').map((one) => one.trim())
}
