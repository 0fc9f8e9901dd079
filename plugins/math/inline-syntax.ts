import {codes} from 'micromark-util-symbol'
import type {Code, Construct, Extension, State, TokenizeContext, Tokenizer} from 'micromark-util-types'
import {makeInlineFinder} from './find-inline.ts'
import type {InlineRules} from './math-options.ts'
import {isLineEnding, readAhead} from './read-ahead.ts'
import type {TextAhead} from './read-ahead.ts'

declare module 'micromark-util-types' {
  interface TokenTypeMap {
    mathInline: 'mathInline'
    mathInlineText: 'mathInlineText'
  }
  interface Token {
    /** Source of the formula that a `mathInline` token is, marks included. */
    _formula?: string
  }
}

/** What is known of one text, from the first sign on that could matter. */
interface Known extends TextAhead {
  readonly find: (open: number) => number | undefined
}

/** micromark extension for `$…$` and `\(…\)`. Nothing in a formula is read as Markdown. */
export function inlineMathSyntax(rules: InlineRules): Extension {
  if (!rules.dollar && !rules.round) return {}
  const texts = new WeakMap<TokenizeContext, Known>()
  const ahead = readAhead((context, text) => {
    texts.set(context, {...text, find: makeInlineFinder(text.characters, rules)})
  })

  const tokenize: Tokenizer = function (effects, ok, nok) {
    let left = 0
    const found = (code: Code): State | undefined => {
      const text = texts.get(this)
      const open = text ? indexOf(text.offsets, this.now().offset) : undefined
      const close = open === undefined ? undefined : text?.find(open)
      if (!text || open === undefined || close === undefined) return nok(code)
      left = close - open
      effects.enter('mathInline')._formula = text.characters.slice(open, close)
      effects.enter('mathInlineText')
      return inside(code)
    }
    const inside = (code: Code): State | undefined => {
      if (isLineEnding(code)) {
        effects.exit('mathInlineText')
        effects.enter('lineEnding')
        effects.consume(code)
        effects.exit('lineEnding')
        left--
        return nextLine
      }
      if (code !== codes.virtualSpace) left--
      effects.consume(code)
      return left > 0 ? inside : end
    }
    const nextLine = (code: Code): State | undefined => {
      effects.enter('mathInlineText')
      return inside(code)
    }
    const end = (code: Code): State | undefined => {
      effects.exit('mathInlineText')
      effects.exit('mathInline')
      return ok(code)
    }
    return (code) => (texts.has(this) ? found(code) : effects.check(ahead, found, nok)(code))
  }
  const construct: Construct = {name: 'mathInline', tokenize}
  return {
    text: {
      [codes.dollarSign]: construct,
      [codes.backslash]: construct,
      // A brace opens no formula, but the tag of a template language, which is to be known where a formula opens in it.
      [codes.leftCurlyBrace]: construct,
    },
  }
}

/** Index of an offset among ascending ones. */
function indexOf(offsets: readonly number[], offset: number): number | undefined {
  let low = 0
  let high = offsets.length - 1
  while (low < high) {
    const middle = (low + high) >> 1
    if ((offsets[middle] ?? 0) < offset) low = middle + 1
    else high = middle
  }
  return offsets[low] === offset ? low : undefined
}
