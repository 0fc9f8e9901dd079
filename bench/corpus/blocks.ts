import {code} from './code.ts'
import {identifier, macro, paragraph, phrase, sentence, type Writer} from './sentence.ts'

/** Lines of one block, without empty lines around it. */
type Block = (writer: Writer) => readonly string[]

// How often a block stands in a section, counted in real documentation.
const blocks: readonly (readonly [weight: number, block: Block])[] = [
  [90, (writer) => [paragraph(writer)]],
  [34, fence],
  [24, list],
  [9, steps],
  [9, (writer) => table(writer, writer.random.integer(2, 12))],
  [7, admonition],
  [6, tabs],
  [3, picture],
]

/** A block of a kind drawn as often as it is used. */
export function block(writer: Writer): readonly string[] {
  const total = blocks.reduce((sum, [weight]) => sum + weight, 0)
  let drawn = writer.random.next() * total
  const found = blocks.find(([weight]) => (drawn -= weight) < 0)
  return found ? found[1](writer) : []
}

/** A list or a table as in a change log or a reference, of about the bytes given. */
export function longBlock(writer: Writer, bytes: number): readonly string[] {
  if (writer.random.chance(0.4)) return table(writer, Math.ceil(bytes / 90))
  const lines: string[] = []
  for (let size = 0; size < bytes;) {
    const more = list(writer)
    lines.push(...more)
    size += more.join('\n').length
  }
  return lines
}

/** A paragraph that only one brand has, and another for the rest. */
export function condition(writer: Writer, brand: string): readonly string[] {
  return [
    `<<<% if custom_key.brand_key == '${brand}' %>>>`,
    paragraph(writer),
    '<<<% else %>>>',
    `${macro(writer)} ${sentence(writer)}`,
    '<<<% endif %>>>',
  ]
}

function fence(writer: Writer): readonly string[] {
  const {language, lines} = code(writer)
  return [`\`\`\`${language}`, ...lines, '```']
}

function list(writer: Writer): readonly string[] {
  const {random} = writer
  return Array.from({length: random.integer(2, 7)}, () => {
    const nested = random.chance(0.18)
      ? Array.from({length: random.integer(1, 4)}, () => `    - ${sentence(writer)}`)
      : []
    return [`- ${random.chance(0.2) ? `\`${identifier(writer)}\`: ` : ''}${sentence(writer)}`, ...nested]
  }).flat()
}

/** Numbered steps with code and further blocks inside. */
function steps(writer: Writer): readonly string[] {
  const {random} = writer
  return Array.from({length: random.integer(2, 4)}, (_, index) => {
    const inner = random.chance(0.6) ? fence(writer) : random.chance(0.3) ? admonition(writer) : [paragraph(writer)]
    return [`${index + 1}. ${sentence(writer)}`, '', ...indent(inner), '']
  })
    .flat()
    .slice(0, -1)
}

function table(writer: Writer, rows: number): readonly string[] {
  const {random, vocabulary} = writer
  const body = Array.from({length: rows}, () => {
    const type = random.pick(['int', 'string', 'float', 'list'])
    return `| \`${identifier(writer)}\` | ${type} | \`${random.integer(0, 999)}\` | ${phrase(writer, random.integer(3, 9))} |`
  })
  return [`| ${vocabulary.columns.join(' | ')} |`, '| --- | --- | :---: | --- |', ...body]
}

function admonition(writer: Writer): readonly string[] {
  const {random} = writer
  const type = random.pick(['note', 'warning', 'info', 'tip', 'danger'])
  const title = random.chance(0.4) ? ` "${phrase(writer, 3)}"` : ''
  const body = random.chance(0.25) ? fence(writer) : random.chance(0.3) ? list(writer) : [paragraph(writer)]
  return [`${random.chance(0.2) ? '???' : '!!!'} ${type}${title}`, '', ...indent(body)]
}

function tabs(writer: Writer): readonly string[] {
  const {random, vocabulary} = writer
  const labels = vocabulary.labels.slice(0, random.integer(2, 3))
  return labels
    .flatMap((label) => {
      const inner = random.chance(0.6) ? fence(writer) : list(writer)
      return [`=== "${label}"`, '', ...indent([paragraph(writer), '', ...inner]), '']
    })
    .slice(0, -1)
}

function picture(writer: Writer): readonly string[] {
  const {random, plan} = writer
  const up = '../'.repeat(plan.path.split('/').length - 1)
  return [`![${phrase(writer, 2)}](${up}img/figure-${random.integer(0, 5)}.svg)`]
}

function indent(lines: readonly string[]): readonly string[] {
  return lines.map((line) => (line === '' ? '' : `    ${line}`))
}
