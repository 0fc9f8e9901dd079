import {codes} from 'micromark-util-symbol'

/** The five kinds of text that a pair of delimiters encloses. */
export type DelimiterKind = 'mark' | 'insert' | 'superscript' | 'delete' | 'subscript'

/** Options of `pymdownx.mark`. */
export interface MarkOptions {
  /** Leaves `==` inside words alone. Default: true. */
  readonly smart_mark?: boolean | undefined
}

/** Options of `pymdownx.caret`. All default to true. */
export interface CaretOptions {
  /** Leaves `^^` inside words alone. */
  readonly smart_insert?: boolean | undefined
  /** Reads `^^x^^`. */
  readonly insert?: boolean | undefined
  /** Reads `^x^`. */
  readonly superscript?: boolean | undefined
}

/** Options of `pymdownx.tilde`. All default to true. */
export interface TildeOptions {
  /** Leaves `~~` inside words alone. */
  readonly smart_delete?: boolean | undefined
  /** Reads `~~x~~`. */
  readonly delete?: boolean | undefined
  /** Reads `~x~`. */
  readonly subscript?: boolean | undefined
}

/** Which delimiters are read, and how; `false` turns a character off, a missing entry means its defaults. */
export interface DelimiterOptions {
  readonly mark?: MarkOptions | false | undefined
  readonly caret?: CaretOptions | false | undefined
  readonly tilde?: TildeOptions | false | undefined
}

/** What runs of one character mean. */
export interface DelimiterRule {
  /** Meaning of two of them; left out when they mean nothing. */
  readonly double: DelimiterKind | undefined
  /** Meaning of one; what it encloses holds no white space. */
  readonly single: DelimiterKind | undefined
  /** Whether pairs of two stay text inside a word. */
  readonly smart: boolean
}

/** The rule of each delimiter character, by character code. */
export function delimiterRules(options: DelimiterOptions): ReadonlyMap<number, DelimiterRule> {
  const {mark = {}, caret = {}, tilde = {}} = options
  const rules = new Map<number, DelimiterRule>()
  if (mark) rules.set(codes.equalsTo, {double: 'mark', single: undefined, smart: mark.smart_mark ?? true})
  if (caret) {
    rules.set(codes.caret, {
      double: (caret.insert ?? true) ? 'insert' : undefined,
      single: (caret.superscript ?? true) ? 'superscript' : undefined,
      smart: caret.smart_insert ?? true,
    })
  }
  if (tilde) {
    rules.set(codes.tilde, {
      double: (tilde.delete ?? true) ? 'delete' : undefined,
      single: (tilde.subscript ?? true) ? 'subscript' : undefined,
      smart: tilde.smart_delete ?? true,
    })
  }
  return rules
}
