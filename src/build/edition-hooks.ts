import path from 'node:path'
import {scanRawHtml} from '../compile/raw-html.ts'
import type {Diagnostic} from '../core/diagnostic.ts'
import {rules} from '../core/rules.ts'
import type {RuleId} from '../core/rules.ts'
import type {Brand, Site, ValueNode, Values} from '../core/site.ts'
import {expandText} from '../macro/expand-text.ts'
import {escapeHtml} from '../render/escape-html.ts'
import type {Edition, EditionSite} from '../site/edition-site.ts'
import {foreignResource} from '../site/foreign-resource.ts'
import type {Disk} from './disk.ts'
import {systemReason} from './system-reason.ts'

/** HTML of a hook and the file it is written in, as messages name it. */
interface HookText {
  readonly html: string
  readonly path: string
}

/** HTML that the configuration puts into every page of a brand, macros as written. Plain data. */
export interface HookTexts {
  readonly head?: HookText
  readonly body?: HookText
  /** `config/invalid` for a file that cannot be read. */
  readonly diagnostics: readonly Diagnostic[]
}

/** Reads the hooks of a brand. */
export function readHooks(brand: Brand, site: Site, disk: Disk): HookTexts {
  const diagnostics: Diagnostic[] = []
  const read = (name: 'head' | 'body'): {readonly [name: string]: HookText} => {
    const hook = brand.hooks?.[name]
    if (!hook) return {}
    if ('html' in hook) return {[name]: {html: hook.html, path: site.configPath}}
    const file = path.relative(site.content, hook.file).split(path.sep).join('/')
    try {
      return {[name]: {html: new TextDecoder().decode(disk.file(hook.file).bytes()), path: file}}
    } catch (error) {
      const message = `Cannot read the file \`${file}\` of the hook \`${name}\`: ${systemReason(error)}`
      diagnostics.push({...finding('config/invalid', message, site.configPath), brands: [brand.id]})
      return {}
    }
  }
  return {...read('head'), ...read('body'), diagnostics}
}

/**
 * Hooks of one edition, macros carried out, values escaped for HTML.
 *
 * Reports what macros report, and `offline/external-resource` for what a brand loads that must do without.
 */
export function expandHooks(
  {head, body}: HookTexts,
  {brand, locale}: Edition,
): {readonly hooks: EditionSite['hooks']; readonly diagnostics: readonly Diagnostic[]} {
  if (!head && !body) return {hooks: undefined, diagnostics: []}
  const values = escapeValues(brand.values[locale.tag] ?? {})
  const diagnostics: Diagnostic[] = []
  const expand = (hook: HookText | undefined): string => {
    if (!hook) return ''
    const expanded = expandText({text: hook.html, path: hook.path, values, locale: locale.tag, brand: brand.id})
    diagnostics.push(...expanded.diagnostics, ...loadedElsewhere(expanded.text, hook.path, brand))
    return expanded.text.trim()
  }
  return {hooks: {head: expand(head), body: expand(body)}, diagnostics}
}

function loadedElsewhere(html: string, file: string, brand: Brand): readonly Diagnostic[] {
  const diagnostics: Diagnostic[] = []
  scanRawHtml(html, {
    reference: (found) => {
      const foreign = foreignResource({origin: 'html', ...found}, brand)
      if (foreign)
        diagnostics.push({...finding(foreign.ruleId, foreign.message + (foreign.hint ?? ''), file), brands: [brand.id]})
      return found.target
    },
    anchor: () => undefined,
    tag: () => undefined,
  })
  return diagnostics
}

function finding(ruleId: RuleId, message: string, file: string): Diagnostic {
  return {ruleId, severity: rules[ruleId].severity, message, path: file}
}

function escapeValues(values: Values): Values {
  const escape = (value: ValueNode): ValueNode => {
    if (typeof value === 'string') return escapeHtml(value)
    if (Array.isArray(value)) return value.map(escape)
    return typeof value === 'object' ? escapeValues(value as Values) : value
  }
  return Object.fromEntries(Object.entries(values).map(([name, value]) => [name, escape(value)]))
}
