import type {BinaryOperator, CompareOperator, Expression} from './expression.ts'
import {maximumTextLength, type Filters} from './filters.ts'
import {memberOf} from './scope.ts'

/** What an expression can see. */
export interface Surroundings {
  lookUp(name: string): unknown
  readonly filters: Filters
}

/**
 * Value of an expression.
 *
 * The rules are those of Nunjucks: truth is that of JavaScript, `==` compares a number with its text, `and` and `or`
 * give an operand. Where Nunjucks 3.2 loses the structure of an expression when it compiles it (`not a == b` becomes
 * `(not a) == b`), the structure that the author sees holds, as in Jinja. Members are own members only, so no value
 * leads to code.
 *
 * @throws when a filter cannot take its input or a text would grow beyond bounds
 */
export function evaluate(expression: Expression, around: Surroundings): unknown {
  const inner = (part: Expression): unknown => evaluate(part, around)
  switch (expression.type) {
    case 'literal':
      return expression.value
    case 'none':
      return null
    case 'name':
      return around.lookUp(expression.name)
    case 'member':
      return memberOf(inner(expression.target), inner(expression.key))
    case 'list':
      return expression.items.map(inner)
    case 'dict':
      return Object.fromEntries(expression.entries.map(([key, value]) => [key, inner(value)]))
    case 'unary':
      return applySign(expression.operator, inner(expression.target))
    case 'binary': {
      const left = inner(expression.left)
      if (expression.operator === 'and') return left ? inner(expression.right) : left
      if (expression.operator === 'or' && left) return left
      if (expression.operator === 'or') return inner(expression.right)
      return applyBinary(expression.operator, left, inner(expression.right))
    }
    case 'compare': {
      let left = inner(expression.first)
      for (const {operator, operand} of expression.rest) {
        const right = inner(operand)
        if (!compare(operator, left, right)) return false
        left = right
      }
      return true
    }
    case 'test':
      return around.filters.test(expression.name, [inner(expression.target), ...expression.args.map(inner)])
    case 'filter': {
      const args = expression.args.map(inner)
      if (expression.named.length > 0) {
        // The mark by which filters of Nunjucks tell named arguments from a group of values.
        const named = expression.named.map(([key, value]) => [key, inner(value)] as const)
        args.push(Object.fromEntries([...named, ['__keywords', true]]))
      }
      return bounded(around.filters.filter(expression.name, args))
    }
    case 'conditional':
      if (inner(expression.condition)) return inner(expression.then)
      return expression.otherwise ? inner(expression.otherwise) : ''
  }
}

function bounded(value: unknown): unknown {
  if (typeof value === 'string' && value.length > maximumTextLength) throw new RangeError('text too long')
  return value
}

function applySign(operator: 'not' | '-' | '+', value: unknown): unknown {
  if (operator === 'not') return !value
  return operator === '-' ? -Number(value) : Number(value)
}

function applyBinary(operator: BinaryOperator, left: unknown, right: unknown): unknown {
  switch (operator) {
    case 'in':
      return isIn(left, right)
    case '~':
      return bounded(concatenable(left) + concatenable(right))
    case '+':
      return typeof left === 'number' && typeof right === 'number'
        ? left + right
        : bounded(concatenable(left) + concatenable(right))
    case '-':
      return Number(left) - Number(right)
    case '*':
      return Number(left) * Number(right)
    case '/':
      return Number(left) / Number(right)
    case '//':
      return Math.floor(Number(left) / Number(right))
    case '%':
      return Number(left) % Number(right)
    case '**':
      return Number(left) ** Number(right)
    case 'and':
    case 'or':
      return undefined
  }
}

function concatenable(value: unknown): string {
  if (Array.isArray(value)) return value.map(concatenable).join(',')
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? String(value) : ''
}

function isIn(key: unknown, holder: unknown): boolean {
  if (typeof holder === 'string') return holder.includes(concatenable(key))
  if (Array.isArray(holder)) return holder.includes(key)
  return memberOf(holder, key) !== undefined
}

function compare(operator: CompareOperator, left: unknown, right: unknown): boolean {
  switch (operator) {
    case '==':
      return isSame(left, right)
    case '!=':
      return !isSame(left, right)
    case '===':
      return left === right
    case '!==':
      return left !== right
    default:
      return isInOrder(operator, left, right)
  }
}

function isSame(left: unknown, right: unknown): boolean {
  if (left === undefined || left === null) return right === undefined || right === null
  const mixed = typeof left !== typeof right && typeof left !== 'object' && typeof right !== 'object'
  return mixed ? Number(left) === Number(right) : left === right
}

function isInOrder(operator: '<' | '>' | '<=' | '>=', left: unknown, right: unknown): boolean {
  const texts = typeof left === 'string' && typeof right === 'string'
  const [a, b] = texts ? [left, right] : [Number(left), Number(right)]
  if (operator === '<') return a < b
  if (operator === '>') return a > b
  return operator === '<=' ? a <= b : a >= b
}
