import nunjucks from 'nunjucks'
import {lineStarts} from '../../plugins/source-text/line-starts.ts'
import {nearest} from '../core/nearest.ts'
import type {BinaryOperator, CompareOperator, Expression} from './expression.ts'
import {filterNames, testNames} from './filters.ts'

declare module 'nunjucks' {
  // Exported by the package, missing in its types.
  export const parser: {
    parse(source: string, extensions: readonly unknown[], options: {tags: Readonly<Record<string, string>>}): unknown
  }
}

/** Delimiters of macros, in the form Nunjucks takes them. */
const tags = {
  blockStart: '<<<%',
  blockEnd: '%>>>',
  variableStart: '<<<',
  variableEnd: '>>>',
  commentStart: '<<<#',
  commentEnd: '#>>>',
}
const opening = '<<< '

/** Result of parsing: the expression, or one sentence that says why there is none. */
export type ParsedExpression =
  | {readonly expression: Expression; readonly problem?: undefined}
  | {readonly expression?: undefined; readonly problem: string; readonly grammatical: boolean}

interface SyntaxNode {
  readonly typename: string
  readonly lineno: number
  readonly colno: number
  readonly [field: string]: unknown
}

/** Says that an expression reads well but asks for something that macros do not offer. */
class NotOffered extends Error {}

/**
 * Parses the inside of a macro with the grammar of Nunjucks.
 *
 * Function calls and regular expressions are not offered: macros see text, not code.
 *
 * @param source  without delimiters and trim dashes
 * @param offset  where `source` starts in the text; offsets in the result count from the start of the text
 */
export function parseExpression(source: string, offset: number): ParsedExpression {
  let root: unknown
  try {
    root = nunjucks.parser.parse(`${opening}${source} >>>`, [], {tags})
  } catch {
    // The parser throws for every mistake, sometimes a `TypeError` where the text ends early.
    return {problem: 'Cannot read this expression', grammatical: false}
  }
  try {
    const output = onlyChild(onlyChild(root))
    if (!output) return {problem: 'Cannot read this expression', grammatical: false}
    return {expression: convert(output, sourceOf(source, offset))}
  } catch (error) {
    if (error instanceof NotOffered) return {problem: error.message, grammatical: true}
    return {problem: 'Cannot read this expression', grammatical: false}
  }
}

/** Where the nodes of an expression stand. */
interface ExpressionSource {
  start(node: SyntaxNode): number
  /** End of the member access whose key starts at this offset. */
  memberEnd(keyStart: number, key: string): number
}

function sourceOf(source: string, offset: number): ExpressionSource {
  const [, ...later] = lineStarts(source)
  const starts = [-opening.length, ...later]
  return {
    start: ({lineno, colno}) => offset + (starts[lineno] ?? 0) + colno,
    memberEnd(keyStart, key) {
      const end = keyStart + key.length
      if (source.startsWith(key, keyStart - offset) && !/\d/.test(key.charAt(0))) return end
      const bracket = source.indexOf(']', keyStart - offset)
      return bracket === -1 ? end : offset + bracket + 1
    },
  }
}

function isNode(value: unknown): value is SyntaxNode {
  return typeof value === 'object' && value !== null && 'typename' in value
}

function node(value: unknown): SyntaxNode {
  if (!isNode(value)) throw new TypeError('expected a node')
  return value
}

function children(value: unknown): readonly SyntaxNode[] {
  const list = isNode(value) ? value['children'] : value
  return Array.isArray(list) ? list.map(node) : []
}

function onlyChild(value: unknown): SyntaxNode | undefined {
  const list = children(value)
  return list.length === 1 ? list[0] : undefined
}

const arithmetic: Readonly<Record<string, BinaryOperator>> = {Mul: '*', Div: '/', FloorDiv: '//', Mod: '%'}
const binary: Readonly<Record<string, BinaryOperator>> = {
  Or: 'or',
  And: 'and',
  In: 'in',
  Concat: '~',
  Add: '+',
  Sub: '-',
  Pow: '**',
}
const unary: Readonly<Record<string, 'not' | '-' | '+'>> = {Not: 'not', Neg: '-', Pos: '+'}

function convert(from: SyntaxNode, source: ExpressionSource): Expression {
  const inner = (value: unknown): Expression => convert(node(value), source)
  const sign = unary[from.typename]
  if (sign) return {type: 'unary', operator: sign, target: inner(from['target'])}
  const operator = binary[from.typename]
  if (operator) return {type: 'binary', operator, left: inner(from['left']), right: inner(from['right'])}
  if (arithmetic[from.typename]) return convertProduct(from, inner)
  switch (from.typename) {
    case 'Literal':
      return convertLiteral(from, source)
    case 'Symbol': {
      const name = nameOf(from)
      const start = source.start(from)
      return {type: 'name', name, start, end: start + name.length}
    }
    case 'LookupVal':
      return convertMember(from, {inner, source})
    case 'Group': {
      // A group with commas gives its last member, as the comma operator that Nunjucks compiles it to.
      const last = children(from).at(-1)
      return inner(last)
    }
    case 'Array':
      return {type: 'list', items: children(from).map(inner)}
    case 'Dict':
      return {type: 'dict', entries: children(from).map((pair) => [nameOf(pair['key']), inner(pair['value'])])}
    case 'Compare':
      return {
        type: 'compare',
        first: inner(from['expr']),
        rest: children(from['ops']).map((op) => ({
          operator: op['type'] as CompareOperator,
          operand: inner(op['expr']),
        })),
      }
    case 'Is':
      return convertTest(from, inner)
    case 'Filter':
      return convertFilter(from, inner)
    case 'InlineIf':
      return {
        type: 'conditional',
        condition: inner(from['cond']),
        then: inner(from['body']),
        otherwise: isNode(from['else_']) ? inner(from['else_']) : undefined,
      }
    case 'FunCall':
      throw new NotOffered('Function calls are not offered in macros, use a filter')
    default:
      throw new TypeError(`unexpected ${from.typename}`)
  }
}

/** Multiplying operators all bind alike, left to right; the grammar gives each its own precedence. */
function convertProduct(from: SyntaxNode, inner: (value: unknown) => Expression): Expression {
  const operands: SyntaxNode[] = []
  const operators: BinaryOperator[] = []
  const flatten = (value: unknown): void => {
    const part = node(value)
    const operator = arithmetic[part.typename]
    if (!operator) {
      operands.push(part)
      return
    }
    flatten(part['left'])
    operators.push(operator)
    flatten(part['right'])
  }
  flatten(from)
  const [first, ...others] = operands.map(inner)
  return others.reduce<Expression>(
    (left, right, index) => ({type: 'binary', operator: operators[index] ?? '*', left, right}),
    first ?? {type: 'none'},
  )
}

function convertLiteral(from: SyntaxNode, source: ExpressionSource): Expression {
  const value = from['value']
  if (value === null) return {type: 'none'}
  if (value instanceof RegExp) throw new NotOffered('Regular expressions are not offered in macros')
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') {
    return {type: 'literal', value, start: source.start(from)}
  }
  throw new TypeError('unexpected literal')
}

function convertMember(
  from: SyntaxNode,
  {inner, source}: {inner: (value: unknown) => Expression; source: ExpressionSource},
): Expression {
  const target = inner(from['target'])
  const key = inner(from['val'])
  const end = key.type === 'literal' ? source.memberEnd(key.start, String(key.value)) : undefined
  return {type: 'member', target, key, end}
}

function isName(value: unknown): value is string {
  return typeof value === 'string' && /^[\p{L}_][\p{L}\p{N}_]*$/u.test(value)
}

function nameOf(value: unknown): string {
  const {typename, value: name} = node(value)
  if (typename === 'Literal' && typeof name === 'string') return name
  if (typename !== 'Symbol' || !isName(name)) throw new TypeError('expected a name')
  return name
}

function convertTest(from: SyntaxNode, inner: (value: unknown) => Expression): Expression {
  const right = node(from['right'])
  const called = right.typename === 'FunCall'
  const name = called ? nameOf(right['name']) : right.typename === 'Literal' ? 'null' : nameOf(right)
  requireKnown('test', name, testNames)
  return {type: 'test', name, target: inner(from['left']), args: called ? children(right['args']).map(inner) : []}
}

function convertFilter(from: SyntaxNode, inner: (value: unknown) => Expression): Expression {
  const {value: name} = node(from['name'])
  if (typeof name !== 'string') throw new TypeError('expected a name')
  requireKnown('filter', name, filterNames)
  const args = children(from['args'])
  const named = args.filter(({typename}) => typename === 'KeywordArgs').flatMap((list) => children(list))
  return {
    type: 'filter',
    name,
    args: args.filter(({typename}) => typename !== 'KeywordArgs').map(inner),
    named: named.map((pair) => [nameOf(pair['key']), inner(pair['value'])]),
  }
}

function requireKnown(kind: string, name: string, known: readonly string[]): void {
  if (known.includes(name)) return
  const closest = nearest(name, known)
  const hint = closest === undefined ? '' : `; did you mean \`${closest}\``
  throw new NotOffered(`Cannot find a ${kind} \`${name}\`${hint}`)
}
