import type {Diagnostic} from '../core/diagnostic.ts'
import type {Place} from '../core/position.ts'
import {findFile} from './template-layers.ts'
import type {ThemeLayer} from './template-layers.ts'

/**
 * What went wrong in a template, as a finding in the file that holds it.
 *
 * Nunjucks names the templates on the way in its message, innermost last, and the line where it knows it.
 *
 * @param error  what Nunjucks threw
 * @param name  template that was compiled or rendered
 */
export function templateDiagnostic(error: unknown, name: string, layers: readonly ThemeLayer[]): Diagnostic {
  const lines = (error instanceof Error ? error.message : String(error)).split('\n').map((line) => line.trim())
  let inner = name
  let line: number | undefined
  for (const text of lines) {
    const place = /^(?:Template render error: )?\(([^()]+)\)(?: \[Line (\d+), Column \d+\])?$/.exec(text)
    if (!place?.[1]) continue
    inner = place[1]
    line = place[2] === undefined ? undefined : Number(place[2])
  }
  const reason = (lines.at(-1) ?? '').replace(/^(?:Template render error|\w*Error): /, '')
  const file = findFile(layers, inner)
  const place = file && line !== undefined ? linePlace(file.text, line) : undefined
  return {
    ruleId: 'template/invalid',
    severity: 'error',
    message: `Cannot use template \`${file?.name ?? inner}\`: ${explain(reason)}`,
    path: file ? `${layers[file.layer]?.path ?? ''}/${file.name}` : inner,
    ...(place ? {place} : {}),
  }
}

/** Place of one line of a text, without its indent. */
export function linePlace(text: string, line: number): Place {
  let offset = 0
  for (let current = 1; current < line; current++) {
    const end = text.indexOf('\n', offset)
    if (end === -1) break
    offset = end + 1
  }
  const end = text.indexOf('\n', offset)
  const whole = text.slice(offset, end === -1 ? undefined : end)
  const indent = whole.length - whole.trimStart().length
  return {
    start: {line, column: indent + 1, offset: offset + indent},
    end: {line, column: whole.length + 1, offset: offset + whole.length},
  }
}

function explain(reason: string): string {
  if (reason.startsWith('attempted to output null or undefined')) return 'it prints a name that has no value'
  const missing = /^template not found: (.*)$/.exec(reason)
  if (missing) return `there is no template \`${missing[1]?.replace(/!\d+$/, '') ?? ''}\``
  return reason
}
