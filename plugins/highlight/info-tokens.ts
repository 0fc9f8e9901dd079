/** One word of an info string: `.class` has the name `.`, `#id` the name `#`, `key` alone has no value. */
export interface InfoToken {
  readonly name: string
  readonly value?: string
}

/**
 * Splits attributes at white space: `.class`, `#id`, `key`, `key=value`, `key="a b"`, `key='a b'`.
 *
 * A quote that nothing closes is part of its value, as in Python-Markdown's `attr_list`. Linear.
 */
export function tokenizeInfo(text: string): InfoToken[] {
  const tokens: InfoToken[] = []
  const nextQuote = quoteFinder(text)
  let at = 0
  for (;;) {
    while (isSpace(text, at)) at++
    if (at >= text.length) return tokens
    const start = at
    while (at < text.length && text[at] !== '=' && !isSpace(text, at)) at++
    const name = text.slice(start, at)
    if (text[at] !== '=' || name === '') {
      // An equals sign without a name before it is a word of its own.
      if (name === '') at++
      tokens.push(word(name))
      continue
    }
    at++
    const quote = text.charAt(at)
    const close = quote === '"' || quote === "'" ? nextQuote(quote, at + 1) : -1
    if (close !== -1) {
      tokens.push({name, value: text.slice(at + 1, close)})
      at = close + 1
      continue
    }
    const valueStart = at
    while (at < text.length && !isSpace(text, at)) at++
    tokens.push({name, value: text.slice(valueStart, at)})
  }
}

function word(name: string): InfoToken {
  const first = name.charAt(0)
  return first === '.' || first === '#' ? {name: first, value: name.slice(1)} : {name}
}

function isSpace(text: string, at: number): boolean {
  return at < text.length && /\s/.test(text.charAt(at))
}

/** `indexOf` for quotes that remembers that there is none, so that many open quotes cost one search. */
function quoteFinder(text: string): (quote: string, from: number) => number {
  const exhausted = new Set<string>()
  return (quote, from) => {
    if (exhausted.has(quote)) return -1
    const at = text.indexOf(quote, from)
    if (at === -1) exhausted.add(quote)
    return at
  }
}
