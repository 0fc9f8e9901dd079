import {readFileSync, writeFileSync} from 'node:fs'
import path from 'node:path'
import {digest} from '../../build/digest.ts'
import {systemReason} from '../../build/system-reason.ts'
import {UsageError} from '../../build/usage-error.ts'
import {byCodeUnit} from '../../core/code-unit-order.ts'
import type {Site} from '../../core/site.ts'
import {pairUp} from '../partners.ts'
import {subjectOf} from '../reports/fingerprints.ts'
import type {Subject} from '../subject.ts'
import {parseBaseline} from './parse-baseline.ts'
import type {BaselineEntry} from './parse-baseline.ts'

/** Findings that a team knows of and that are not reported. */
export interface Baseline {
  /** Findings that are not in it, each with the brands for which it is not, and how many entries belong to none. */
  compare(subjects: readonly Subject[]): {
    readonly unknown: ReadonlyMap<Subject, readonly string[]>
    readonly mended: number
  }
}

/**
 * Reads a baseline.
 *
 * An entry stands for one finding: of the same rule in the same file about the same thing, in a line of the same text or,
 * after that, in any line; and of a file that has no such finding any more, for one in a line of the same text elsewhere.
 *
 * @throws UsageError where it cannot be read or is none
 */
export function readBaseline(file: string, site: Site): Baseline {
  const entries = parseBaseline(readFile(file), file)
  return {
    compare: (subjects) => {
      const brands = [...new Set(subjects.flatMap((subject) => subject.brands))]
      const known = entries.map((entry) => toKnown(entry, brands))
      const entryOf = new Map(known.map(({subject, entry}) => [subject, entry]))
      const {alone, unused} = pairUp(
        subjects,
        known.map(({subject}) => subject),
        {
          ofCandidate: (subject) => keysOf(toEntry(subject, site)),
          ofPartner: (subject) => {
            const entry = entryOf.get(subject)
            return entry ? keysOf(entry) : []
          },
        },
      )
      return {unknown: alone, mended: unused.length}
    },
  }
}

/**
 * Writes findings to a baseline, one on each line, sorted, so that two branches can both change it. A file that would stay
 * the same is not written.
 *
 * @throws UsageError where it cannot be written
 */
export function writeBaseline(file: string, subjects: readonly Subject[], site: Site): void {
  const lines = subjects.map((subject) => JSON.stringify(toEntry(subject, site)))
  const text = `{\n"version": 1,\n"findings": [\n${lines.sort(byCodeUnit).join(',\n')}\n]\n}\n`
  try {
    if (readIfThere(file) !== text) writeFileSync(file, text)
  } catch (error) {
    throw new UsageError(`Cannot write the baseline \`${file}\`: ${systemReason(error)}`)
  }
}

function toEntry({diagnostic, line}: Subject, site: Site): BaselineEntry {
  const {path: found, ruleId, brands} = diagnostic
  return {
    path: lastingPath(found, site),
    rule: ruleId,
    about: digest(subjectOf(diagnostic)).slice(0, 16),
    line: line === '' ? '' : digest(line).slice(0, 16),
    ...(brands && {brands}),
  }
}

/** Path that is the same wherever the command is called. */
function lastingPath(found: string, site: Site): string {
  if (found === site.configPath) return path.basename(found)
  return path.isAbsolute(found) ? path.relative(site.content, found).split(path.sep).join('/') : found
}

/** An entry that names no brands stands for a finding in every brand. */
function toKnown(entry: BaselineEntry, every: readonly string[]): {subject: Subject; entry: BaselineEntry} {
  const {brands = every, line, path: file} = entry
  return {
    subject: {diagnostic: {ruleId: 'config/invalid', severity: 'info', message: '', path: file}, brands, line},
    entry,
  }
}

function keysOf({path: file, rule, about, line}: BaselineEntry): readonly (string | undefined)[] {
  return [
    JSON.stringify([file, rule, about, line]),
    JSON.stringify([file, rule, about]),
    line === '' ? undefined : JSON.stringify([rule, about, line]),
  ]
}

function readFile(file: string): string {
  try {
    return readFileSync(file, 'utf8')
  } catch (error) {
    throw new UsageError(
      `Cannot read the baseline \`${file}\`: ${systemReason(error)}; write it with \`--update-baseline\``,
    )
  }
}

function readIfThere(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return undefined
  }
}
