import {createRequire} from 'node:module'
import type Katex from 'katex'
import type {Formula} from './math-element.ts'
import type {RenderedMath} from './remark-math.ts'

const require = createRequire(import.meta.url)

/** Large, so it is loaded with the first formula. */
function loadKatex(): typeof Katex {
  return require('katex') as typeof Katex
}

/** Most macro expansions in one formula: far more than a person's macros need. */
const mostExpansions = 1_000
/** Largest size that a formula may ask for, in em. */
const largestSize = 100
/** Longest formula, in UTF-16 units; KaTeX is slow on what is longer. */
const longestFormula = 20_000

/** What a macro of KaTeX is called with, so far as it is needed here. */
interface MacroContext {
  consumeArg(): unknown
}

function isMacroContext(context: object): context is MacroContext {
  return 'consumeArg' in context && typeof context.consumeArg === 'function'
}

/** Commands that print to the console; here they only take their argument. */
const silent = Object.fromEntries(
  ['\\message', '\\errmessage', '\\show'].map((name) => [
    name,
    (context: object): string => {
      if (isMacroContext(context)) context.consumeArg()
      return ''
    },
  ]),
)

/**
 * Renders a formula to HTML and MathML with KaTeX, for its style sheet.
 *
 * Nothing in a formula is trusted: `\href`, `\url`, `\includegraphics` and `\html…` are refused. Macros that a formula
 * defines are its own. Never throws.
 */
export function renderKatex({tex, display}: Formula): RenderedMath {
  if (tex.length > longestFormula) {
    const found = `Found a formula of ${String(tex.length)} characters`
    return {reason: `${found}, expected at most ${String(longestFormula)}`, range: undefined}
  }
  let refused: string | undefined
  try {
    const html = loadKatex().renderToString(tex, {
      displayMode: display,
      output: 'htmlAndMathml',
      throwOnError: true,
      trust: ({command}) => {
        refused ??= command
        return false
      },
      strict: 'ignore',
      maxExpand: mostExpansions,
      maxSize: largestSize,
      // KaTeX writes the macros of a formula into this object, so each gets its own.
      macros: {...silent},
    })
    if (refused === undefined) return {html}
    const start = Math.max(0, tex.indexOf(refused))
    const reason = `Cannot read the formula: \`${refused}\` is not allowed, since it can lead out of the page`
    return {reason, range: [start, Math.min(tex.length, start + refused.length)]}
  } catch (error) {
    return refusal(error, tex)
  }
}

/** What KaTeX says. Whatever else it throws, such as a full stack, is about how deep the formula nests. */
function refusal(error: unknown, tex: string): RenderedMath {
  if (!(error instanceof loadKatex().ParseError))
    return {reason: 'Cannot read the formula: it nests too deeply', range: undefined}
  const {rawMessage, position, length} = error
  // KaTeX's types say otherwise, but not every fault has a place.
  const start = Number.isInteger(position) ? Math.min(position, tex.length) : undefined
  return {
    reason: `Cannot read the formula: ${rawMessage.trim().replace(/\.$/, '')}`,
    range: start === undefined ? undefined : [start, start + tex.slice(start, start + length).trimEnd().length],
  }
}
