import {block, condition, longBlock} from './blocks.ts'
import type {PagePlan} from './page-plan.ts'
import {createRandom} from './random.ts'
import {macro, phrase, sentence, type Writer} from './sentence.ts'
import {chineseVocabulary, englishVocabulary} from './words.ts'

/** Text of a planned page in one locale. */
export function pageText(
  plan: PagePlan,
  options: {readonly seed: number; readonly pages: number; readonly locale: string; readonly brand: string},
): string {
  const {seed, pages, locale} = options
  const random = createRandom(seed, 'text', plan.index, locale)
  const vocabulary = locale === 'zh' ? chineseVocabulary : englishVocabulary
  const writer: Writer = {random, vocabulary, plan, seed, pages}
  const title = `${phrase(writer, 2)} ${plan.index}`
  const front = random.chance(0.73) ? ['---', `title: ${title}`, `description: ${phrase(writer, 6)}`, '---', ''] : []
  const lines = [...front, `# ${title}`, '', sentence(writer)]
  const each = plan.size / plan.sections
  let size = 0
  for (let section = 1; section <= plan.sections; section++) {
    lines.push('', heading(writer, section))
    // Every section has a block; what one is too long, the next are shorter.
    do {
      const next = plan.long ? longBlock(writer, each) : block(writer)
      lines.push('', ...next)
      size += Buffer.byteLength(next.join('\n'))
    } while (size < section * each)
    if (section <= plan.conditions) lines.push('', ...condition(writer, options.brand))
  }
  return `${lines.join('\n')}\n`
}

function heading(writer: Writer, section: number): string {
  const {random, vocabulary, plan} = writer
  // The first sections stand directly below the title.
  const level = section > 1 && random.chance(0.45) ? '###' : '##'
  const subject = plan.macros && random.chance(0.05) ? macro(writer) : phrase(writer, 2)
  return `${level} ${random.pick(vocabulary.headings)} ${subject} {#part-${section}}`
}
