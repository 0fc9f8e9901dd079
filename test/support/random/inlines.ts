import fc from 'fast-check'
import type {Words} from './words.ts'

/** Inline content of a random document: a construct, a number that chooses among its forms, and what it holds. */
export interface Inline {
  readonly kind: keyof typeof writers
  readonly form: number
  readonly children: readonly Inline[]
}

/** Writes one construct; `inner` is what it holds, already written. */
type InlineWriter = (context: {words: Words; form: number; inner: string}) => string

const choose = <T>(form: number, choices: readonly [T, ...T[]]): T => choices[form % choices.length] ?? choices[0]

const writers = {
  word: ({words}) => words.latin('text'),
  chinese: ({words}) => words.chinese('text'),
  sentence: ({words, form}) => {
    const [first, second] = [words.latin('text'), words.latin('text')]
    return choose(form, [
      `${first} ${second}.`,
      `${first}, ${second}:`,
      `“${first}” (${second})`,
      `${first}-${second}!`,
    ])
  },
  chineseSentence: ({words, form}) => {
    const [first, second] = [words.chinese('text'), words.chinese('text')]
    return choose(form, [
      `${first}，${second}。`,
      `“${first}”${second}`,
      `（${first}）${second}`,
      `${first}：${second}`,
    ])
  },
  emphasis: ({form, inner}) => {
    const sign = choose(form, ['*', '**', '_', '__', '***'])
    // `*[` at the start of a line, and a colon behind the bracket, would define an abbreviation.
    return inner.startsWith('[^') ? inner : `${sign}${inner}${sign}`
  },
  chineseStrong: ({words, form}) => {
    const [inside, after] = [words.chinese('text'), words.chinese('text')]
    return choose(form, [`**“${inside}”**${after}`, `${after}**${inside}。**`, `**（${inside}）${after}**${after}`])
  },
  mark: ({form, inner}) => {
    const sign = choose(form, ['==', '^^', '~~', '^', '~'])
    // Three tildes would start a fence, with the text as its language.
    return inner.startsWith('~') && sign.startsWith('~') ? inner : `${sign}${inner}${sign}`
  },
  critic: ({words, form}) => {
    const [one, two] = [words.latin('text'), words.latin('text')]
    return choose(form, [
      `{++${one}++} ${two}`,
      `{--${one}--} ${two}`,
      `{~~${one}~>${two}~~}`,
      `{==${one} ${two}==}`,
      `{>>${one} ${two}<<}`,
    ])
  },
  code: ({words, form}) => {
    const word = words.latin('text')
    return choose(form, [
      `\`${word}\``,
      `\`\` ${word} \`x\` \`\``,
      `\`#!python ${word}()\``,
      `\`<${word}> *a* {: .b }\``,
    ])
  },
  keys: ({words, form}) => choose(form, ['++ctrl+alt+k++', `++"${words.latin('text')}"++`, '++f1++']),
  link: ({words, form, inner}) => {
    const target = words.latin('free')
    return choose(form, [
      `[${inner}](${target}.md)`,
      `[${inner}](../${target}/#a "${words.latin('anywhere')}")`,
      `[${inner}](<${target} b.md>)`,
      `[${inner}](${target} b.md)`,
      `[${inner}](#${target}){: .md-button }`,
      `[${inner}][known]`,
    ])
  },
  image: ({words, form}) => {
    const [alt, target] = [words.latin('anywhere'), words.latin('free')]
    return choose(form, [
      `![${alt}](${target}.png)`,
      `![${alt}](img/${target}.png){ width="20" .c }`,
      `![${alt}](${target} b.png "${words.latin('anywhere')}")`,
      `![${alt}](https://example.org/${target}.png){: #i${target} }`,
    ])
  },
  autolink: ({words, form}) => {
    const word = words.latin('text')
    return choose(form, [`<https://${word}.example/a>`, `<${word}@mail.example>`, `https://${word}.example/b`])
  },
  html: ({words, form, inner}) =>
    choose(form, [
      `<span title="${words.latin('anywhere')}">${inner}</span>`,
      `<kbd>${inner}</kbd>`,
      `<b class="x">${inner}</b><br>`,
      `<font color="red">${inner}</font>`,
    ]),
  comment: ({words}) => `<!-- ${words.latin('hidden')} -->`,
  icon: ({words, form}) =>
    choose(form, [':material-home:', ':smile:', ':octicons-tag-16:{ .c }', `:material-${words.latin('text')}:`]),
  footnote: ({form}) => `[^${choose(form, ['one', 'two', '3'])}]`,
  abbreviation: () => 'HTML',
  mathematics: ({words, form}) => {
    const word = words.latin('free')
    return choose(form, [`$${word}^2$`, `\\(${word}\\)`, `$5 and ${word}`])
  },
  template: ({words, form}) => choose(form, [`{{ ${words.latin('text')} }}`, `{% ${words.latin('text')} %}`]),
  macro: ({form}) => choose(form, ['<<< custom_key.name >>>', '<<<custom_key.hostile>>>', '<<< brand >>>']),
  escape: ({words, form}) => `${choose(form, ['\\*', '\\`', '\\[', '\\{', '\\_'])}${words.latin('text')}\\*`,
  entity: ({words, form}) => `${choose(form, ['&amp;', '&copy;', '&#42;', '&lt;'])}${words.latin('text')}`,
  symbol: ({form}) => choose(form, ['(c)', '-->', '+/-', '1/2', '2nd']),
  // Signs that could make a destination, a tag or code of the words around them are left to documents of pure noise.
  sign: ({form}) => choose(form, ['*', '**', '_', '[', '~', '=', '+', '>', '#', '|', '"', '^', '-', '1.', '\u3000']),
  attributes: ({form}) => choose(form, ['{: .a }', '{ #b }', '{: title="t" }', '{.c}']),
  lineBreak: ({words, form}) => choose(form, ['  \n', '\\\n', '\n', '<br>\n']) + words.latin('text'),
} as const satisfies Record<string, InlineWriter>

const holders = ['emphasis', 'mark', 'link', 'html'] as const
const leaves = (Object.keys(writers) as (keyof typeof writers)[]).filter(
  (kind) => !holders.some((held) => held === kind),
)
/** What may follow the text before it without a space: nothing here can turn that into something else. */
const sticky: ReadonlySet<string> = new Set([
  'word',
  'chinese',
  'chineseStrong',
  'emphasis',
  'mark',
  'code',
  'critic',
  'keys',
])

const form = fc.nat(59)
const childless = fc.constant<readonly Inline[]>([])

/** Random inline content that nests constructs of all kinds. */
export const inlines: fc.Arbitrary<readonly Inline[]> = fc.letrec<{inline: Inline; inlines: readonly Inline[]}>(
  (tie) => ({
    inline: fc.oneof(
      {depthSize: 'small'},
      {
        weight: 3,
        arbitrary: fc.record({kind: fc.constantFrom('word', 'sentence', 'chinese'), form, children: childless}),
      },
      {weight: 4, arbitrary: fc.record({kind: fc.constantFrom(...leaves), form, children: childless})},
      {weight: 2, arbitrary: fc.record({kind: fc.constantFrom(...holders), form, children: tie('inlines')})},
    ),
    inlines: fc.array(tie('inline'), {minLength: 1, maxLength: 4}),
  }),
).inlines

/** Writes inline content; it may run over several lines. It starts with text, not with what could start a block. */
export function writeInlines(content: readonly Inline[], words: Words): string {
  let text = content[0]?.kind === 'sign' ? words.latin('text') : ''
  for (const {kind, form: chosen, children} of content) {
    const written = writers[kind]({words, form: chosen, inner: writeInlines(children, words)})
    text += text === '' || (sticky.has(kind) && chosen % 2 === 0) || written.startsWith('\n') ? written : ` ${written}`
  }
  return text
}

/** Writes inline content for a place of one line: a heading, a title, a label. */
export function writeLine(content: readonly Inline[], words: Words): string {
  return writeInlines(content, words)
    .replace(/\\?\s*\n/g, ' ')
    .trim()
}
