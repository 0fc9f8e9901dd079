import {codes} from 'micromark-util-symbol'
import type {Code, Extension, State, Tokenizer} from 'micromark-util-types'
import type {Key, KeyNameOptions, WrittenKey} from './read-keys.ts'
import {readKeys} from './read-keys.ts'

declare module 'micromark-util-types' {
  interface TokenTypeMap {
    keys: 'keys'
  }
  interface Token {
    /** Keys that a `keys` token names. */
    _keys?: readonly Key[]
  }
}

/**
 * micromark extension for `++ctrl+alt+k++` and `++"text"++`, on one line.
 *
 * Only combinations of known keys make a token; everything else with plus signs stays text.
 */
export function keySyntax(options: KeyNameOptions = {}): Extension {
  const tokenize: Tokenizer = function (effects, ok, nok) {
    const written: WrittenKey[] = []
    let text = ''
    let quote: Code = codes.eof
    return open

    function open(code: Code): State {
      effects.enter('keys')
      effects.consume(code)
      return openAgain
    }

    function openAgain(code: Code): State | undefined {
      if (code !== codes.plusSign) return nok(code)
      effects.consume(code)
      return key
    }

    function key(code: Code): State | undefined {
      text = ''
      if (code === codes.quotationMark || code === codes.apostrophe) {
        quote = code
        effects.consume(code)
        return quoted
      }
      return isNameCharacter(code) ? name(code) : nok(code)
    }

    function name(code: Code): State | undefined {
      if (isNameCharacter(code)) return add(code, name)
      written.push({quoted: false, text})
      return afterKey(code)
    }

    function quoted(code: Code): State | undefined {
      if (code === null || code < codes.horizontalTab) return nok(code)
      if (code === codes.backslash) return add(code, escaped)
      if (code !== quote) return add(code, quoted)
      if (text === '') return nok(code)
      written.push({quoted: true, text})
      effects.consume(code)
      return afterKey
    }

    function escaped(code: Code): State | undefined {
      return code === null || code < codes.horizontalTab ? nok(code) : add(code, quoted)
    }

    function afterKey(code: Code): State | undefined {
      if (code !== codes.plusSign) return nok(code)
      effects.consume(code)
      return keyOrEnd
    }

    function keyOrEnd(code: Code): State | undefined {
      if (code !== codes.plusSign) return key(code)
      const keys = readKeys(written, options)
      if (!keys) return nok(code)
      effects.consume(code)
      effects.exit('keys')._keys = keys
      return ok
    }

    function add(code: Code, next: State): State {
      text += code === null || code < 0 ? ' ' : String.fromCharCode(code)
      effects.consume(code)
      return next
    }
  }
  return {text: {[codes.plusSign]: {name: 'keys', tokenize}}}
}

function isNameCharacter(code: Code): boolean {
  return code !== null && code > 0 && /[\p{L}\p{N}_-]/u.test(String.fromCharCode(code))
}
