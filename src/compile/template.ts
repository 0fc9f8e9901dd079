import type {Slot, TemplatePart} from '../core/page.ts'
import {placeholderIndex} from '../core/placeholder.ts'

/** Kinds of slots that a token in the HTML can stand for. Macro values have placeholders instead. */
export type TokenKind = 'reference' | 'id' | 'code' | 'toc' | 'tags'

const letters: Readonly<Record<TokenKind, string>> = {reference: 'r', id: 'i', code: 'c', toc: 't', tags: 'g'}
const kinds: Readonly<Record<string, TokenKind>> = {r: 'reference', i: 'id', c: 'code', t: 'toc', g: 'tags'}

/**
 * Tokens that stand for slots in trees and HTML until the HTML is cut into parts: plain ASCII words, which no
 * escaping and no URL encoding touches. The stem does not occur in the source.
 */
export interface SlotTokens {
  make(kind: TokenKind, index: number): string
  /** Whether the text is exactly one token of this kind. */
  is(kind: TokenKind, text: string): boolean
  /** Cuts HTML at its tokens and placeholders. */
  split(html: string): readonly TemplatePart[]
}

/** Tokens that are free in this source. */
export function makeSlotTokens(source: string): SlotTokens {
  let number = 0
  while (source.includes(`dpslot${String(number)}x`)) number++
  const stem = `dpslot${String(number)}x`
  return {
    make: (kind, index) => `${stem}${letters[kind]}${String(index)}z`,
    is: (kind, text) => text.startsWith(stem + letters[kind]) && /^\d+z$/.test(text.slice(stem.length + 1)),
    split: (html) => splitHtml(html, new RegExp(`${stem}([rictg])(\\d+)z|\\uA500([\\uA510-\\uA58F]{3})\\uA501*`, 'g')),
  }
}

function splitHtml(html: string, pattern: RegExp): readonly TemplatePart[] {
  const parts: TemplatePart[] = []
  let at = 0
  for (const match of html.matchAll(pattern)) {
    if (match.index > at) parts.push(html.slice(at, match.index))
    parts.push(toSlot(match[1], match[2] ?? match[3] ?? ''))
    at = match.index + match[0].length
  }
  if (at < html.length) parts.push(html.slice(at))
  return parts
}

function toSlot(letter: string | undefined, index: string): Slot {
  if (letter === undefined) return {kind: 'value', index: placeholderIndex(index)}
  return {kind: kinds[letter] ?? 'value', index: Number(index)}
}
