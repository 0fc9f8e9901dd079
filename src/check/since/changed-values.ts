import type {ValueNode, Values} from '../../core/site.ts'
import type {Case} from './case.ts'

/**
 * Says which value of the brand was changed, if the line of a finding, or its page, names one.
 *
 * ``value `main_domain` of `aurora` was removed in `docprism.yml` ``
 */
export function changedValue(about: Case, where: 'line' | 'page'): string | undefined {
  const {found, brand, before, now, config, sourceText} = about
  const {path, ruleId, actual} = found.subject.diagnostic
  const [tag = ''] = path.replace(/^brands\/[^/]+\//, '').split('/', 1)
  const localeOf = (values: Readonly<Record<string, Values>> | undefined): Values =>
    values?.[tag] ?? Object.values(values ?? {})[0] ?? {}
  const earlier = localeOf(before.values[brand])
  const present = localeOf(now.values[brand])
  const text = where === 'line' ? found.subject.line : (sourceText(path) ?? '')
  const named = [...text.matchAll(/\bcustom_key\.([\p{L}\p{N}_.]+)/gu)].map(([, name = '']) => name)
  const own = where === 'line' && ruleId === 'macro/undefined' && actual ? [actual.replace(/^custom_key\./, '')] : []
  for (const name of new Set([...own, ...named])) {
    const old = written(lookUp(earlier, name))
    const value = written(lookUp(present, name))
    if (old === value) continue
    const what = old === undefined ? 'added' : value === undefined ? 'removed' : 'changed'
    return `value \`${name}\` of \`${brand}\` was ${what} in \`${config}\``
  }
  return undefined
}

/** Value of a dotted name, or of the part of it that is a value: `name.upper` may be `name` with something done to it. */
function lookUp(values: Values, name: string): ValueNode | undefined {
  let node: ValueNode | undefined = values
  for (const part of name.split('.')) {
    if (!isMap(node)) return node
    node = Object.hasOwn(node, part) ? node[part] : undefined
  }
  return node
}

function written(node: ValueNode | undefined): string | undefined {
  return node === undefined ? undefined : JSON.stringify(node)
}

function isMap(node: ValueNode | undefined): node is Values {
  return typeof node === 'object' && !Array.isArray(node)
}
