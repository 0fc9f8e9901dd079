import {locator} from '../../../plugins/source-text/locator.ts'
import {byCodeUnit} from '../../core/code-unit-order.ts'
import type {Diagnostic} from '../../core/diagnostic.ts'
import {rules} from '../../core/rules.ts'
import {quoted} from '../../site/link-finding.ts'
import type {Section} from './source-sections.ts'

/**
 * What each translation was made from: the sections of its source, in order, by the path of the translation from the
 * content folder.
 */
export type TranslationRecord = ReadonlyMap<string, readonly Section[]>

const preamble = [
  '# What each translation was made from: the sections of its source and their hashes.',
  '# Written by `docprism check --update-translations`.',
]

/** Faults that are reported of one file at most. */
const mostFaults = 10

/** The record as a file: a line for each page, and one for each section below it, so that changes merge line by line. */
export function writeRecord(record: TranslationRecord): string {
  const pages = [...record].sort(([a], [b]) => byCodeUnit(a, b))
  const lines = pages.flatMap(([path, sections]) => [
    '',
    path,
    ...sections.map(({hash, heading}) => `  ${hash} ${heading}`),
  ])
  return [...preamble, ...lines, ''].join('\n')
}

/**
 * Reads such a file.
 *
 * Reports `locale/invalid-record` for each line that is none of it.
 *
 * @param name  path of the file from the content folder
 */
export function readRecord(
  text: string,
  name: string,
): {readonly record: TranslationRecord; readonly diagnostics: readonly Diagnostic[]} {
  const record = new Map<string, Section[]>()
  const diagnostics: Diagnostic[] = []
  const locate = locator(text)
  let offset = 0
  let sections: Section[] | undefined
  for (const line of text.split('\n')) {
    const report = (message: string): void => {
      const ruleId = 'locale/invalid-record'
      const place = {start: locate(offset), end: locate(offset + line.length)}
      if (diagnostics.length < mostFaults)
        diagnostics.push({ruleId, severity: rules[ruleId].severity, message, path: name, place})
    }
    const section = /^ +([0-9a-f]{12}) (\S.*)$/.exec(line)
    if (section) {
      if (sections) sections.push(toSection(section[1] ?? '', section[2] ?? ''))
      else report('Section without a page, expected a line with the path of a translation before it')
    } else if (/^[^\s#].*\.md$/i.test(line) && !/^([<=>|])\1{6}/.test(line)) {
      if (record.has(line)) report(`Page ${quoted(line)} is listed twice`)
      sections = []
      record.set(line, sections)
    } else if (line.trim() !== '' && !line.startsWith('#')) {
      report(`Found ${quoted(line.trim())}, expected the path of a translation, or a hash of 12 digits and a heading`)
    }
    offset += line.length + 1
  }
  return {record, diagnostics}
}

function toSection(hash: string, heading: string): Section {
  const id = /\{[^{}]*?#([^\s{}]+)[^{}]*\}$/.exec(heading)?.[1]
  return {hash, heading, level: /^#{0,6}/.exec(heading)?.[0].length ?? 0, ...(id !== undefined && {id})}
}
