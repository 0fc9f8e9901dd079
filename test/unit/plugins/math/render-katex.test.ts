import remarkParse from 'remark-parse'
import {unified} from 'unified'
import {VFile} from 'vfile'
import {describe, expect, it, vi} from 'vitest'
import remarkMath from '../../../../plugins/math/remark-math.ts'
import {renderKatex} from '../../../../plugins/math/render-katex.ts'
import {renderWith} from '../../../support/render-with.ts'

const render = renderWith([remarkMath, {render: renderKatex}])

/** Each message with its range as `line:column-line:column`. */
function messages(source: string): readonly string[] {
  const processor = unified().use(remarkParse).use(remarkMath, {render: renderKatex})
  const file = new VFile(source)
  processor.runSync(processor.parse(file), file)
  return file.messages.map(({place, reason, source: area, ruleId}) => {
    const range = place && 'start' in place ? `${point(place.start)}-${point(place.end)}` : ''
    return `${range} ${area ?? ''}/${ruleId ?? ''} ${reason}`
  })
}

function point({line, column}: {line: number; column: number}): string {
  return `${String(line)}:${String(column)}`
}

describe('KaTeX', () => {
  it('writes HTML and MathML into the element', () => {
    const html = render('$a^2$\n\n$$b$$')
    expect(html).toMatch(/^<p><span class="arithmatex"><span class="katex"><span class="katex-mathml"><math /)
    expect(html).toContain('<div class="arithmatex"><span class="katex-display"><span class="katex">')
    expect(html).toContain('<annotation encoding="application/x-tex">a^2</annotation>')
  })

  it('is told to whatever the form of the output', () => {
    expect(renderWith([remarkMath, {generic: true, render: renderKatex}])('$a$')).toBe(render('$a$'))
  })

  it('leaves the source of a formula that it cannot read, and says where the fault is', () => {
    expect(render('so $a \\nope b$')).toBe('<p>so <span class="arithmatex">\\(a \\nope b\\)</span></p>')
    expect(messages('so $a \\nope b$')).toEqual([
      '1:7-1:12 math/syntax Cannot read the formula: Undefined control sequence: \\nope',
    ])
  })

  it.each([
    ['$$\na\n\\nope\n$$', '3:1-3:6'],
    ['> - \\[\n>   a \\nope\n>   \\]', '2:7-2:12'],
    ['\\begin{matrix}\n  \\nope\n\\end{matrix}', '2:3-2:8'],
    ['a\nb $c\nd \\nope$', '3:3-3:8'],
    ['$\\frac{1$', '1:9-1:9'],
  ])('points into the lines of a formula: %j', (source, range) => {
    expect(messages(source)).toEqual([expect.stringMatching(`^${range} `)])
  })

  it.each([
    '\\href{javascript:alert(1)}{x}',
    '\\url{https://aurora.example}',
    '\\includegraphics{a.png}',
    '\\htmlId{a}{b}',
  ])('is trusted with nothing that leads out of the page: %s', (tex) => {
    const command = /^\\[a-zA-Z]+/.exec(tex)?.[0] ?? ''
    expect(renderKatex({tex, display: false})).toEqual({
      reason: `Cannot read the formula: \`${command}\` is not allowed, since it can lead out of the page`,
      range: [0, command.length],
    })
  })

  it.each([
    ['macros without end', '\\def\\a{\\a\\a}\\a', /Too many expansions/],
    ['deep nesting', '{'.repeat(9_000), /nests too deeply/],
    ['length', 'a'.repeat(30_000), /30000 characters, expected at most 20000/],
  ])('is guarded against %s', (_, tex, reason) => {
    const rendered = renderKatex({tex, display: true})
    expect('reason' in rendered && rendered.reason).toMatch(reason)
  })

  it('forgets the macros of one formula before the next', () => {
    expect(renderKatex({tex: '\\gdef\\own{x}\\own', display: false})).toHaveProperty('html')
    expect(renderKatex({tex: '\\own', display: false})).toHaveProperty('reason')
  })

  it('prints nothing', () => {
    const spies = (['log', 'error', 'warn'] as const).map((name) => vi.spyOn(console, name).mockReturnValue())
    expect(renderKatex({tex: 'a\\message{x}\\errmessage{y}\\show b 极光', display: false})).toHaveProperty('html')
    for (const spy of spies) expect(spy).not.toHaveBeenCalled()
    vi.restoreAllMocks()
  })
})
