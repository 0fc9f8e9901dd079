import type {Properties} from 'hast'

/** An attribute list found in a text: where it stands and what it says. Offsets are those of the text. */
export interface AttributeList {
  readonly start: number
  readonly end: number
  readonly properties: Properties
}

/** Longest list that is looked for, in UTF-16 units. */
const longestList = 2000

/** `key="value"`, a word, or space. Braces, `%` and `|` are those of template tags, never of a list. */
const entryPattern = /([^\s=}'"{%|]+)=(?:"([^"\n]*)"|'([^'\n]*)'|([^\s=}{]+))|([^\s=}{%|]+)|([ \t]+)/y

/** Reads the list at the very start of a text. */
export function listAtStart(text: string): AttributeList | undefined {
  if (!text.startsWith('{')) return undefined
  return readList(text, 0)
}

/**
 * Reads the list at the very end of a text.
 *
 * @param before  what must stand before it: a space on its line, or nothing on its line at all
 */
export function listAtEnd(text: string, before: 'space' | 'line'): AttributeList | undefined {
  const trimmed = text.replace(/[ \t]+$/, '')
  if (!trimmed.endsWith('}')) return undefined
  const lineStart = trimmed.lastIndexOf('\n') + 1
  const from = Math.max(lineStart, trimmed.length - longestList)
  for (let at = trimmed.indexOf('{', from); at !== -1; at = trimmed.indexOf('{', at + 1)) {
    const lead = trimmed.slice(lineStart, at)
    if (before === 'line' ? lineStart === 0 || lead.trim() !== '' : !/[ \t]$/.test(lead)) continue
    const list = readList(trimmed, at)
    if (list?.end !== trimmed.length) continue
    const space = before === 'line' ? lineStart - 1 : at - (/[ \t]+$/.exec(lead)?.[0].length ?? 0)
    return {...list, start: space}
  }
  return undefined
}

/** Reads `{: .class #id key="value" }` at `at`; the colon is optional, at least one entry is not. */
function readList(text: string, at: number): AttributeList | undefined {
  let position = at + 1
  if (text[position] === ':') position++
  while (text[position] === ' ') position++
  const properties: Properties = {}
  const classes: string[] = []
  let entries = 0
  for (; position - at <= longestList; position = entryPattern.lastIndex) {
    if (text[position] === '}') {
      if (entries === 0) return undefined
      if (classes.length > 0) properties['className'] = classes
      return {start: at, end: position + 1, properties}
    }
    entryPattern.lastIndex = position
    const match = entryPattern.exec(text)
    if (!match) return undefined
    if (match[6] !== undefined) continue
    entries++
    addEntry(match, properties, classes)
  }
  return undefined
}

function addEntry(match: RegExpExecArray, properties: Properties, classes: string[]): void {
  const [, key, double, single, bare, word] = match
  if (key !== undefined) {
    const value = double ?? single ?? bare ?? ''
    if (key === 'class') classes.splice(0, classes.length, ...value.split(/\s+/).filter(Boolean))
    else properties[attributeName(key)] = value
  } else if (word?.startsWith('.')) {
    if (word.length > 1) classes.push(word.slice(1))
  } else if (word?.startsWith('#')) {
    if (word.length > 1) properties['id'] = word.slice(1)
  } else if (word !== undefined) properties[attributeName(word)] = word
}

/** Characters that HTML does not allow in a name become underscores, as in Python-Markdown. */
function attributeName(key: string): string {
  return key.replace(/[^\p{L}\p{N}_:.-]/gu, '_')
}
