import {posix} from 'node:path'
import {planPage, type PagePlan} from './page-plan.ts'
import type {Random} from './random.ts'
import {identifiers, type Vocabulary} from './words.ts'

/** What the text of one page is made with. */
export interface Writer {
  readonly random: Random
  readonly vocabulary: Vocabulary
  readonly plan: PagePlan
  /** Makes the plan of another page. */
  readonly seed: number
  /** Pages of the locale. */
  readonly pages: number
}

/** A sentence with its full stop; code, links, bold words, icons and macros stand in it as often as in real pages. */
export function sentence(writer: Writer): string {
  const {random, vocabulary} = writer
  const parts = Array.from({length: random.integer(1, 3)}, () => clause(writer))
  const text = parts.join(vocabulary.comma)
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}${vocabulary.stop.trim()}`
}

/** Sentences on one line. */
export function paragraph(writer: Writer): string {
  const {random, vocabulary} = writer
  const sentences = Array.from({length: random.integer(1, 3)}, () => sentence(writer))
  return sentences.join(vocabulary.space)
}

/** A few words without mark-up. */
export function phrase({random, vocabulary}: Writer, length: number): string {
  return Array.from({length}, () => random.pick(vocabulary.words)).join(vocabulary.space)
}

/** A name as in code: `valve_timeout`. */
export function identifier({random}: Writer): string {
  return `${random.pick(identifiers)}_${random.pick(identifiers)}`
}

/** Look-up of a name or an address of the brand. */
export function macro({random}: Writer): string {
  return `<<< custom_key.${random.pick(['brand_name', 'brand_name', 'main_domain', 'docs_domain'])} >>>`
}

function clause(writer: Writer): string {
  const {random, vocabulary} = writer
  const words = phrase(writer, random.integer(4, 8))
  const mark = inline(writer)
  return mark === undefined ? words : [words, mark, phrase(writer, random.integer(1, 3))].join(vocabulary.space || ' ')
}

function inline(writer: Writer): string | undefined {
  const {random, plan} = writer
  const drawn = random.next()
  if (drawn < 0.26) return `\`${identifier(writer)}\``
  if (drawn < 0.35) return link(writer)
  if (drawn < 0.37) return `**${phrase(writer, 2)}**`
  if (drawn < 0.375) return ':material-check:'
  if (drawn < 0.38) return `*${phrase(writer, 1)}*`
  return plan.macros && drawn < 0.42 ? macro({...writer, random}) : undefined
}

/** Link to a page or to a section of one, most of them near by; or, one of four, to another site. */
function link(writer: Writer): string {
  const {random, plan, seed, pages} = writer
  const label = phrase(writer, 2)
  if (random.chance(0.25)) {
    const host = plan.macros && random.chance(0.4) ? '<<< custom_key.docs_domain >>>' : 'reference.example'
    return `[${label}](https://${host}/${identifier(writer)}){:target="_blank"}`
  }
  const near = plan.index + random.integer(-12, 12)
  const index = random.chance(0.8) && near >= 0 && near < pages ? near : random.integer(0, pages - 1)
  const target = planPage(seed, index)
  const anchor = random.chance(0.5) ? `#part-${random.integer(1, target.sections)}` : ''
  return `[${label}](${posix.relative(posix.dirname(plan.path), target.path)}${anchor})`
}
