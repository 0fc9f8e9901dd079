import {splitFrontMatter} from '../../compile/front-matter.ts'
import {locator} from '../../../plugins/source-text/locator.ts'
import type {Diagnostic} from '../../core/diagnostic.ts'
import {rules, type RuleId} from '../../core/rules.ts'
import type {Brand} from '../../core/site.ts'
import {dottedName, type Expression} from '../../macro/expression.ts'
import {lookupValue, valuesName} from '../../macro/scope.ts'
import {parseMacros, type Branch, type MacroNode} from '../../macro/tree.ts'
import {listed} from '../../site/link-finding.ts'
import {isSwitchedOn} from '../../site/rule-levels.ts'
import type {SiteRule} from './site-rule.ts'

const ruleId: RuleId = 'macro/brand-fall-through'

/** A test of the brand: which of its names a condition compares with which texts, and for which names it holds. */
interface BrandTest {
  /** Texts by the dotted name that is compared with them. */
  readonly named: readonly (readonly [name: string, text: string])[]
  readonly holds: (valueOf: (name: string) => string | undefined) => boolean
}

/**
 * Reports `macro/brand-fall-through`: a chain of conditions on nothing but the brand that does not name a brand which
 * gets there. Conditions on anything else are not asked about.
 */
export const brandFallThrough: SiteRule = ({site, selection, prepared, sourceText}) => {
  if (!isSwitchedOn(ruleId, site.check)) return []
  return [...prepared.publishers].flatMap(([path, ids]) => {
    const brands = selection.brands.filter(({id}) => ids.includes(id))
    const source = brands.length > 1 ? sourceText(path) : undefined
    if (source?.includes('<<<%') !== true) return []
    const {body} = splitFrontMatter(source, path)
    const locate = locator(body)
    const findings: Diagnostic[] = []
    visitChains(parseMacros(body).children, brands, ({branches: [first], unnamed, gets}) => {
      if (!first) return
      findings.push({
        ruleId,
        severity: rules[ruleId].severity,
        message: `Condition on the brand does not name ${listed(unnamed)}, which gets ${gets}`,
        path,
        place: {start: locate(first.start), end: locate(first.end)},
        brands: unnamed,
      })
    })
    return findings
  })
}

interface Chain {
  readonly branches: readonly Branch[]
  /** Ids of the brands that it does not name. */
  readonly unnamed: readonly string[]
  /** What they get, for messages. */
  readonly gets: string
}

/** @param brands  those that get to the nodes */
function visitChains(nodes: readonly MacroNode[], brands: readonly Brand[], report: (chain: Chain) => void): void {
  for (const node of nodes) {
    if (node.type === 'capture') visitChains(node.children, brands, report)
    else if (node.type === 'for') {
      visitChains(node.children, brands, report)
      visitChains(node.otherwise, brands, report)
    } else if (node.type === 'if') {
      const tests = node.branches.map(({condition}) => testOf(condition))
      const takenBy = (brand: Brand): number =>
        tests.findIndex((test) => test?.holds((name) => brandValue(brand, name)) === true)
      const isPure = tests.every((test) => test !== undefined)
      if (isPure) reportChain(node.branches, {tests, takenBy, brands, report})
      for (const [index, {children}] of node.branches.entries())
        visitChains(children, isPure ? brands.filter((brand) => takenBy(brand) === index) : brands, report)
    }
  }
}

function reportChain(
  branches: readonly Branch[],
  chain: {
    readonly tests: readonly BrandTest[]
    readonly takenBy: (brand: Brand) => number
    readonly brands: readonly Brand[]
    readonly report: (chain: Chain) => void
  },
): void {
  const named = chain.tests.flatMap((test) => test.named)
  if (named.length === 0) return
  const unnamed = chain.brands.filter((brand) => !named.some(([name, text]) => brandValue(brand, name) === text))
  const outcomes = new Map<string, string[]>()
  for (const brand of unnamed) {
    const branch = branches[chain.takenBy(brand)]
    const gets = !branch ? 'nothing' : branch.condition === 'always' ? 'its `else`' : 'what is for all others'
    outcomes.set(gets, [...(outcomes.get(gets) ?? []), brand.id])
  }
  for (const [gets, ids] of outcomes) chain.report({branches, unnamed: ids, gets})
}

/** The test that a condition is when it asks for the brand and nothing else. */
function testOf(condition: Expression | 'always' | 'never'): BrandTest | undefined {
  if (condition === 'always') return {named: [], holds: () => true}
  if (condition === 'never') return undefined
  switch (condition.type) {
    case 'compare': {
      const [only, ...more] = condition.rest
      if (!only || more.length > 0 || !/^[!=]==?$/.test(only.operator)) return undefined
      const name = brandName(condition.first) ?? brandName(only.operand)
      const text = literalText(condition.first) ?? literalText(only.operand)
      if (name === undefined || text === undefined) return undefined
      const isEqual = only.operator.startsWith('=')
      return {named: [[name, text]], holds: (valueOf) => (valueOf(name) === text) === isEqual}
    }
    case 'unary': {
      const inner = condition.operator === 'not' ? testOf(condition.target) : undefined
      return inner && {named: inner.named, holds: (valueOf) => !inner.holds(valueOf)}
    }
    case 'binary': {
      if (condition.operator === 'in') return listTest(condition.left, condition.right)
      if (condition.operator !== 'and' && condition.operator !== 'or') return undefined
      const left = testOf(condition.left)
      const right = testOf(condition.right)
      if (!left || !right) return undefined
      const isBoth = condition.operator === 'and'
      return {
        named: [...left.named, ...right.named],
        holds: (valueOf) =>
          isBoth ? left.holds(valueOf) && right.holds(valueOf) : left.holds(valueOf) || right.holds(valueOf),
      }
    }
    default:
      return undefined
  }
}

function listTest(subject: Expression, list: Expression): BrandTest | undefined {
  const name = brandName(subject)
  if (name === undefined || list.type !== 'list') return undefined
  const texts = list.items.map(literalText)
  const known = texts.filter((text) => text !== undefined)
  if (known.length !== texts.length) return undefined
  return {
    named: known.map((text) => [name, text] as const),
    holds: (valueOf) => known.includes(valueOf(name) ?? ''),
  }
}

function literalText(expression: Expression): string | undefined {
  return expression.type === 'literal' && typeof expression.value === 'string' ? expression.value : undefined
}

/** Dotted name of what tells brands apart: `brand`, or a value such as `custom_key.brand_key`. */
function brandName(expression: Expression): string | undefined {
  const name = dottedName(expression)?.parts.join('.')
  return name !== undefined && /^(?:brand|custom_key\.brand(?:_(?:key|id|code|name))?)$/.test(name) ? name : undefined
}

function brandValue(brand: Brand, name: string): string | undefined {
  if (!name.startsWith(`${valuesName}.`)) return brand.id
  return lookupValue(brand.values[brand.defaultLocale] ?? {}, name)
}
