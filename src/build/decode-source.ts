import type {Diagnostic} from '../core/diagnostic.ts'
import {locator} from '../../plugins/source-text/locator.ts'
import {rules} from '../core/rules.ts'

/** A source as text, and what was wrong with its bytes. */
export interface DecodedSource {
  /** The text without a byte order mark, line endings `\n`; bytes that are not UTF-8 became U+FFFD. */
  readonly text: string
  readonly diagnostics: readonly Diagnostic[]
}

/**
 * Reads bytes as UTF-8.
 *
 * Reports `source/encoding` at the first byte that is not UTF-8, once a file.
 *
 * @param path  of the file, from the content folder
 */
export function decodeSource(bytes: Uint8Array, path: string): DecodedSource {
  const strict = new TextDecoder('utf-8', {fatal: true})
  try {
    return {text: normalizeLineEndings(strict.decode(bytes)), diagnostics: []}
  } catch {
    const bad = validPrefixLength(bytes)
    const before = normalizeLineEndings(new TextDecoder('utf-8').decode(bytes.subarray(0, bad)))
    const start = locator(before)(before.length)
    const end = {line: start.line, column: start.column + 1, offset: start.offset + 1}
    const found = `0x${(bytes[bad] ?? 0).toString(16).toUpperCase().padStart(2, '0')}`
    const diagnostic: Diagnostic = {
      ruleId: 'source/encoding',
      severity: rules['source/encoding'].severity,
      message: `Byte \`${found}\` is not valid UTF-8; ${encodingHint(bytes)}`,
      path,
      place: {start, end},
      actual: found,
    }
    return {text: normalizeLineEndings(new TextDecoder('utf-8').decode(bytes)), diagnostics: [diagnostic]}
  }
}

/**
 * Reads the bytes of a snippet in an encoding of its own.
 *
 * Reports `source/encoding` for bytes that are none of it, once a file.
 *
 * @param encoding  a label of the WHATWG Encoding Standard
 */
export function decodeSnippet(bytes: Uint8Array, path: string, encoding: string): DecodedSource {
  if (encoding === 'utf-8') return decodeSource(bytes, path)
  try {
    return {text: normalizeLineEndings(new TextDecoder(encoding, {fatal: true}).decode(bytes)), diagnostics: []}
  } catch {
    const diagnostic: Diagnostic = {
      ruleId: 'source/encoding',
      severity: rules['source/encoding'].severity,
      message: `The bytes of the file are not valid in \`${encoding}\`, the \`encoding\` of \`pymdownx.snippets\``,
      path,
    }
    return {text: normalizeLineEndings(new TextDecoder(encoding).decode(bytes)), diagnostics: [diagnostic]}
  }
}

/** Text with `\n` for each of its line endings: `\r\n`, `\r` and `\n`. */
export function normalizeLineEndings(text: string): string {
  return text.replace(/\r\n?/g, '\n')
}

function encodingHint(bytes: Uint8Array): string {
  const [first, second] = bytes
  const isUtf16 = (first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff)
  return isUtf16 ? 'the file starts as UTF-16 does, expected UTF-8' : 'expected a file in UTF-8'
}

/** Number of bytes before the first sequence that is not UTF-8, found by bisection. */
function validPrefixLength(bytes: Uint8Array): number {
  let low = 0
  let high = bytes.length
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if (isValidPrefix(bytes.subarray(0, middle))) low = middle
    else high = middle - 1
  }
  // A sequence that is cut off is tolerated in the middle of a stream: go back to its first byte.
  while (low > 0 && !isWhole(bytes.subarray(0, low))) low--
  return Math.min(low, bytes.length - 1)
}

function isValidPrefix(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', {fatal: true}).decode(bytes, {stream: true})
    return true
  } catch {
    return false
  }
}

function isWhole(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', {fatal: true}).decode(bytes)
    return true
  } catch {
    return false
  }
}
