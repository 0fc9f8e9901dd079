import type {Diagnostic} from '../../core/diagnostic.ts'
import type {Place} from '../../core/position.ts'
import {rules} from '../../core/rules.ts'
import type {Values} from '../../core/site.ts'
import {lookupValue, valuesName} from '../../macro/scope.ts'
import type {BrandWord} from './brand-words.ts'

/** A word of another brand and where it stands. */
export interface Leak {
  readonly word: BrandWord
  /** As it stands there. */
  readonly text: string
  readonly path: string
  readonly place?: Place | undefined
  /** Inside of the macro that the word came out of. */
  readonly macro?: string | undefined
  /** Where a reader meets it, for a word that stands in no text: `the name of this file`. */
  readonly where?: string
}

/**
 * Finding about a word of another brand.
 *
 * @param edition.values  values in whose place the word may stand; left out where macros are not read
 */
export function leakFinding(leak: Leak, edition: {readonly brand: string; readonly values?: Values}): Diagnostic {
  const {word, text, path, place, macro, where} = leak
  const own = macro === undefined && where === undefined && edition.values ? macroFor(leak, edition.values) : undefined
  const subject =
    macro === undefined
      ? `Found \`${text}\`${where === undefined ? '' : ` in ${where}`}`
      : `Macro \`${macro}\` gives \`${text}\``
  return {
    ruleId: 'brand/leak',
    severity: rules['brand/leak'].severity,
    message: `${subject}, ${whose(word)}${own === undefined ? '' : `; write \`${own}\``}`,
    path,
    ...(place && {place}),
    actual: text,
    ...(own !== undefined && {expected: [own]}),
    brands: [edition.brand],
  }
}

function whose({owner, key}: BrandWord): string {
  if (owner === undefined) return 'a forbidden word'
  return `${key === undefined ? 'the address' : `the \`${key}\``} of brand \`${owner}\``
}

/** Macro that gives the brand's own value where that of another brand stands, letter for letter. */
function macroFor({word: {keys}, text}: Leak, values: Values): string | undefined {
  const key = keys?.get(text.replaceAll(/\s+/g, ' '))
  if (key === undefined) return undefined
  const name = `${valuesName}.${key}`
  return lookupValue(values, name) === undefined ? undefined : `<<< ${name} >>>`
}
