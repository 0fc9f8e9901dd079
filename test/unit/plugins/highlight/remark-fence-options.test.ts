import {toHtml} from 'hast-util-to-html'
import type {Root} from 'mdast'
import {toHast} from 'mdast-util-to-hast'
import remarkParse from 'remark-parse'
import {unified} from 'unified'
import {VFile} from 'vfile'
import {describe, expect, it} from 'vitest'
import {chooseFence} from '../../../../plugins/highlight/choose-fence.ts'
import type {FenceRules} from '../../../../plugins/highlight/choose-fence.ts'
import {parseFenceInfo} from '../../../../plugins/highlight/fence-info.ts'
import remarkFenceOptions from '../../../../plugins/highlight/remark-fence-options.ts'

const rules: FenceRules = {fences: [], relaxed: false, lineOptions: true}

function render(source: string, changed: Partial<FenceRules> = {}): {html: string; messages: readonly string[]} {
  const processor = unified()
    .use(remarkParse)
    .use(remarkFenceOptions, {...rules, ...changed})
  const file = new VFile(source)
  const tree = processor.runSync(processor.parse(file), file) as Root
  return {
    html: toHtml(toHast(tree)),
    messages: file.messages.map(({place, reason}) => {
      const line = place && 'start' in place ? place.start.line : 0
      return `${String(line)}: ${reason}`
    }),
  }
}

describe('an option of a fence that nobody reads', () => {
  it('is reported, and the backticks are those of code in a paragraph', () => {
    expect(render('Text.\n\n```py colour="red"\nimport a\nimport b\n```')).toEqual({
      html: '<p>Text.</p>\n<p><code>py colour="red" import a import b</code></p>',
      messages: [
        '3: Unknown option `colour="red"` of the fence, expected `title`, `linenums` or `hl_lines`, or attributes in braces',
      ],
    })
    expect(render('```py colour="red"\n```').html).toBe('<p><code>py colour="red"</code></p>')
  })

  it.each([
    ['between tildes', '~~~py colour="red"\na\n~~~'],
    ['with blank lines', '```py colour="red"\na\n\nb\n```'],
  ])('leaves code %s a block', (_, source) => {
    const {html, messages} = render(source)
    expect(html).toContain('<pre><code class="language-py">a\n')
    expect(messages).toHaveLength(1)
  })

  it('may be one whose value cannot be read', () => {
    expect(render('```py linenums="many"\na\n```').messages).toEqual([
      '1: Cannot read the option `linenums="many"` of the fence, expected line numbers',
    ])
  })

  it('may be any where there is no highlighter', () => {
    const {html, messages} = render('```py title="a"\nx\n```', {lineOptions: false})
    expect(html).toBe('<p><code>py title="a" x</code></p>')
    expect(messages).toEqual(['1: The fence does not take the option `title="a"` outside braces'])
  })

  it('refuses nothing where headers are relaxed', () => {
    expect(render('```py colour="red"\na\n```', {relaxed: true})).toEqual({
      html: '<pre><code class="language-py">a\n</code></pre>',
      messages: [],
    })
  })

  it.each(['py', 'py word', 'py title="a" linenums="1" hl_lines="1"', '{.py colour="red"}', 'py {.wide colour=red}'])(
    'is not among those of %j',
    (info) => {
      expect(render(`\`\`\`${info}\na\n\`\`\``).messages).toEqual([])
    },
  )
})

describe('chooseFence', () => {
  const fences = [
    {name: 'math', class: 'one'},
    {name: 'math', class: 'two'},
    {name: '*', class: 'all'},
  ]
  const choose = (info: string, changed: Partial<FenceRules>): string => {
    const choice = chooseFence(parseFenceInfo(info), {...rules, ...changed})
    return choice.kind === 'custom' ? choice.fence.class : choice.kind
  }

  it.each([
    ['math', 'two'],
    ['{.math title="x"}', 'two'],
    ['js', 'all'],
    ['', 'all'],
    ['math title="x"', 'refused'],
    ['js title="x"', 'refused'],
  ])('takes the last entry of the language, then the one for all: %j is %s', (info, expected) => {
    expect(choose(info, {fences})).toBe(expected)
  })

  it('highlights a fence of its own that has options outside braces, unless headers are relaxed', () => {
    const own = [{name: 'mermaid', class: 'mermaid'}]
    expect(choose('mermaid title="x"', {fences: own})).toBe('highlight')
    expect(choose('mermaid title="x"', {fences: own, relaxed: true})).toBe('mermaid')
    expect(choose('mermaid colour="x"', {fences: own})).toBe('refused')
  })
})
