import {Tokenizer, TokenizerMode} from 'parse5'
import type {Token, TokenHandler} from 'parse5'

const blockTags = new Set(
  'article header aside hgroup blockquote hr iframe body li map button object canvas ol caption output col p colgroup pre dd progress div section dl table td dt tbody embed textarea fieldset tfoot figcaption th figure thead footer tr form ul h1 h2 h3 h4 h5 h6 video script style'.split(
    ' ',
  ),
)
const urlAttributes = new Set(['href', 'src'])

/** Elements whose content is text, with the state that reads it. */
const textElements: Readonly<Record<string, Tokenizer['state']>> = {
  script: TokenizerMode.SCRIPT_DATA,
  style: TokenizerMode.RAWTEXT,
  textarea: TokenizerMode.RCDATA,
  title: TokenizerMode.RCDATA,
}

/**
 * HTML without the differences that mean nothing, after `normalize.py` of the CommonMark 0.31 tests: attributes are
 * sorted, white space collapses outside `pre` and goes beside block tags, references are written in one way, URLs are
 * percent-decoded. Tags stay in the order in which they stand, so HTML that is not balanced keeps its form.
 *
 * Unlike there, comments are dropped: Docprism leaves them out of every page, for they may hold what a brand must not
 * show.
 */
export function normaliseHtml(html: string): string {
  const form = new NormalForm()
  form.tokenizer.write(html, true)
  return form.output.trim()
}

class NormalForm implements TokenHandler {
  output = ''
  readonly tokenizer = new Tokenizer({sourceCodeLocationInfo: false}, this)
  #last: 'start' | 'end' | 'text' = 'start'
  #lastTag = ''
  #inPre = false

  onStartTag({tagName, attrs}: Token.TagToken): void {
    if (tagName === 'pre') this.#inPre = true
    this.tokenizer.state = textElements[tagName] ?? this.tokenizer.state
    this.tokenizer.lastStartTagName = tagName
    const sorted = [...attrs].sort((a, b) => (a.name < b.name ? -1 : 1))
    const written = sorted.map(({name, value}) => ` ${name}="${urlAttributes.has(name) ? decodeUrl(value) : value}"`)
    this.#tag(`<${tagName}${written.join('')}>`, tagName, 'start')
  }

  onEndTag({tagName}: Token.TagToken): void {
    if (tagName === 'pre') this.#inPre = false
    this.#tag(`</${tagName}>`, tagName, 'end')
  }

  onCharacter({chars}: Token.CharacterToken): void {
    let text = chars
    if (this.#last !== 'text' && this.#lastTag === 'br') text = text.replace(/^\n+/, '')
    if (!this.#inPre) {
      text = text.replace(/\s+/g, ' ')
      if ((this.#last !== 'text' && blockTags.has(this.#lastTag)) || this.output.endsWith(' ')) text = text.trimStart()
    }
    this.output += text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
    if (text !== '') this.#last = 'text'
  }

  onNullCharacter(token: Token.CharacterToken): void {
    this.onCharacter(token)
  }

  onWhitespaceCharacter(token: Token.CharacterToken): void {
    this.onCharacter(token)
  }

  onDoctype({name}: Token.DoctypeToken): void {
    this.output += `<!DOCTYPE ${name ?? ''}>`
  }

  onComment({data}: Token.CommentToken): void {
    // Declarations, instructions and CDATA are no comments to CommonMark, and to an author.
    if (/^[?[]/.test(data)) this.output += `<!${data}>`
  }

  onEof(): void {
    this.output = this.output.trimEnd()
  }

  #tag(written: string, name: string, kind: 'start' | 'end'): void {
    if (blockTags.has(name) && !(name === 'pre' && kind === 'end')) this.output = this.output.trimEnd()
    this.output += written
    this.#last = kind
    this.#lastTag = name
  }
}

function decodeUrl(value: string): string {
  return value.replace(/(?:%[\dA-F]{2})+/gi, (run) => {
    try {
      return decodeURIComponent(run)
    } catch {
      return run
    }
  })
}
