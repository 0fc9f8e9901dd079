import type {Properties} from 'hast'

/** A text in which a list is looked for. */
export interface ListText {
  readonly value: string
  /** Indexes of characters that the author escaped: they are text, whatever they look like. */
  readonly escaped: ReadonlySet<number>
}

/** An attribute list found in a text: where it stands and what it says. Offsets are those of the text. */
export interface AttributeList {
  readonly start: number
  readonly end: number
  readonly properties: Properties
}

/** Longest list that is looked for, in UTF-16 units. */
export const longestList = 2000

/** Stands for an escaped character while a list is read: a character that means nothing in one. */
const neutral = '\uFFFC'

/** `key="value"`, a word, or space. Braces, `%` and `|` are those of template tags, never of a list. */
const entryPattern = /([^\s=}'"{%|]+)=(?:"([^"\n]*)"|'([^'\n]*)'|([^\s=}{]+))|([^\s=}{%|]+)|([ \t]+)/dy

/** From an equals sign that belongs to no entry up to the end of the list. */
const strayEnd = /=[^\n{}%|]*(?=\})/y

/** Reads the list at the very start of a text. */
export function listAtStart(text: ListText): AttributeList | undefined {
  return text.value.startsWith('{') && !text.escaped.has(0) ? readList(neutralised(text), text, 0) : undefined
}

/**
 * Reads the list at the very end of a text.
 *
 * @param before  what must stand before it: a space on its line, or nothing on its line at all
 */
export function listAtEnd(text: ListText, before: 'space' | 'line'): AttributeList | undefined {
  const neutralText = neutralised(text)
  const end = neutralText.length - (/[ \t]*$/.exec(neutralText.slice(-longestList))?.[0].length ?? 0)
  if (neutralText[end - 1] !== '}') return undefined
  const lineStart = neutralText.lastIndexOf('\n', end - 1) + 1
  for (
    let at = neutralText.indexOf('{', Math.max(lineStart, end - longestList));
    at !== -1;
    at = neutralText.indexOf('{', at + 1)
  ) {
    const lead = neutralText.slice(lineStart, at)
    if (before === 'line' ? lineStart === 0 || lead.trim() !== '' : !/[ \t]$/.test(lead)) continue
    const list = readList(neutralText, text, at)
    if (list?.end !== end) continue
    const space = before === 'line' ? lineStart - 1 : at - (/[ \t]+$/.exec(lead)?.[0].length ?? 0)
    return {...list, start: space}
  }
  return undefined
}

function neutralised({value, escaped}: ListText): string {
  if (escaped.size === 0) return value
  let result = ''
  for (let at = 0; at < value.length; at++) result += escaped.has(at) ? neutral : value.charAt(at)
  return result
}

/**
 * Reads `{: .class #id key="value" }` at `at`; the colon is optional, at least one entry is not. What follows a stray
 * equals sign is passed over up to the brace, as by `attr_list` of Python-Markdown 3.10.
 */
function readList(neutralText: string, text: ListText, at: number): AttributeList | undefined {
  let position = at + 1
  if (neutralText[position] === ':') position++
  while (neutralText[position] === ' ') position++
  const properties: Properties = {}
  const classes: string[] = []
  let entries = 0
  for (; position - at <= longestList; position = entryPattern.lastIndex) {
    if (neutralText[position] === '=') {
      strayEnd.lastIndex = position
      position += strayEnd.exec(neutralText)?.[0].length ?? 0
    }
    if (neutralText[position] === '}') {
      if (entries === 0) return undefined
      if (classes.length > 0) properties['className'] = classes
      return {start: at, end: position + 1, properties}
    }
    entryPattern.lastIndex = position
    const match = entryPattern.exec(neutralText)
    if (!match) return undefined
    if (match[6] !== undefined) continue
    entries++
    const entry = match.indices?.map((range) => range && text.value.slice(range[0], range[1])) ?? []
    addEntry(entry, {properties, classes})
  }
  return undefined
}

/** Adds what one entry says; `entry` holds the groups of `entryPattern`. */
function addEntry(
  entry: readonly (string | undefined)[],
  list: {readonly properties: Properties; readonly classes: string[]},
): void {
  const [, key, double, single, bare, word] = entry
  const {properties, classes} = list
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
