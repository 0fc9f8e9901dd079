import nunjucks from 'nunjucks'

declare module 'nunjucks' {
  // Exists at run time, missing in the package's types.
  interface Environment {
    getTest(name: string): (...args: unknown[]) => unknown
  }
}

/**
 * Filters that macros may use: those of Nunjucks 3.2, and `text`.
 *
 * `random` is left out: two builds of one input give identical bytes.
 */
export const filterNames: readonly string[] = (
  'abs batch capitalize center d default dictsort dump e escape first float forceescape groupby indent int join last ' +
  'length list lower nl2br reject rejectattr replace reverse round safe select selectattr slice sort string striptags ' +
  'sum text title trim truncate upper urlencode urlize wordcount'
).split(' ')

/** Tests that may follow `is`: those of Nunjucks 3.2 that make sense without functions. */
export const testNames: readonly string[] = (
  'defined divisibleby eq equalto escaped even falsy ge greaterthan gt iterable le lessthan lower lt mapping ne null ' +
  'number odd sameas string truthy undefined upper'
).split(' ')

/** Longest text that a filter takes or any macro gives, in UTF-16 units. */
export const maximumTextLength = 100_000
// Some filters of Nunjucks are quadratic in their input, so that gets a tighter bound.
const maximumInputLength = 10_000
const maximumRepetition = 1_000
const repeatingFilters = new Set(['batch', 'center', 'indent', 'slice'])

/** Filters and tests by name. Both throw for arguments they cannot take. */
export interface Filters {
  filter(name: string, args: readonly unknown[]): unknown
  test(name: string, args: readonly unknown[]): boolean
}

/** Filters and tests of Nunjucks with the bounds that keep any source affordable. */
export function createFilters(): Filters {
  const env = new nunjucks.Environment(null, {autoescape: false})
  env.addFilter('text', (value: unknown) => escapeText(plain(value)))
  const context = {env}
  return {
    filter(name, args) {
      for (const argument of args) requireAffordable(name, argument)
      const run: (...all: unknown[]) => unknown = env.getFilter(name)
      return withoutSafety(run.call(context, ...args))
    },
    test: (name, args) => env.getTest(name).call(context, ...args) === true,
  }
}

function requireAffordable(name: string, argument: unknown): void {
  if (typeof argument === 'string' && argument.length > maximumInputLength) throw new RangeError('text too long')
  if (typeof argument === 'number' && argument > maximumRepetition && repeatingFilters.has(name)) {
    throw new RangeError('number too large')
  }
}

/** Nunjucks marks escaped text with a string object; here nothing is escaped twice, so plain text will do. */
function withoutSafety(value: unknown): unknown {
  return value instanceof String ? value.toString() : value
}

function plain(value: unknown): string {
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') return String(value)
  return ''
}

/**
 * Text written so that Markdown and HTML read none of it as syntax.
 *
 * Every ASCII punctuation mark, and every white space that could be lost or end a block, becomes a character
 * reference: unlike backslashes these also hold in raw HTML and its attributes. Not for code, which shows them.
 */
function escapeText(text: string): string {
  return text
    .replace(/\r\n?/g, '\n')
    .replace(/[!-/:-@[-`{-~\t\n]|^ | $| (?= )/g, (character) => `&#${character.charCodeAt(0)};`)
}
