import type {WrittenConfiguration} from '../../config/load-site.ts'
import type {ConfigPath} from '../../config/finding.ts'
import {formatConfigPath} from '../../config/finding.ts'
import type {Diagnostic} from '../../core/diagnostic.ts'
import {rules, type RuleId} from '../../core/rules.ts'
import type {Site, ValueNode, Values} from '../../core/site.ts'

/** Values where a configuration gives them: shared by all brands, or to one. */
export interface WrittenValues {
  /** Brand that they are given to; left out for those that all share. */
  readonly brand?: string
  readonly path: ConfigPath
  readonly values: Values
}

/** Every `values` of a configuration: the shared one first. */
export function writtenValues({brands}: Site, {data}: WrittenConfiguration): readonly WrittenValues[] {
  const shared = valuesAt(data, ['values'])
  return [
    ...(shared ? [shared] : []),
    ...brands.flatMap(({id}) => {
      const own = valuesAt(data, ['brands', id, 'values'])
      return own ? [{...own, brand: id}] : []
    }),
  ]
}

/** Whether a node is a map of values. */
export function isValueMap(node: unknown): node is Values {
  return typeof node === 'object' && node !== null && !Array.isArray(node)
}

/** Whether a node is a choice: a map whose keys are all tags of locales. */
export function isChoice(node: ValueNode, tags: ReadonlySet<string>): boolean {
  if (!isValueMap(node)) return false
  const keys = Object.keys(node)
  return keys.length > 0 && keys.every((key) => tags.has(key))
}

/** Finding about the key of a value; in a module, which has no places, the message names it. */
export function valueFinding(
  ruleId: RuleId,
  message: string,
  at: {readonly site: Site; readonly written: WrittenConfiguration; readonly path: ConfigPath},
): Diagnostic {
  const place = at.written.locate(at.path, 'key')
  return {
    ruleId,
    severity: rules[ruleId].severity,
    message: place ? message : `${message} (at \`${formatConfigPath(at.path)}\`)`,
    path: at.site.configPath,
    ...(place && {place}),
  }
}

function valuesAt(data: unknown, path: ConfigPath): WrittenValues | undefined {
  let node = data
  for (const key of path) node = isValueMap(node) && Object.hasOwn(node, key) ? node[key] : undefined
  return isValueMap(node) ? {path, values: node} : undefined
}
