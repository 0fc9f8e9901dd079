import type {RuleId} from '../../../src/core/rules.ts'

/** What a block is made with. */
export interface BlockContext {
  /** Makes names unlike all others. */
  readonly id: number
  /** Locale of the page. */
  readonly locale: string
  /** Another page of the locale, as a link from the page, and an anchor on it. */
  readonly other: string
  /** A page of another locale, whose counterpart in the own locale is not the page itself. */
  readonly foreignPage: string
  /** Name of one brand, which no other may show. */
  readonly brandName: string
}

/** Text with something wrong in it. `¦` stands before the place that the finding has to name. */
export interface Fault {
  readonly rule: RuleId
  readonly make: (context: BlockContext) => string
  /** Whether it is a block of its own; otherwise it is put into a sentence. */
  readonly isBlock?: true
}

/** Faults of one place, by what is wrong. Each is reported once, where the mark is. */
export const faults: readonly Fault[] = [
  {rule: 'link/missing-page', make: ({id}) => `¦[a](gone-${id}.md)`},
  {rule: 'link/missing-page', make: ({id}) => `¦[a](../gone-${id}/b.md#c "t")`},
  {rule: 'link/missing-page', make: ({id}) => `¦[甲](不存在-${id}.md)`},
  {rule: 'link/missing-page', make: ({id}) => `¦[a](%E7%BB%91-${id}.md)`},
  {rule: 'link/missing-page', make: ({id}) => `<a href="¦../gone-${id}/">a</a>`},
  {rule: 'link/missing-anchor', make: ({id}) => `¦[a](#gone-${id})`},
  {rule: 'link/missing-anchor', make: ({id, other}) => `¦[a](${other}#gone-${id})`},
  {rule: 'link/missing-anchor', make: ({id, other}) => `¦[甲](${other}#绑定-${id})`},
  {rule: 'link/missing-file', make: ({id}) => `¦[a](files/gone-${id}.zip)`},
  {rule: 'link/outside-content', make: ({id}) => `¦[a](${'../'.repeat(12)}gone-${id}.md)`},
  {rule: 'link/malformed', make: () => '¦[a]()'},
  {rule: 'link/malformed', make: ({id}) => `¦[a](https ://a-${id}.example/)`},
  {rule: 'image/missing-file', make: ({id}) => `¦![a](img/gone-${id}.png)`},
  {rule: 'image/missing-file', make: ({id}) => `<img src="¦../gone-${id}.png" alt="a">`},
  {rule: 'image/missing-alt', make: ({id}) => `¦![](https://static.example/${id}.png)`},
  {rule: 'macro/undefined', make: ({id}) => `<<< ¦custom_key.gone_${id} >>>`},
  {rule: 'macro/malformed', make: () => '¦<< custom_key.brand_name >>>'},
  {rule: 'macro/syntax', make: () => '¦<<<% endif %>>>'},
  {rule: 'link/wrong-case', make: ({other}) => `¦[a](${other.replace(/[^/]+$/, (name) => otherCase(name))})`},
  {rule: 'link/undefined-reference', make: ({id}) => `[a]¦[gone ${id}]`},
  {rule: 'link/unused-definition', make: ({id}) => `¦[gone-${id}]: https://www.example.com/`, isBlock: true},
  {rule: 'link/absolute-path', make: ({id}) => `¦[a](file:///tmp/a-${id}.md)`},
  {rule: 'image/absolute-path', make: ({id}) => `¦![a](file:///tmp/a-${id}.png)`},
  {rule: 'image/missing-alt', make: ({id}) => `¦<img src="https://static.example/${id}.png">`},
  {rule: 'footnote/missing', make: ({id}) => `a¦[^gone-${id}]`},
  {rule: 'footnote/unused', make: ({id}) => `¦[^gone-${id}]: Text.`, isBlock: true},
  {rule: 'anchor/duplicate-id', make: ({id}) => `<a id="a-${id}">a</a> and <a id="¦a-${id}">b</a>`},
  {rule: 'locale/other-locale-link', make: ({foreignPage}) => `¦[a](${foreignPage})`},
  {rule: 'brand/leak', make: ({brandName}) => `**¦${brandName}** and`},
  {rule: 'brand/leak', make: ({brandName}) => `\`¦${brandName}\` and`},
  {rule: 'writing/glossary', make: () => 'the ¦gizzmo there'},
  {rule: 'icon/unknown', make: ({id}) => `¦:material-gone-${id}:`},
  {rule: 'html/unbalanced', make: () => '¦</span>'},
  {rule: 'admonition/unknown-type', make: ({id}) => `!!! ¦gone${id} "t"\n\n    text`, isBlock: true},
  {rule: 'admonition/unknown-type', make: ({id}) => `???+ ¦gone${id}\n\n    text`, isBlock: true},
]

/** Rules that see more of a page than the block that was put in, or more in it: other findings of theirs are true consequences. */
export const consequences = /^(?:locale\/different-|locale\/stale|offline\/)/

function otherCase(name: string): string {
  const stem = name.replace(/\.md$/, '')
  return `${stem === stem.toUpperCase() ? stem.toLowerCase() : stem.toUpperCase()}.md`
}

/** Ways of a page to hold a line of text; `@` stands for the text, `%` for a name unlike all others. */
const lineHolders: readonly string[] = [
  '@',
  '- item\n- @',
  '1. item\n\n    @',
  '> @',
  '!!! note\n\n    @',
  '??? tip "t"\n\n    text\n\n    @',
  '=== "A %"\n\n    @\n\n=== "B %"\n\n    text',
  '| a | b |\n|---|---|\n| x | @ |',
  '- item\n\n    !!! warning\n\n        @',
  '<div markdown>\n\n@\n\n</div>',
  'Term\n:   @',
]

/** Ways of a page to hold a block. */
const blockHolders: readonly string[] = ['@', '- item\n\n    @', '!!! note\n\n    @', '=== "A %"\n\n    @']

/** A block with one fault in it, and where the finding has to be. */
export interface FaultyBlock {
  readonly rule: RuleId
  readonly text: string
  /** 0-based, from the first line of the block. */
  readonly line: number
  /** 1-based. */
  readonly column: number
}

/** Puts a fault into a holder. */
export function makeBlock(fault: Fault, context: BlockContext, choice: number): FaultyBlock {
  const holders = fault.isBlock ? blockHolders : lineHolders
  const holder = (holders[choice % holders.length] ?? '@').replaceAll('%', String(context.id))
  const made = fault.make(context)
  const indent = /^( *)@/m.exec(holder)?.[1] ?? ''
  const words = context.locale === 'zh' ? ['参见', '。'] : ['See ', ' for more.']
  const filling = fault.isBlock ? made.replaceAll('\n', `\n${indent}`).replace(/[ ]+$/gm, '') : words.join(made)
  const marked = holder.replace('@', () => filling)
  const before = marked.slice(0, marked.indexOf('¦'))
  return {
    rule: fault.rule,
    text: marked.replace('¦', ''),
    line: before.split('\n').length - 1,
    column: before.length - before.lastIndexOf('\n'),
  }
}
