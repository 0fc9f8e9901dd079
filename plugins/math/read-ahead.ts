import {codes} from 'micromark-util-symbol'
import type {Code, Construct, State, TokenizeContext, Tokenizer} from 'micromark-util-types'

declare module 'micromark-util-types' {
  interface TokenTypeMap {
    /** Text that is only looked at. */
    mathLookahead: 'mathLookahead'
  }
}

/** Text from a point on, as a construct sees it. */
export interface TextAhead {
  /** Its characters, each line ending as `\n`, each tab as one character. */
  readonly characters: string
  /** Offset of each character in the document. */
  readonly offsets: readonly number[]
}

/** Construct that reads everything up to the end of its content and hands it on; for `effects.check`. */
export function readAhead(hand: (context: TokenizeContext, text: TextAhead) => void): Construct {
  const tokenize: Tokenizer = function (effects, ok) {
    const characters: string[] = []
    const offsets: number[] = []
    const inside = (code: Code): State | undefined => {
      if (code === codes.eof) {
        effects.exit('mathLookahead')
        hand(this, {characters: characters.join(''), offsets})
        return ok(code)
      }
      // A virtual space pads a tab; the document has no character for it.
      if (code !== codes.virtualSpace) {
        characters.push(characterOf(code))
        offsets.push(this.now().offset)
      }
      effects.consume(code)
      return inside
    }
    return (code) => {
      effects.enter('mathLookahead')
      return inside(code)
    }
  }
  return {partial: true, tokenize}
}

/** Whether a code ends a line. */
export function isLineEnding(code: Code): boolean {
  return code !== null && code < codes.horizontalTab
}

function characterOf(code: number): string {
  if (code >= 0) return String.fromCharCode(code)
  return code === codes.horizontalTab ? '\t' : '\n'
}
