/** What a pair of marker lines stands for. */
export interface Container {
  /** `admonition`, `details`, `tab`, `html`, `definition-list`, `definition-term`, `definition`, `caption`. */
  readonly name: string
  /** Class names, element names and options, by meaning; see the component that reads them. */
  readonly attributes: Readonly<Record<string, string>>
  /** Whether the first node inside is its label: a title, a tab's name, a term. */
  readonly label: boolean
  /** Range of the opening line in the text that was lowered. */
  readonly start: number
  readonly end: number
}

/** The three kinds of marker lines: a container opens, it closes, a comment stood here. */
export type MarkerKind = 'open' | 'close' | 'comment'

const letters: Readonly<Record<MarkerKind, string>> = {open: 'o', close: 'c', comment: 'x'}

/** A token that does not occur in the text, so that no author's comment reads as a marker. */
export function freeToken(text: string): string {
  for (let number = 0; ; number++) {
    const token = `dp${String(number)}.`
    if (!text.includes(token)) return token
  }
}

/** The comment that marks where container `id` opens or closes. */
export function makeMarker(token: string, kind: MarkerKind, id: number): string {
  return `<!--${token}${letters[kind]}${String(id)}-->`
}

/** Reads a marker back; `undefined` for any other HTML. */
export function readMarker(html: string, token: string): {kind: MarkerKind; id: number} | undefined {
  const prefix = `<!--${token}`
  const text = html.trimStart()
  if (!text.startsWith(prefix)) return undefined
  const match = /^([ocx])(\d+)-->\s*$/.exec(text.slice(prefix.length))
  if (!match) return undefined
  return {kind: match[1] === 'o' ? 'open' : match[1] === 'c' ? 'close' : 'comment', id: Number(match[2])}
}

/** Text that keeps a line which starts with a tag from being an HTML block; it is taken out of the tree again. */
export function makeGuard(token: string): string {
  return `${token}p`
}
