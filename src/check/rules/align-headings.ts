import type {PageVariant} from '../../core/page.ts'
import {align, type Pairing} from '../translations/align.ts'

/** What tells a heading from others in whatever language it is written. */
interface Traits {
  readonly level: number
  readonly id: string | undefined
  readonly text: string
  /** Words in Latin letters and numbers, as names of products and commands are. */
  readonly names: ReadonlySet<string>
  /** Images and code blocks below it; empty for none. */
  readonly contents: string
}

/** Pairs the headings of a page in two languages. Those that are not paired are missing in one of them. */
export function alignHeadings(source: PageVariant, translation: PageVariant): readonly Pairing[] {
  const [originals, headings] = [traitsOf(source), traitsOf(translation)]
  const shorter = Math.min(originals.length, headings.length)
  let start = 0
  while (start < shorter && isKnown(originals[start], headings[start])) start++
  let end = 0
  while (end < shorter - start && isKnown(originals.at(-1 - end), headings.at(-1 - end))) end++
  const pairings = align(originals.length - start - end, headings.length - start - end, (left, right) =>
    likeness(originals[start + left], headings[start + right]),
  )
  return [
    ...Array.from({length: start}, (_, index): Pairing => [index, index]),
    ...pairings.map(([left, right]): Pairing => [shifted(left, start), shifted(right, start)]),
    ...Array.from({length: end}, (_, index): Pairing => {
      const behind = end - index
      return [originals.length - behind, headings.length - behind]
    }),
  ]
}

function traitsOf({headings, sections}: PageVariant): readonly Traits[] {
  return headings.map(({level, id, text}, index) => {
    const lower = text.toLowerCase()
    const {images = 0, codes = 0} = sections[index + 1] ?? {}
    return {
      level,
      id,
      text: lower,
      names: new Set(lower.match(/[a-z0-9][a-z0-9_.-]+|\d/g) ?? []),
      contents: images + codes === 0 ? '' : `${String(images)} ${String(codes)}`,
    }
  })
}

/** Whether two headings are the same one beyond doubt: then there is no need to look at others. */
function isKnown(one: Traits | undefined, other: Traits | undefined): boolean {
  return one?.id !== undefined && one.id === other?.id && one.level === other.level
}

/** How much speaks for two headings being the same one; `undefined` where nothing does. */
function likeness(one: Traits | undefined, other: Traits | undefined): number | undefined {
  if (!one || !other) return undefined
  const isSame = (one.id !== undefined && one.id === other.id) || one.text === other.text
  const affinity = isSame ? 8 : share(one.names, other.names) ? 3 : 0
  if (one.level !== other.level) return affinity > 0 ? affinity : undefined
  return 2 + affinity + (one.contents !== '' && one.contents === other.contents ? 1 : 0)
}

function share(one: ReadonlySet<string>, other: ReadonlySet<string>): boolean {
  for (const name of one) if (other.has(name)) return true
  return false
}

function shifted(position: number | undefined, by: number): number | undefined {
  return position === undefined ? undefined : position + by
}
