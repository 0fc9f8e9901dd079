/** A start, end or void tag of raw HTML. Offsets are those of the text it was read from. */
export interface HtmlTag {
  /** Lower-case element name. */
  readonly name: string
  readonly kind: 'start' | 'end'
  readonly selfClosing: boolean
  readonly start: number
  readonly end: number
  readonly attributes: readonly HtmlAttribute[]
}

/** An attribute as written. */
export interface HtmlAttribute {
  /** Lower-case name. */
  readonly name: string
  /** Raw value, entities not decoded; `undefined` for an attribute without one. */
  readonly value: string | undefined
  /** Range of the raw value, without its quotes; of the name where there is no value. */
  readonly start: number
  readonly end: number
  /** The quote around the value, or the empty string. */
  readonly quote: string
}

/** Elements without content, which have no end tag. */
export const voidElements: ReadonlySet<string> = new Set(
  'area base br col embed hr img input link meta param source track wbr'.split(' '),
)

/** Longest tag that is recognised, in UTF-16 units; a bound for text that only begins like a tag. */
const longestTag = 8192

const attributePattern = /[\s/]*(?:([^\s/>="'<]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'=<>`]+)))?)/y

/** Reads the tag that starts at `at`; `undefined` where there is no complete tag. */
export function readTag(text: string, at: number): HtmlTag | undefined {
  const head = /<(\/?)([A-Za-z][A-Za-z0-9:-]*)(?=[\s/>])/y
  head.lastIndex = at
  const match = head.exec(text)
  if (!match) return undefined
  const limit = Math.min(text.length, at + longestTag)
  const attributes: HtmlAttribute[] = []
  let position = head.lastIndex
  for (;;) {
    const close = /\s*(\/?)>/y
    close.lastIndex = position
    const closing = close.exec(text)
    if (closing) {
      return {
        name: (match[2] ?? '').toLowerCase(),
        kind: match[1] === '/' ? 'end' : 'start',
        selfClosing: closing[1] === '/',
        start: at,
        end: close.lastIndex,
        attributes,
      }
    }
    attributePattern.lastIndex = position
    const attribute = attributePattern.exec(text)
    if (!attribute || attributePattern.lastIndex > limit) return undefined
    attributes.push(toAttribute(attribute, attributePattern.lastIndex))
    position = attributePattern.lastIndex
  }
}

function toAttribute(match: RegExpExecArray, end: number): HtmlAttribute {
  const name = (match[1] ?? '').toLowerCase()
  const value = match[2] ?? match[3] ?? match[4]
  if (value === undefined) return {name, value, start: end - name.length, end, quote: ''}
  const quote = match[2] !== undefined ? '"' : match[3] !== undefined ? "'" : ''
  const valueEnd = end - quote.length
  return {name, value, start: valueEnd - value.length, end: valueEnd, quote}
}
