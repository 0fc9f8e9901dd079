import type {Summary} from '../measure/statistics.ts'

/** A Markdown table; the first column is text, the others stand to the right. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const rule = head.map((_, column) => (column === 0 ? '---' : '---:'))
  return [head, rule, ...rows].map((cells) => `| ${cells.join(' | ')} |\n`).join('')
}

/** Milliseconds as seconds: `8.31 s`; below a tenth of a second as they are: `61 ms`. */
export function time(milliseconds: number): string {
  if (milliseconds < 100) return `${milliseconds.toFixed(milliseconds < 10 ? 1 : 0)} ms`
  return `${(milliseconds / 1000).toFixed(milliseconds < 10_000 ? 2 : 1)} s`
}

/** Median and spread: `8.31 s (8.20–8.54)`. */
export function spread(summary: Summary, format: (value: number) => string): string {
  const {median, least, most} = summary
  return least === most ? format(median) : `${format(median)} (${format(least)} – ${format(most)})`
}

/** Bytes as megabytes of a million bytes. */
export function megabytes(bytes: number): string {
  const value = bytes / 1e6
  return `${value.toFixed(value < 10 ? 2 : value < 100 ? 1 : 0)} MB`
}

/** How many times as much: `1.25`. */
export function ratio(value: number): string {
  return value.toFixed(value < 10 ? 2 : 1)
}

/** Share of a whole: `12.5 %`. */
export function percent(share: number): string {
  return `${(share * 100).toFixed(1)} %`
}
