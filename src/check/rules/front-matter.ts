import picomatch from 'picomatch'
import {isMap, isPair, isScalar, parseDocument} from 'yaml'
import type {Document, Node, Range} from 'yaml'
import {locator} from '../../../plugins/source-text/locator.ts'
import {frontMatterBlock} from '../../compile/front-matter.ts'
import type {Diagnostic} from '../../core/diagnostic.ts'
import type {FrontMatterRule} from '../../core/front-matter-rule.ts'
import type {Place} from '../../core/position.ts'
import {rules} from '../../core/rules.ts'
import type {SiteRule} from './site-rule.ts'
import {validateValue} from './validate-value.ts'
import type {ValueFault} from './validate-value.ts'

/**
 * Reports `front-matter/schema`: front matter that is not as `check.front_matter` asks.
 *
 * YAML is read as it is written: a date stays a text, macros in a text are not carried out. A text with a macro is not
 * asked for its length, pattern or choices, since each brand has another one.
 */
export const frontMatterRules: SiteRule = ({site, prepared, sourceText}) => {
  const settings = site.check.frontMatter ?? []
  if (settings.length === 0) return []
  const fitting = settings.map(({paths, schema}) => ({
    schema,
    isPath: paths ? picomatch([...paths], {dot: true}) : () => true,
  }))
  return [...new Set(prepared.brands.flatMap(({pages}) => [...pages.keys()]))].flatMap((path) => {
    const schemas = fitting.filter(({isPath}) => isPath(path)).map(({schema}) => schema)
    return schemas.length > 0 ? checkSource(sourceText(path) ?? '', {path, schemas}) : []
  })
}

function checkSource(
  text: string,
  {path, schemas}: {path: string; schemas: readonly FrontMatterRule['schema'][]},
): readonly Diagnostic[] {
  const block = frontMatterBlock(text)
  const yaml = parseDocument(block?.yaml ?? '{}')
  // Broken YAML is reported by the compiler.
  if (yaml.errors.length > 0) return []
  const value = readValue(yaml)
  const faults = schemas
    .flatMap((schema) => validateValue(value, schema))
    .filter(({actual}) => !actual?.includes('<<<'))
  const unique = new Map(faults.map((fault) => [`${fault.path.join('.')} ${fault.message}`, fault]))
  return [...unique.values()].map(({message, actual, expected, ...fault}) => ({
    ruleId: 'front-matter/schema' as const,
    severity: rules['front-matter/schema'].severity,
    message,
    path,
    ...(block && {place: placeOf(fault, {yaml, text, offset: block.offset})}),
    ...(actual !== undefined && {actual}),
    ...(expected && {expected}),
  }))
}

/** What the YAML stands for; nothing where an alias leads nowhere, or to too much. */
function readValue(yaml: Document): unknown {
  try {
    return yaml.toJS() ?? {}
  } catch {
    return {}
  }
}

/** Where a fault is: at the key or value; a key that is missing, where the map starts that lacks it. */
function placeOf(
  {path, isKey}: Pick<ValueFault, 'path' | 'isKey'>,
  {yaml, text, offset}: {yaml: Document; text: string; offset: number},
): Place {
  const locate = locator(text)
  const range = isKey ? (keyRange(yaml, path) ?? nodeRange(yaml, path)) : nodeRange(yaml, path)
  if (path.length === 0 || !range) return {start: locate(0), end: locate('---'.length)}
  return {start: locate(offset + range[0]), end: locate(offset + range[1])}
}

function nodeRange(yaml: Document, path: ValueFault['path']): Range | undefined {
  const node = yaml.getIn(path, true) as Node | undefined
  // An empty value has no text of its own: its key shows where it is.
  const range = node?.range ?? undefined
  return range && range[1] > range[0] ? range : keyRange(yaml, path)
}

function keyRange(yaml: Document, path: ValueFault['path']): Range | undefined {
  const parent = path.length === 1 ? yaml.contents : yaml.getIn(path.slice(0, -1), true)
  if (!isMap(parent)) return undefined
  const pair = parent.items.find(({key}) => isScalar(key) && String(key.value) === String(path.at(-1)))
  return isPair(pair) && isScalar(pair.key) ? (pair.key.range ?? undefined) : undefined
}
