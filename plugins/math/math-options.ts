/** Options, named as those of `pymdownx.arithmatex`. */
export interface MathOptions {
  /** Writes TeX into the page between marks that a script looks for, instead of `script` elements. Default: false. */
  readonly generic?: boolean | undefined
  /** Element around a display formula in generic output; default: `div`. */
  readonly block_tag?: string | undefined
  /** Element around an inline formula in generic output; default: `span`. */
  readonly inline_tag?: string | undefined
  /** Display forms that are read: `dollar`, `square`, `begin`. Default: all. */
  readonly block_syntax?: readonly string[] | undefined
  /** Inline forms that are read: `dollar`, `round`. Default: all. */
  readonly inline_syntax?: readonly string[] | undefined
  /** Marks around a display formula in generic output; default: `\[` and `\]`. */
  readonly tex_block_wrap?: readonly string[] | undefined
  /** Marks around an inline formula in generic output; default: `\(` and `\)`. */
  readonly tex_inline_wrap?: readonly string[] | undefined
  /** Leaves a dollar sign with a space on its inner side alone. Default: true. */
  readonly smart_dollar?: boolean | undefined
  /** Shows the TeX until a script replaces it; for output that is not generic. Default: true. */
  readonly preview?: boolean | undefined
}

/** Which inline forms are read. */
export interface InlineRules {
  /** `$…$`. */
  readonly dollar: boolean
  /** `\(…\)`. */
  readonly round: boolean
  /** Whether a dollar sign must touch the formula. */
  readonly smart: boolean
}

/** Which display forms are read. */
export interface BlockRules {
  /** `$$…$$`. */
  readonly dollar: boolean
  /** `\[…\]`. */
  readonly square: boolean
  /** `\begin{name}…\end{name}`. */
  readonly begin: boolean
}

/** The inline forms that the options ask for. */
export function inlineRules({inline_syntax: forms, smart_dollar: smart = true}: MathOptions): InlineRules {
  const on = (name: string): boolean => forms?.includes(name) ?? true
  return {dollar: on('dollar'), round: on('round'), smart}
}

/** The display forms that the options ask for. */
export function blockRules({block_syntax: forms}: MathOptions): BlockRules {
  const on = (name: string): boolean => forms?.includes(name) ?? true
  return {dollar: on('dollar'), square: on('square'), begin: on('begin')}
}
