import {codes} from 'micromark-util-symbol'
import type {Code, Construct, Extension, State, Tokenizer} from 'micromark-util-types'
import type {DelimiterOptions} from './delimiter-rules.ts'
import {delimiterRules} from './delimiter-rules.ts'
import {delimiterResolver} from './resolve-delimiters.ts'
import {isBlank, isWordCharacter} from './word-character.ts'
import type {} from './tokens.ts'

/**
 * micromark extension for `==mark==`, `^^insert^^`, `^superscript^`, `~~delete~~` and `~subscript~`, as
 * pymdownx.mark, .caret and .tilde 10 read them. Differs where words are not separated by spaces: next to CJK
 * text, smart delimiters work.
 */
export function delimiterSyntax(options: DelimiterOptions = {}): Extension {
  const rules = delimiterRules(options)
  const delimiter: Construct = {name: 'delimiter', tokenize: tokenizeDelimiter, resolveAll: delimiterResolver(rules)}
  const text: Record<number, Construct> = {}
  for (const [marker, {double, single}] of rules) {
    if (double || single) text[marker] = delimiter
  }
  if ([...rules.values()].some(({single}) => single)) {
    text[codes.backslash] = {...delimiter, name: 'spaceEscape', tokenize: tokenizeSpaceEscape}
  }
  const neighbours = [codes.caret, codes.tilde].filter((marker) => text[marker])
  return {text, insideSpan: {null: [delimiter]}, attentionMarkers: {null: neighbours}}
}

const tokenizeDelimiter: Tokenizer = function (effects, ok) {
  const {previous} = this
  let marker: Code
  return start

  function start(code: Code): State | undefined {
    marker = code
    effects.enter('delimiterSequence')
    return inside(code)
  }

  function inside(code: Code): State | undefined {
    if (code === marker) {
      effects.consume(code)
      return inside
    }
    const token = effects.exit('delimiterSequence')
    token._open = !isBlank(code)
    token._close = !isBlank(previous)
    token._afterWord = isWordCharacter(previous)
    token._beforeWord = isWordCharacter(code)
    return ok(code)
  }
}

const tokenizeSpaceEscape: Tokenizer = function (effects, ok, nok) {
  return start

  function start(code: Code): State {
    effects.enter('spaceEscape')
    effects.consume(code)
    effects.exit('spaceEscape')
    return space
  }

  function space(code: Code): State | undefined {
    if (code !== codes.space) return nok(code)
    effects.enter('escapableSpace')
    effects.consume(code)
    effects.exit('escapableSpace')
    return after
  }

  // White space at the end of a line shows nothing, escaped or not.
  function after(code: Code): State | undefined {
    return code === null || code < 0 ? nok(code) : ok(code)
  }
}
