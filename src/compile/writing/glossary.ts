import type {GlossaryEntry} from '../../core/glossary-entry.ts'
import {nowhere} from './align-text.ts'
import {cjk} from './characters.ts'
import {valueAt} from './expanded-prose.ts'
import type {WritingFinding, WritingRule} from './writing-rule.ts'

/** Words of a glossary, and how to find one of them. */
interface Term {
  readonly entry: GlossaryEntry
  readonly pattern: RegExp
}

// A letter of Chinese or Japanese is no part of a Latin word. What a dot, a slash or a hyphen joins is an address, a file or an id.
const noWordBefore = String.raw`(?<!(?!${cjk})[\p{L}\p{N}_]|[\p{L}\p{N}_][-./@]|[/@\\$%#&=])`
const noWordAfter = String.raw`(?!(?!${cjk})[\p{L}\p{N}_]|[-./@:=]+(?!${cjk})[\p{L}\p{N}_]|[/\\=]|\(\))`

/** Makes the rule `writing/glossary` for the words of one locale. */
export function glossaryRule(entries: readonly GlossaryEntry[]): WritingRule {
  const terms = entries.flatMap((entry) => entry.not.map((word): Term => ({entry, pattern: wordPattern(word)})))
  return ({prose, map}) => {
    const findings: WritingFinding[] = []
    for (const {entry, pattern} of terms) {
      for (const {0: found, index} of prose.text.matchAll(pattern)) {
        if (isPartOf(entry.use, prose.text, {start: index, end: index + found.length})) continue
        const offsets = prose.offsets.slice(index, index + found.length)
        const first = offsets[0] ?? nowhere
        const last = offsets.at(-1) ?? nowhere
        if (first === nowhere || last === nowhere || offsets.every((offset) => valueAt(map, offset))) continue
        findings.push({
          ruleId: 'writing/glossary',
          message: `Expected \`${entry.use}\` instead of \`${found}\`${entry.note === undefined ? '' : `: ${entry.note}`}`,
          start: valueAt(map, first)?.[0] ?? first,
          end: valueAt(map, last)?.[1] ?? last + 1,
          actual: found,
          expected: [entry.use],
        })
      }
    }
    return findings
  }
}

/** A word as it may stand in a text: Latin words whole, white space of any kind between its parts. */
function wordPattern(word: string): RegExp {
  const parts = word.trim().split(/\s+/)
  const source = parts.map((part) => part.replace(/[\\^$.*+?()[\]{}|/]/g, String.raw`\$&`)).join(String.raw`\s+`)
  const isCjk = new RegExp(cjk)
  const before = isCjk.test(word.trim().charAt(0)) ? '' : noWordBefore
  const after = isCjk.test(word.trim().at(-1) ?? '') ? '' : noWordAfter
  return new RegExp(before + source + after, word === word.toLowerCase() ? 'giu' : 'gu')
}

/** Whether a range lies in a place where the right word stands. */
function isPartOf(right: string, text: string, {start, end}: {start: number; end: number}): boolean {
  const around = text.slice(Math.max(0, start - right.length), end + right.length)
  const shift = start - Math.max(0, start - right.length)
  for (let at = around.indexOf(right); at !== -1; at = around.indexOf(right, at + 1))
    if (at <= shift && at + right.length >= shift + end - start) return true
  return false
}
