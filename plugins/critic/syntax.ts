import {codes} from 'micromark-util-symbol'
import type {Code, Construct, Extension, State, Tokenizer, TokenType} from 'micromark-util-types'
import {resolveCritic} from './resolve-critic.ts'

/**
 * micromark extension for critic markup inside a paragraph: `{++a++}`, `{--a--}`, `{~~a~>b~~}`, `{==a==}`, `{>>a<<}`.
 *
 * Must be added after extensions that read the same characters on their own (`++`, `==`, `~~`).
 */
export function criticSyntax(): Extension {
  const close = construct('criticClose', ['++}', '--}', '==}', '<<}', '~~}'])
  const arrow = construct('criticArrow', ['~>'])
  return {
    text: {
      [codes.leftCurlyBrace]: construct('criticOpen', ['{++', '{--', '{==', '{>>', '{~~']),
      [codes.plusSign]: close,
      [codes.dash]: close,
      [codes.equalsTo]: close,
      [codes.lessThan]: close,
      [codes.tilde]: [arrow, close],
    },
    insideSpan: {null: [close]},
  }
}

/** Construct that makes a token of each of these markers. */
function construct(type: TokenType, markers: readonly string[]): Construct {
  const tokenize: Tokenizer = function (effects, ok, nok) {
    let text = ''
    return start

    function start(code: Code): State | undefined {
      effects.enter(type)
      return inside(code)
    }

    function inside(code: Code): State | undefined {
      if (code === null || code < 0) return nok(code)
      text += String.fromCharCode(code)
      if (!markers.some((marker) => marker.startsWith(text))) return nok(code)
      effects.consume(code)
      if (!markers.includes(text)) return inside
      effects.exit(type)
      return ok
    }
  }
  return {name: type, tokenize, resolveAll: resolveCritic}
}
