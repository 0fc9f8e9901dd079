import {parseDocument} from 'yaml'
import type {Diagnostic} from '../core/diagnostic.ts'
import {findFile} from './template-layers.ts'
import type {ThemeLayer} from './template-layers.ts'
import {linePlace} from './template-error.ts'

/** Words of the interface in one language. */
export interface InterfaceStrings {
  /** By name, as templates use them: `t.next`. Where a string has a gap, it stands as `{name}`. */
  readonly words: Readonly<Record<string, string>>
  /** Title of an admonition without one, by type in lower case. */
  readonly admonitions: Readonly<Record<string, string>>
}

/**
 * Strings for a locale: English, over it the files of the language (`zh`), then of the whole tag (`zh-Hant`).
 *
 * Every layer may hold `locales/<tag>.yml` with some of the strings; the most specific layer wins, string by string.
 * A file that cannot be read is reported as `template/invalid` and left out.
 */
export function interfaceStrings(
  layers: readonly ThemeLayer[],
  tag: string,
): {strings: InterfaceStrings; diagnostics: readonly Diagnostic[]} {
  const words: Record<string, string> = {}
  const admonitions: Record<string, string> = {}
  const diagnostics: Diagnostic[] = []
  for (const name of new Set(['en', ...tagChain(tag)])) {
    for (let layer = layers.length - 1; layer >= 0; layer--) {
      const file = findFile(layers.slice(layer, layer + 1), `locales/${name}.yml`)
      if (!file) continue
      const read = readStringsFile(file.text, `${layers[layer]?.path ?? ''}/${file.name}`)
      Object.assign(words, read.words)
      Object.assign(admonitions, read.admonitions)
      diagnostics.push(...read.diagnostics)
    }
  }
  return {strings: {words, admonitions}, diagnostics}
}

/** `zh`, `zh-Hant`, `zh-Hant-TW` of the last. */
function tagChain(tag: string): readonly string[] {
  const parts = tag.split('-')
  return parts.map((_, index) => parts.slice(0, index + 1).join('-'))
}

function readStringsFile(text: string, path: string): InterfaceStrings & {diagnostics: readonly Diagnostic[]} {
  const document = parseDocument(text)
  const problem = document.errors[0]
  if (problem) {
    const place = linePlace(text, problem.linePos?.[0].line ?? 1)
    const reason = problem.message.split('\n')[0]?.replace(/ at line \d+.*$/, '') ?? ''
    const message = `Cannot read the strings: ${reason}`
    return {
      words: {},
      admonitions: {},
      diagnostics: [{ruleId: 'template/invalid', severity: 'error', message, path, place}],
    }
  }
  const content: unknown = document.toJS()
  return {words: stringsOf(content, 'words'), admonitions: stringsOf(content, 'admonitions'), diagnostics: []}
}

function stringsOf(content: unknown, key: string): Record<string, string> {
  const section = isRecord(content) ? content[key] : undefined
  if (!isRecord(section)) return {}
  return Object.fromEntries(
    Object.entries(section).filter((pair): pair is [string, string] => typeof pair[1] === 'string'),
  )
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
