import fc from 'fast-check'
import {inlines, writeInlines, writeLine} from './inlines.ts'
import type {Inline} from './inlines.ts'
import type {Words} from './words.ts'

/** A block of a random document: a construct, a number that chooses among its forms, and what it holds. */
export interface Block {
  readonly kind: keyof typeof writers
  readonly form: number
  readonly text: readonly Inline[]
  readonly children: readonly Block[]
}

/** What a block is written from: its number, one line of text, its body, and more text when it needs it. */
interface BlockContext {
  readonly words: Words
  readonly form: number
  /** The text on one line. */
  line(): string
  /** The text, on one line or more. */
  lines(): readonly string[]
  /** The blocks inside, as lines. */
  body(): readonly string[]
}

const choose = <T>(form: number, choices: readonly [T, ...T[]]): T => choices[form % choices.length] ?? choices[0]
const indent = (lines: readonly string[], by: string): readonly string[] =>
  lines.map((line) => (line === '' ? '' : by + line))
const quoted = (text: string): string => `"${text.replaceAll('"', "'")}"`
/** A marker before the first line, and the rest under its content. */
const hang = (marker: string, lines: readonly string[], by = ' '.repeat(marker.length)): readonly string[] => [
  marker + (lines[0] ?? ''),
  ...indent(lines.slice(1), by),
]
const code = (words: Words, form: number): readonly string[] => {
  const line = `${words.latin('text')} = "${words.chinese('text')}" # ${words.latin('text')}`
  return choose(form, [
    [line],
    [line, '', `  if ${words.latin('text')}:`, `\t${words.latin('text')}()`],
    ['# !!! note', `- ${words.latin('text')} *a* | b`, '    [x](y)', '<div>'],
    [`${words.latin('text')} # (1)`, '{{ x }} <<< custom_key.name >>>'],
  ])
}

const writers = {
  paragraph: ({lines}) => lines(),
  heading: ({form, line}) => {
    const text = line()
    return choose(form, [
      [`# ${text}`],
      [`## ${text} {#id-${form}.x}`],
      [`### ${text} ###`],
      [text, '---'],
      [`#### ${text}`],
    ])
  },
  admonition: ({form, line, body}) => {
    const sign = choose(form, ['!!!', '???', '???+', '!!!', '???-'])
    const title = choose(form >> 1, [` ${quoted(line())}`, '', ` ${quoted(line())}`, ' ""'])
    const type = choose(form, ['note', 'Warning inline end', 'qzunknown', 'tip'])
    const gap = form % 3 === 0 ? [''] : []
    return [`${sign} ${type}${title}`, ...gap, ...indent(body(), '    ')]
  },
  tabs: ({form, line, body, words}) => {
    const gap = form % 2 === 0 ? [''] : []
    const second = [`=== ${quoted(words.latin('text'))}`, ...gap, `    ${words.latin('text')}`]
    return [
      `${choose(form, ['===', '===!', '===+'])} ${quoted(line())}`,
      ...gap,
      ...indent(body(), '    '),
      '',
      ...second,
    ]
  },
  fence: ({form, words}) => {
    const sign = choose(form, ['```', '~~~', '````'])
    const info = choose(form >> 1, [
      '',
      'python',
      `yaml title="${words.latin('anywhere')}" linenums="1"`,
      '{.sh .annotate hl_lines="1 3"}',
      'mermaid',
      `js ${words.latin('free')}`,
      "text hl_lines='1-2'",
    ])
    return [`${sign}${info}`, ...code(words, form), sign]
  },
  raggedFence: ({form, words}) => {
    const lines = ['```sh', ...code(words, form), '```']
    // The first line decides how far in the code is; in an item, four columns more would be indented code.
    return lines.map((line, index) => (line === '' || index === 0 ? line : ' '.repeat((form + index) % 4) + line))
  },
  indentedCode: ({words, form}) => indent(code(words, form), '    '),
  list: ({form, lines, body, words}) => {
    const marker = choose(form, ['- ', '* ', '1. ', '-   ', '10) ', '- [ ] ', '- [x] ', '1.  ', '+ '])
    const depth = choose(form >> 2, [undefined, '    ', undefined, '  ', '   '])
    const gap = form % 3 === 0 ? [''] : []
    const width = /^\S+\s+/.exec(marker)?.[0].length ?? 2
    const by = depth === undefined || depth.length < width ? ' '.repeat(width) : depth
    const [first = '', ...rest] = lines()
    // An item that starts with a tag or a comment is read as HTML up to the next blank line, which is a known gap.
    const head = first.startsWith('<') ? `${words.latin('text')} ${first}` : first
    return [
      ...hang(marker, [head, ...rest], by),
      ...gap,
      ...indent(body(), by),
      ...gap,
      `${marker}${words.latin('text')}`,
    ]
  },
  quote: ({body}) => body().map((line) => (line === '' ? '>' : `> ${line}`)),
  table: ({form, words}) => {
    const cell = (at: number): string =>
      choose(form + at, [
        words.latin('text'),
        `**${words.latin('text')}** ${words.chinese('text')}`,
        `\`${words.latin('text')} | b\``,
        `${words.latin('text')} \\| c<br>${words.latin('text')}`,
        `[${words.latin('text')}](a.md) :smile:`,
      ])
    const row = (at: number): string =>
      choose(form, [`| ${cell(at)} | ${cell(at + 1)} |`, `${cell(at)} | ${cell(at + 1)}`])
    return [row(0), choose(form, ['|---|:-:|', '--- | ---', '| :-- | --- |', '|-|-']), row(2), `| ${cell(1)} |`, row(3)]
  },
  definitions: ({line, body, words}) => {
    const inside = body()
    // Only a list that starts with 1 may follow a line of text.
    const gap = inside[0]?.startsWith('10)') === true ? [''] : []
    const definition = [words.latin('text'), ...gap, ...inside]
    return [
      `${words.latin('text')} ${line()}`,
      ...hang(':   ', definition, '    '),
      '',
      words.latin('text'),
      `:   ${words.chinese('text')}`,
    ]
  },
  abbreviation: ({words, form}) => [`*[${choose(form, ['HTML', 'API'])}]: ${words.latin('free')}`],
  linkDefinition: ({words, form}) => [
    `[${choose(form, ['known', 'other'])}]: ${words.latin('free')}.md "${words.latin('free')}"`,
  ],
  element: ({form, body}) => {
    const open = choose(form, [
      '<div markdown>',
      '<div class="grid cards" markdown="1">',
      '<section markdown="block" id="s">',
      '<details markdown>',
    ])
    const close = `</${/\w+/.exec(open)?.[0] ?? 'div'}>`
    return form % 2 === 0 ? [open, '', ...body(), '', close] : [open, ...body(), close]
  },
  spanElement: ({line, form}) =>
    choose(form, [[`<p markdown="span">${line()}</p>`], ['<div markdown="span">', line(), '</div>']]),
  html: ({words, form}) =>
    choose(form, [
      ['<div class="x">', `  <p title="${words.latin('anywhere')}">${words.latin('text')}</p>`, '</div>'],
      ['<table>', `<tr><td>${words.latin('text')}</td></tr>`, '</table>'],
      [`<img src="${words.latin('free')}.png" alt="${words.latin('anywhere')}">`],
      ['<pre>', `${words.latin('text')}  *a*`, '</pre>'],
      [`<details><summary>${words.latin('text')}</summary>`, words.latin('text'), '</details>'],
    ]),
  comment: ({words, form}) =>
    choose(form, [
      [`<!-- ${words.latin('hidden')} -->`],
      ['<!--', `${words.latin('hidden')} [x](y)`, '', `!!! note`, `    ${words.latin('hidden')}`, '-->'],
    ]),
  slashes: ({form, line, body}) => {
    const head = choose(form, ['note', 'warning', 'details', 'tab', 'html', 'admonition'])
    const title = head === 'html' ? choose(form, ['div.x', 'section#y']) : line()
    return [`/// ${head} | ${title}`, '', ...body(), '', '///']
  },
  caption: ({words, body, form}) => [
    ...body(),
    '',
    `/// ${choose(form, ['caption', 'figure-caption'])}`,
    words.latin('text'),
    '///',
  ],
  directive: ({form, line, body}) => {
    const label = line().replaceAll(/[[\]{}]/g, '')
    return [`:::${choose(form, ['note', 'tip', ' warning '])}[${label}]{.x}`, ...body(), ':::']
  },
  mathematics: ({words, form}) =>
    choose(form, [
      ['$$', words.latin('free'), '$$'],
      ['\\[', words.latin('free'), '\\]'],
    ]),
  rule: ({form}) => [choose(form, ['---', '***', '_ _ _'])],
  snippet: ({words}) => [`--8<-- "${words.latin('free')}.md"`],
  toc: () => ['[TOC]'],
  condition: ({words, form}) =>
    choose(form, [
      [
        "<<<% if custom_key.key == 'one' %>>>",
        words.latin('text'),
        '<<<% else %>>>',
        words.latin('hidden'),
        '<<<% endif %>>>',
      ],
      ['<<<# ', words.latin('hidden'), '#>>>'],
    ]),
} as const satisfies Record<string, (context: BlockContext) => readonly string[]>

const holders = [
  'admonition',
  'tabs',
  'list',
  'quote',
  'definitions',
  'element',
  'slashes',
  'directive',
  'caption',
] as const
const leaves = (Object.keys(writers) as (keyof typeof writers)[]).filter(
  (kind) => !holders.some((held) => held === kind),
)

const form = fc.nat(59)
const childless = fc.constant<readonly Block[]>([])

/** Random blocks that nest constructs of all kinds. */
export const blocks: fc.Arbitrary<readonly Block[]> = fc.letrec<{block: Block; blocks: readonly Block[]}>((tie) => ({
  block: fc.oneof(
    {depthSize: 'small'},
    {
      weight: 2,
      arbitrary: fc.record({kind: fc.constant('paragraph' as const), form, text: inlines, children: childless}),
    },
    {weight: 4, arbitrary: fc.record({kind: fc.constantFrom(...leaves), form, text: inlines, children: childless})},
    {
      weight: 4,
      arbitrary: fc.record({kind: fc.constantFrom(...holders), form, text: inlines, children: tie('blocks')}),
    },
  ),
  blocks: fc.array(tie('block'), {minLength: 1, maxLength: 3}),
})).blocks

/** Writes blocks with a blank line between them. */
export function writeBlocks(content: readonly Block[], words: Words): readonly string[] {
  return content.flatMap((block, index) => {
    const lines = writers[block.kind]({
      words,
      form: block.form,
      line: () => writeLine(block.text, words),
      lines: () => writeInlines(block.text, words).split('\n'),
      body: () => writeBlocks(block.children, words),
    })
    return index === 0 ? lines : ['', ...lines]
  })
}
