import {cjkFriendlyExtension} from 'micromark-extension-cjk-friendly'
import {codes} from 'micromark-util-symbol'
import type {Code, Construct, Extension, State, Token, Tokenizer} from 'micromark-util-types'
import {isBlank, isWordCharacter} from '../delimiters/word-character.ts'

/** Options, named as those of `pymdownx.betterem`. */
export interface EmphasisOptions {
  /** The delimiters that stay text inside a word. Default: `underscore`. */
  readonly smart_enable?: 'all' | 'asterisk' | 'underscore' | 'none' | undefined
}

type Rule = (sides: {readonly token: Token; readonly before: Code; readonly after: Code}) => void

/**
 * micromark extension that changes where `*` and `_` open and close, on top of CommonMark's rules with those for CJK
 * text: where a bracket or a full stop stands between the delimiters and a word (`**Note:**text`), and inside words as
 * `smart_enable` says (pymdownx.betterem 11). Next to CJK text, smart delimiters work.
 */
export function emphasisSyntax({smart_enable: smart = 'underscore'}: EmphasisOptions): Extension {
  const asterisk = smart === 'all' || smart === 'asterisk' ? leaveWords : reachWords
  const underscore = smart === 'asterisk' || smart === 'none' ? cutWords : undefined
  return {
    text: {
      ...withRule(codes.asterisk, asterisk),
      ...(underscore && withRule(codes.underscore, underscore)),
    },
  }
}

/** Also opens behind a word before an opening mark, and closes after a closing mark before a word. */
const reachWords: Rule = ({token, before, after}) => {
  if (isWordCharacter(before) && matches(/[\p{Ps}\p{Pi}]/u, after)) token._open = true
  if (isWordCharacter(after) && matches(/[\p{Pe}\p{Pf}.,:;!?%…]/u, before)) token._close = true
}

/** Neither opens behind a word nor closes before one. */
const leaveWords: Rule = ({token, before, after}) => {
  if (isWordCharacter(before)) token._open = false
  if (isWordCharacter(after)) token._close = false
}

/** Opens before anything but white space, and closes after anything but white space. */
const cutWords: Rule = ({token, before, after}) => {
  token._open = !isBlank(after)
  token._close = !isBlank(before)
}

function matches(pattern: RegExp, code: Code): boolean {
  return code !== null && code >= 0 && pattern.test(String.fromCharCode(code))
}

function withRule(marker: number, rule: Rule): Record<number, Construct> {
  const base = cjkFriendlyExtension().text?.[marker]
  if (base === undefined || Array.isArray(base)) throw new TypeError('emphasis is one construct')
  const tokenize: Tokenizer = function (effects, ok, nok) {
    const before = this.previous
    let token: Token | undefined
    const enter: typeof effects.enter = (type, fields) => (token = effects.enter(type, fields))
    return base.tokenize.call(this, {...effects, enter}, after, nok)

    function after(code: Code): State | undefined {
      if (token) rule({token, before, after: code})
      return ok(code)
    }
  }
  return {[marker]: {...base, tokenize}}
}
