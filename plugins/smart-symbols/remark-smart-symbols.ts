import type {PhrasingContent, Root, Text} from 'mdast'
import type {} from 'mdast-util-to-hast'
import type {VFile} from 'vfile'
import {isAutolink} from '../source-text/autolink.ts'
import {escapedCharacters} from '../source-text/escaped-characters.ts'
import type {FoundSymbol, SmartSymbolOptions} from './symbols.ts'
import {symbolFinder} from './symbols.ts'
import {replaceText} from '../tree/walk.ts'
import type {} from '../delimiters/from-markdown.ts'

/** Writes `(c)`, `-->`, `1/2` and their like in text as the characters that they stand for, unless escaped. */
export default function remarkSmartSymbols(options: SmartSymbolOptions = {}): (tree: Root, file: VFile) => void {
  const find = symbolFinder(options)
  return (tree, file) => {
    const source = String(file)
    const replace = (text: Text): PhrasingContent[] | undefined => {
      const symbols = find(text.value)
      return symbols.length === 0 ? undefined : replaceSymbols(text, symbols, escapedCharacters(text, source))
    }
    replaceText(tree, replace, isAutolink)
  }
}

function replaceSymbols(
  {value, position}: Text,
  symbols: readonly FoundSymbol[],
  escaped: ReadonlySet<number>,
): PhrasingContent[] {
  const parts: PhrasingContent[] = []
  let text = ''
  let at = 0
  const flush = (): void => {
    if (text !== '') parts.push({type: 'text', value: text, ...(position && {position})})
    text = ''
  }
  for (const {start, end, text: shown, superscript} of symbols) {
    if (hasAny(escaped, start, end)) continue
    text += value.slice(at, start) + shown
    at = end
    if (superscript === undefined) continue
    flush()
    parts.push({type: 'superscript', children: [{type: 'text', value: superscript}], data: {hName: 'sup'}})
  }
  text += value.slice(at)
  flush()
  return parts
}

function hasAny(indexes: ReadonlySet<number>, start: number, end: number): boolean {
  for (let index = start; index < end; index++) {
    if (indexes.has(index)) return true
  }
  return false
}
