import type {Diagnostic} from '../../core/diagnostic.ts'
import {isOverlapping, type TextRange} from './text-range.ts'

/** A change to one file, with the findings that it mends. Offsets count in the text with `\n` line endings. */
export interface Edit extends TextRange {
  readonly text: string
  readonly findings: readonly Diagnostic[]
}

/** Edits that are the same made one, in the order of the text. */
export function mergeEdits(edits: readonly Edit[]): readonly Edit[] {
  const merged = new Map<string, Edit>()
  for (const edit of edits) {
    const key = JSON.stringify([edit.start, edit.end, edit.text])
    const known = merged.get(key)
    merged.set(key, known ? {...known, findings: [...known.findings, ...edit.findings]} : edit)
  }
  return [...merged.values()].sort((a, b) => a.start - b.start || a.end - b.end)
}

/** Edits of one file without those that overlap another one: of two opinions on one place neither is followed. */
export function withoutConflicts(edits: readonly Edit[]): readonly Edit[] {
  const conflicting = new Set<Edit>()
  let reach: Edit | undefined
  for (const edit of edits) {
    if (reach && isOverlapping(reach, edit)) {
      conflicting.add(reach)
      conflicting.add(edit)
    }
    if (!reach || edit.end >= reach.end) reach = edit
  }
  return edits.filter((edit) => !conflicting.has(edit))
}

/**
 * A file with edits applied. What no edit touches keeps its bytes: a byte order mark, and each line ending as it is. New
 * lines get the line ending that the file has first.
 *
 * @param raw  the file as it stands, line endings and byte order mark included
 * @param edits  in the order of the text, not overlapping
 */
export function applyEdits(raw: string, edits: readonly Edit[]): string {
  const toRaw = rawOffsets(raw)
  const lineEnding = /\r\n?|\n/.exec(raw)?.[0] ?? '\n'
  const parts: string[] = []
  let written = 0
  for (const {start, end, text} of edits) {
    const from = toRaw(start)
    const to = end === start ? from : toRaw(end)
    parts.push(raw.slice(written, from), text.replaceAll('\n', lineEnding))
    written = to
  }
  parts.push(raw.slice(written))
  return parts.join('')
}

/** Ranges that edits have after they were applied, in the text with `\n` line endings. */
export function editedRanges(edits: readonly Edit[]): readonly TextRange[] {
  let moved = 0
  return edits.map(({start, end, text}) => {
    const from = start + moved
    moved += text.length - (end - start)
    return {start: from, end: from + text.length}
  })
}

/** Makes a function from offsets of the normalised text, ascending, to those of the file. */
function rawOffsets(raw: string): (offset: number) => number {
  let at = raw.startsWith('\uFEFF') ? 1 : 0
  let normalized = 0
  return (offset) => {
    while (normalized < offset && at < raw.length) {
      at += raw.startsWith('\r\n', at) ? 2 : 1
      normalized++
    }
    return at
  }
}
