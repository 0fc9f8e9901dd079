/** Operators with two operands; `and` and `or` give one of their operands, as in Nunjucks. */
export type BinaryOperator = 'or' | 'and' | 'in' | '~' | '+' | '-' | '*' | '/' | '//' | '%' | '**'

/** Comparing operators. */
export type CompareOperator = '==' | '===' | '!=' | '!==' | '<' | '>' | '<=' | '>='

/** A parsed macro expression. Offsets are 0-based UTF-16 units of the text that holds it. */
export type Expression =
  | {readonly type: 'literal'; readonly value: string | number | boolean; readonly start: number}
  | {readonly type: 'none'}
  | {readonly type: 'name'; readonly name: string; readonly start: number; readonly end: number}
  | {readonly type: 'member'; readonly target: Expression; readonly key: Expression; readonly end: number | undefined}
  | {readonly type: 'list'; readonly items: readonly Expression[]}
  | {readonly type: 'dict'; readonly entries: readonly (readonly [string, Expression])[]}
  | {readonly type: 'unary'; readonly operator: 'not' | '-' | '+'; readonly target: Expression}
  | {
      readonly type: 'binary'
      readonly operator: BinaryOperator
      readonly left: Expression
      readonly right: Expression
    }
  | {
      readonly type: 'compare'
      readonly first: Expression
      readonly rest: readonly {readonly operator: CompareOperator; readonly operand: Expression}[]
    }
  | {readonly type: 'test'; readonly name: string; readonly target: Expression; readonly args: readonly Expression[]}
  | {
      readonly type: 'filter'
      readonly name: string
      readonly args: readonly Expression[]
      readonly named: readonly (readonly [string, Expression])[]
    }
  | {
      readonly type: 'conditional'
      readonly condition: Expression
      readonly then: Expression
      readonly otherwise: Expression | undefined
    }

/** A dotted name with its place: `custom_key.brand_name`. */
export interface DottedName {
  readonly parts: readonly string[]
  readonly start: number
  readonly end: number
}

/** The dotted name that an expression is, when it is nothing else; `a['b']` and `a[0]` count. */
export function dottedName(expression: Expression): DottedName | undefined {
  const parts: string[] = []
  let node = expression
  while (node.type === 'member') {
    if (node.key.type !== 'literal' || typeof node.key.value === 'boolean') return undefined
    const part = String(node.key.value)
    if (!/^[\p{L}\p{N}_-]+$/u.test(part)) return undefined
    parts.push(part)
    node = node.target
  }
  if (node.type !== 'name') return undefined
  const end = expression.type === 'member' ? (expression.end ?? node.end) : node.end
  return {parts: [node.name, ...parts.reverse()], start: node.start, end}
}

/** Expressions directly inside an expression, in source order. */
export function innerExpressions(expression: Expression): readonly Expression[] {
  switch (expression.type) {
    case 'literal':
    case 'none':
    case 'name':
      return []
    case 'member':
      return [expression.target, expression.key]
    case 'list':
      return expression.items
    case 'dict':
      return expression.entries.map(([, value]) => value)
    case 'unary':
      return [expression.target]
    case 'binary':
      return [expression.left, expression.right]
    case 'compare':
      return [expression.first, ...expression.rest.map(({operand}) => operand)]
    case 'test':
      return [expression.target, ...expression.args]
    case 'filter':
      return [...expression.args, ...expression.named.map(([, value]) => value)]
    case 'conditional':
      return [expression.then, expression.condition, ...(expression.otherwise ? [expression.otherwise] : [])]
  }
}
