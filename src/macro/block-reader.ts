/** What stands open before a point of a block. */
export interface OpenSyntax {
  /**
   * `tag`: in an HTML tag outside quotes. `attribute`: in a quoted attribute value. `autolink`: in `<scheme:…`.
   * `lost`: tags in attributes, anything could be open.
   */
  readonly html: 'none' | 'tag' | 'attribute' | 'autolink' | 'lost'
  /** Name of the attribute, in lower case. */
  readonly attribute: string
  /** Whether a brace is open on this line. */
  readonly brace: boolean
  /** Whether `[^` is open on this line. */
  readonly footnote: boolean
  /** Whether a bracket is open. */
  readonly bracket: boolean
  /** Whether the block may hold a definition (`[x]: …`) before the point. */
  readonly definition: boolean
  /** Whether a bare URL (`://`) goes on to the point. */
  readonly url: boolean
  /** Whether `](` is open. */
  readonly destination: boolean
  /** Whether the point stands between two equal quotes on its line. */
  readonly quoted: boolean
}

/** Reads one block from its start to its end, told where to stop. */
export interface BlockReader {
  /** What is open before this offset; offsets must not go back. */
  openAt(offset: number): OpenSyntax
}

const schemeLength = 33

/**
 * Reads a block with as little grammar as tells what could be open at a point.
 *
 * It is a net, not a parser: what looks open here may be text to the real parser, never the other way round.
 */
export function readBlock(text: string, start: number, end: number): BlockReader {
  let at = start
  let html: OpenSyntax['html'] = 'none'
  let attribute = ''
  let attributeQuote = ''
  let braces = 0
  let footnote = false
  let brackets = 0
  let definition = false
  let url = false
  let destination = 0
  let lineQuote = ''
  let lineQuoteEnd = -1
  let newline = start - 1
  // In code a bracket closes nothing; which backticks are code is not known here.
  const holdsCode = text.slice(start, end).includes('`')

  const readHtml = (character: string): void => {
    switch (html) {
      case 'none':
        if (character === '<') html = openedHtml(text, at)
        return
      case 'tag':
        if (character === '>') html = 'none'
        else if (character === '"' || character === "'") {
          const name = attributeBefore(text, Math.max(start, at - 60), at)
          if (name === undefined) return
          html = 'attribute'
          attribute = name
          attributeQuote = character
        }
        return
      case 'attribute':
        if (character === attributeQuote) html = 'tag'
        // Should the tag be none to the parser, this one would be; which it is stays open for the rest of the block.
        else if (character === '<' && openedHtml(text, at) !== 'none') html = 'lost'
        return
      case 'autolink':
        if (character === '>') html = 'none'
        else if (character === '<') html = openedHtml(text, at)
        else if (/\s/.test(character)) html = 'tag'
    }
  }
  const readQuote = (character: string): void => {
    if (at > lineQuoteEnd) lineQuote = ''
    if (lineQuote !== '' || (character !== '"' && character !== "'")) return
    if (newline < at) newline = endOfLine(text, at)
    const close = text.indexOf(character, at + 1)
    if (close === -1 || newline < close) return
    lineQuote = character
    lineQuoteEnd = close
  }
  const readMarkup = (character: string): void => {
    const escaped = text.charAt(at - 1) === '\\'
    switch (character) {
      case '\n':
        braces = 0
        footnote = false
        return
      case '{':
        braces++
        return
      case '}':
        if (!escaped) braces = Math.max(0, braces - 1)
        return
      case '[':
        brackets++
        footnote ||= text.charAt(at + 1) === '^'
        return
      case ']':
        definition ||= text.charAt(at + 1) === ':'
        if (escaped) return
        footnote = false
        if (!holdsCode && html === 'none' && destination === 0) brackets = Math.max(0, brackets - 1)
        return
      case ':':
        url ||= text.startsWith('//', at + 1)
        return
      case '(':
        if (destination > 0 || text.charAt(at - 1) === ']') destination++
        return
      case ')':
        if (escaped || destination === 0) return
        destination--
        if (destination === 0) url = false
    }
  }

  return {
    openAt(offset) {
      for (const stop = Math.min(offset, end); at < stop; at++) {
        if (html === 'none' && isPlain(text.charCodeAt(at))) continue
        const character = text.charAt(at)
        readHtml(character)
        readMarkup(character)
        readQuote(character)
        if (character === '<' || /\s/.test(character)) url = false
      }
      const quoted = lineQuote !== '' && at <= lineQuoteEnd
      return {
        html,
        attribute,
        brace: braces > 0,
        footnote,
        bracket: brackets > 0,
        definition,
        url,
        destination: destination > 0,
        quoted,
      }
    },
  }
}

/** Whether a unit of text opens and closes nothing outside of tags: ASCII letters and digits, and the bulk of East Asian text. */
function isPlain(unit: number): boolean {
  if (unit < 0x80) return (unit > 0x60 && unit < 0x7b) || (unit > 0x3f && unit < 0x5b) || (unit > 0x2f && unit < 0x3a)
  // Without the blanks U+3000 and U+FEFF.
  return unit > 0x3040 && unit < 0xfe00
}

function openedHtml(text: string, at: number): OpenSyntax['html'] {
  // A comment holds its words as they are; what else opens in it may do so for real if it is none.
  if (text.startsWith('<!--', at)) return 'none'
  if (!/[A-Za-z/!?]/.test(text.charAt(at + 1))) return 'none'
  return /^[A-Za-z][A-Za-z0-9+.-]{1,31}:/.test(text.slice(at + 1, at + 1 + schemeLength)) ? 'autolink' : 'tag'
}

function attributeBefore(text: string, from: number, quote: number): string | undefined {
  const name = /([A-Za-z_:@][\w:.@-]*)[ \t\n]*=[ \t\n]*$/.exec(text.slice(from, quote))?.[1]
  return name?.toLowerCase()
}

function endOfLine(text: string, at: number): number {
  const end = text.indexOf('\n', at)
  return end === -1 ? text.length : end
}
