import type {Literal} from 'mdast'
import type {Extension, Handle} from 'mdast-util-from-markdown'
import type {} from 'mdast-util-to-hast'

/** A formula in text. */
export interface InlineMath extends Literal {
  type: 'inlineMath'
  /** TeX, without the marks around it. */
  value: string
  /** Text of the element that stands for it in Python-Markdown, which ids of headings are made from. */
  plain: string
}

/** A formula in a block of its own. */
export interface Math extends Literal {
  type: 'math'
  /** TeX, without the marks around it; an environment is whole. */
  value: string
}

declare module 'mdast' {
  interface PhrasingContentMap {
    inlineMath: InlineMath
  }
  interface BlockContentMap {
    math: Math
  }
  interface RootContentMap {
    inlineMath: InlineMath
    math: Math
  }
}

/** mdast extension: formulas as `math` and `inlineMath` nodes, as `mdast-util-math` names them. */
export function mathFromMarkdown(): Extension {
  return {
    enter: {
      mathInline(token) {
        const value = (token._formula ?? '').replace(/^(?:\$|\\\()/, '').replace(/(?:\$|\\\))$/, '')
        this.enter({type: 'inlineMath', value, plain: value}, token)
      },
      mathBlock(token) {
        this.enter({type: 'math', value: ''}, token)
        this.buffer()
      },
    },
    exit: {
      mathInline: exit,
      mathBlockText(token) {
        this.config.enter['data']?.call(this, token)
        this.config.exit['data']?.call(this, token)
      },
      mathBlock(token) {
        const value = withoutMarks(this.resume())
        const node = this.stack.at(-1)
        if (node?.type === 'math') node.value = value
        this.exit(token)
      },
    },
  }
}

const exit: Handle = function (token) {
  this.exit(token)
}

/** TeX of a display formula; an environment is one with its marks. */
function withoutMarks(written: string): string {
  const formula = written.trim()
  return formula.startsWith('\\begin') ? formula : formula.slice(2, -2)
}
