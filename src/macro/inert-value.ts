import {hasPlaceholderLetters} from '../core/placeholder.ts'

/** What a place asks of the value that a placeholder may stand for there. */
export interface Demands {
  /** No value will do: it is written out. */
  readonly writeOut: boolean
  /** Part of a URL: only ASCII letters, digits, `.` and `-`. */
  readonly url: boolean
  readonly noSpaces: boolean
  /** The end in question is an ASCII letter or digit. */
  readonly asciiStart: boolean
  readonly asciiEnd: boolean
  /** The last word is not the name of a URL scheme. */
  readonly noScheme: boolean
}

const words = /^\p{L}[\p{L}\p{N}]*(?:[ .-][\p{L}\p{N}]+)*$/u
const shortestAsciiInert = 3
const longestInert = 1_000

/**
 * Whether a value is plain words: letters and digits, joined by single spaces, dots or hyphens.
 *
 * Only such a value can have a placeholder. Left out are what GFM links by itself (`www.`) and ASCII that is short
 * enough to be part of a smart symbol or an ordinal (`tm`, `st`).
 */
export function isPlainWords(value: string): boolean {
  if (
    value.length > longestInert ||
    (/^[ -~]*$/.test(value.slice(0, shortestAsciiInert)) && value.length < shortestAsciiInert)
  )
    return false
  return words.test(value) && !/www/i.test(value) && !hasPlaceholderLetters(value)
}

/** Whether plain words meet the demands of a place. */
export function meetsDemands(value: string, demands: Demands): boolean {
  if (demands.writeOut) return false
  if (demands.url && !/^[A-Za-z0-9.-]+$/.test(value)) return false
  if (demands.noSpaces && value.includes(' ')) return false
  if (demands.asciiStart && !/^[A-Za-z0-9]/.test(value)) return false
  if (demands.asciiEnd && !/[A-Za-z0-9]$/.test(value)) return false
  return !(demands.noScheme && /(?:https?|ftps?|mailto|xmpp|javascript|vbscript|data|file|tel)$/i.test(value))
}

/**
 * Whether a value can be mistaken for one of the abbreviations that a page defines, alone or with what stands next to
 * it.
 *
 * @param abbreviations  in lower case
 */
export function touchesAbbreviation(value: string, abbreviations: readonly string[]): boolean {
  const lower = value.toLowerCase()
  return abbreviations.some(
    (one) => lower.includes(one) || one.includes(lower) || lower.split(/[ .-]/).some((word) => one.includes(word)),
  )
}
