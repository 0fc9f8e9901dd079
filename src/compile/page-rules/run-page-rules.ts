import type {Nodes, Root} from 'mdast'
import {visitNodes} from '../../../plugins/tree/walk.ts'
import type {Diagnostic} from '../../core/diagnostic.ts'
import {rules} from '../../core/rules.ts'
import {duplicateId} from './duplicate-id.ts'
import {headings} from './headings.ts'
import {missingAlt} from './missing-alt.ts'
import type {PageRule, PageRuleContext} from './page-rule.ts'
import {referenceLabel} from './reference-label.ts'

const pageRules: readonly PageRule[] = [duplicateId, headings, missingAlt, referenceLabel]

/** What the rules about one page find in a tree that is parsed and not yet changed by the compiler. */
export function runPageRules(tree: Root, page: Omit<PageRuleContext, 'tree' | 'report'>): readonly Diagnostic[] {
  const findings: Diagnostic[] = []
  const context: PageRuleContext = {
    ...page,
    tree,
    report: (finding) => {
      findings.push({severity: rules[finding.ruleId].severity, path: page.path, ...finding})
    },
  }
  const started = pageRules.map((rule) => ({types: rule.types, ...rule.start(context)}))
  const byType = new Map<Nodes['type'], ((node: Nodes) => void)[]>()
  for (const {types, node} of started) for (const type of types) byType.set(type, [...(byType.get(type) ?? []), node])
  visitNodes(tree, (node) => {
    const wanted = byType.get(node.type)
    if (wanted) for (const look of wanted) look(node)
    return undefined
  })
  for (const {end} of started) end?.()
  return findings
}
