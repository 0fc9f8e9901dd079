/** What an opening line of the Material dialect says. Offsets are relative to the line's text. */
export interface Opener {
  readonly name: 'admonition' | 'details' | 'tab'
  readonly attributes: Readonly<Record<string, string>>
  /** Range of the title in the line; left out where there is none. An empty range is an empty title. */
  readonly title?: readonly [number, number]
}

const quotedEnd = /^(["'])(.*)\1\s*$/

/** Reads `!!! type [classes] ["title"]`, `???[+-] …` and `===[!+] "label"`; `undefined` for any other line. */
export function readOpener(text: string): Opener | undefined {
  if (text.startsWith('===')) return readTab(text)
  if (text.startsWith('!!!') || text.startsWith('???')) return readAdmonition(text)
  return undefined
}

function readTab(text: string): Opener | undefined {
  const match = /^===([!+]{0,2})[ ]+(?=["'])/.exec(text)
  if (!match) return undefined
  const flags = match[1] ?? ''
  const label = quotedEnd.exec(text.slice(match[0].length))
  if (!label || flags === '++' || flags === '!!') return undefined
  const start = match[0].length + 1
  return {
    name: 'tab',
    attributes: {...(flags.includes('!') && {new: 'true'}), ...(flags.includes('+') && {select: 'true'})},
    title: [start, start + (label[2] ?? '').length],
  }
}

function readAdmonition(text: string): Opener | undefined {
  const details = text.startsWith('?')
  const match = /^(?:!!!|\?\?\?([+-]?))[ ]?(?![!?])/.exec(text)
  if (!match) return undefined
  const at = match[0].length
  const rest = text.slice(at).trimEnd()
  const quote = rest.search(/(?:^|\s)["']/)
  const quoteAt = quote > 0 || (quote === 0 && !/^["']/.test(rest)) ? quote + 1 : quote
  const quoted = quoteAt >= 0 ? quotedEnd.exec(rest.slice(quoteAt)) : null
  const head = (quoted ? rest.slice(0, quoteAt) : rest).trim()
  const classes = /^[\p{L}\p{N}_-]+(?: +[\p{L}\p{N}_-]+)*$/u.test(head)
  const open: Record<string, string> = details && match[1] === '+' ? {open: 'true'} : {}
  const name = details ? 'details' : 'admonition'
  if (quoted) {
    if (!classes && !(details && head === '')) return undefined
    const start = at + quoteAt + 1
    return {name, attributes: {...open, class: normalise(head)}, title: [start, start + (quoted[2] ?? '').length]}
  }
  if (/^[a-zA-Z][\w-]*(?: +[a-z0-9][a-z0-9_-]*)*$/.test(head))
    return {name, attributes: {...open, class: normalise(head)}}
  // A title without quotes: everything after the type that cannot be a class name.
  const unquoted = /^([\p{L}][\p{L}\p{N}_-]*)(\s+)(\S.*)$/u.exec(rest)
  if (!unquoted) return classes ? {name, attributes: {...open, class: normalise(head)}} : undefined
  const start = at + (unquoted[1] ?? '').length + (unquoted[2] ?? '').length
  return {name, attributes: {...open, class: normalise(unquoted[1] ?? '')}, title: [start, at + rest.length]}
}

function normalise(classes: string): string {
  return classes.toLowerCase().replace(/ +/g, ' ')
}
