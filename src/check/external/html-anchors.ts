import {Tokenizer, TokenizerMode} from 'parse5'
import type {Token, TokenHandler} from 'parse5'

/** Elements whose content is text, with the state that reads it. */
const textElements: ReadonlyMap<string, Tokenizer['state']> = new Map<string, Tokenizer['state']>([
  ['iframe', TokenizerMode.RAWTEXT],
  ['noembed', TokenizerMode.RAWTEXT],
  ['noframes', TokenizerMode.RAWTEXT],
  ['plaintext', TokenizerMode.PLAINTEXT],
  ['script', TokenizerMode.SCRIPT_DATA],
  ['style', TokenizerMode.RAWTEXT],
  ['textarea', TokenizerMode.RCDATA],
  ['title', TokenizerMode.RCDATA],
  ['xmp', TokenizerMode.RAWTEXT],
])

/**
 * What a fragment can lead to in a page: ids, and names of links (HTML, "find a potential indicated element").
 *
 * Takes time in proportion to the length of the page, however its elements are nested: there is no tree.
 */
export function htmlAnchors(html: string): ReadonlySet<string> {
  const collector = new AnchorCollector()
  collector.tokenizer.write(html, true)
  return collector.anchors
}

class AnchorCollector implements TokenHandler {
  readonly anchors = new Set<string>()
  readonly tokenizer = new Tokenizer({sourceCodeLocationInfo: false}, this)
  /** How many of `svg` and `math` are open: inside them, no element is read as text and any can close itself. */
  #foreign = 0

  onStartTag({tagName, attrs, selfClosing}: Token.TagToken): void {
    for (const {name, value} of attrs)
      if (value !== '' && (name === 'id' || (name === 'name' && tagName === 'a'))) this.anchors.add(value)
    if (tagName === 'svg' || tagName === 'math') this.#foreign += selfClosing ? 0 : 1
    else if (this.#foreign === 0) this.tokenizer.state = textElements.get(tagName) ?? this.tokenizer.state
  }

  onEndTag({tagName}: Token.TagToken): void {
    if (tagName === 'svg' || tagName === 'math') this.#foreign = Math.max(0, this.#foreign - 1)
  }

  onComment(): void {
    return
  }
  onDoctype(): void {
    return
  }
  onEof(): void {
    return
  }
  onCharacter(): void {
    return
  }
  onNullCharacter(): void {
    return
  }
  onWhitespaceCharacter(): void {
    return
  }
}

/**
 * The anchor that a URL asks for, decoded; `undefined` where it asks for none that the HTML of a page has: the top of
 * the page, words of its text (`#:~:text=`), or the route of an application (`#!…`, `#/…`).
 *
 * @param hash  with its `#`; empty for none
 */
export function anchorOf(hash: string): string | undefined {
  const fragment = hash.slice(1).replace(/:~:.*$/s, '')
  if (fragment === '' || /^(?:top$|[!/])/i.test(fragment)) return undefined
  try {
    return decodeURIComponent(fragment)
  } catch {
    return fragment
  }
}

/**
 * Whether a page has an anchor.
 *
 * Names that are percent-encoded in the page count, and those that GitHub puts `user-content-` in front of: its pages
 * find them with a script.
 */
export function hasAnchor(anchors: ReadonlySet<string>, anchor: string): boolean {
  return anchors.has(anchor) || anchors.has(encodeURIComponent(anchor)) || anchors.has(`user-content-${anchor}`)
}
