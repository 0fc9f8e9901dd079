import type {ElementContent} from 'hast'
import type {MathOptions} from './math-options.ts'

/** A formula as it is written into the page. */
export interface Formula {
  /** TeX without marks. */
  readonly tex: string
  /** Whether it stands in a block of its own. */
  readonly display: boolean
}

/** What stands for a formula: for the `data` of its node. */
export interface MathElement {
  readonly hName: string
  readonly hProperties: {className: string[]}
  readonly hChildren: ElementContent[]
}

/**
 * The element of a formula whose TeX a script in the browser renders (pymdownx.arithmatex 11): between marks in generic
 * output, otherwise in a `script` element, with the TeX to be seen until that is done.
 */
export function texElement({tex, display}: Formula, options: MathOptions): MathElement {
  if (options.generic) return {...wrapper(display, options), hChildren: [text(wrapped({tex, display}, options))]}
  const preview = element(display ? 'div' : 'span', {className: ['MathJax_Preview']}, tex)
  // The element would end at its own end tag, wherever that stands.
  const code = tex.replaceAll(/<\/(?=script)/gi, '<\\/')
  const script = element('script', {type: display ? 'math/tex; mode=display' : 'math/tex'}, code)
  return {...wrapper(display, {}), hChildren: (options.preview ?? true) ? [preview, script] : [script]}
}

/** The element of a formula that was rendered to HTML. */
export function renderedElement({display}: Formula, html: string, options: MathOptions): MathElement {
  return {...wrapper(display, options), hChildren: [{type: 'raw', value: html}]}
}

/** Text of the element that Python-Markdown makes of an inline formula. */
export function plainText(tex: string, options: MathOptions): string {
  if (options.generic) return wrapped({tex, display: false}, options)
  return (options.preview ?? true) ? tex + tex : tex
}

function wrapper(display: boolean, options: MathOptions): Omit<MathElement, 'hChildren'> {
  const name = display ? (options.block_tag ?? 'div') : (options.inline_tag ?? 'span')
  return {hName: name, hProperties: {className: ['arithmatex']}}
}

function wrapped({tex, display}: Formula, options: MathOptions): string {
  const marks = display ? (options.tex_block_wrap ?? ['\\[', '\\]']) : (options.tex_inline_wrap ?? ['\\(', '\\)'])
  return `${marks[0] ?? ''}${tex}${marks[1] ?? ''}`
}

function element(tagName: string, properties: {className: string[]} | {type: string}, value: string): ElementContent {
  return {type: 'element', tagName, properties, children: [text(value)]}
}

function text(value: string): ElementContent {
  return {type: 'text', value}
}
