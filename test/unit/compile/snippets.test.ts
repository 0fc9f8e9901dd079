import {describe, expect, it} from 'vitest'
import {createDiskIconSet} from '../../../plugins/icons/disk-icon-set.ts'
import {createCompiler} from '../../../src/compile/compiler.ts'
import type {Compiler} from '../../../src/compile/compiler.ts'
import {openPage} from '../../../src/compile/open-page.ts'
import type {Snippets} from '../../../src/compile/snippets.ts'
import {readMarkdownExtensions} from '../../../src/config/markdown-extensions.ts'
import type {Diagnostic} from '../../../src/core/diagnostic.ts'
import type {EditionPage, Page} from '../../../src/core/page.ts'

const icons = createDiskIconSet()
const brands = [
  {brand: 'aurora', values: {name: 'Aurora', key: 'aurora'}},
  {brand: 'borealis', values: {name: '*B*', key: 'borealis'}},
]

function compilerWith(options: Readonly<Record<string, unknown>> = {}): Compiler {
  const {extensions, problems} = readMarkdownExtensions(['toc', 'abbr', {'pymdownx.snippets': options}])
  expect(problems).toEqual([])
  return createCompiler({markdown: {extensions}, icons, configPath: 'docprism.yml'})
}

function compile(
  text: string,
  files: Readonly<Record<string, string>> = {},
  options?: Readonly<Record<string, unknown>>,
): Page {
  const snippets: Snippets = new Map(
    Object.entries(files).map(([name, body]) => [name, {path: `../${name}`, text: body}]),
  )
  return compilerWith(options).compile({path: 'en/page.md', locale: 'en', text, snippets}, brands)
}

function open(page: Page, index: number): EditionPage | undefined {
  const edition = brands[index]
  return edition && openPage(page, {...edition, markdown: {extensions: {}}})?.page
}

function placesOf(diagnostics: readonly Diagnostic[]): readonly unknown[] {
  return diagnostics.map(({ruleId, path, place}) => [ruleId, path, place?.start.line, place?.start.column])
}

describe('a snippet in a page', () => {
  it('is put in before macros, which therefore work in it', () => {
    const page = compile('Hello\n\n--8<-- "a.md"', {'a.md': 'from <<< custom_key.name >>>'})
    expect(page.diagnostics).toEqual([])
    expect([0, 1].map((index) => open(page, index)?.renderArticle([]))).toEqual([
      '<p>Hello</p>\n<p>from Aurora</p>',
      '<p>Hello</p>\n<p>from <em>B</em></p>',
    ])
  })

  it('may depend on a condition around it', () => {
    const page = compile('<<<% if custom_key.key == \'aurora\' %>>>\n--8<-- "a.md"\n<<<% endif %>>>\nEnd', {
      'a.md': 'Only here\n',
    })
    expect([0, 1].map((index) => open(page, index)?.renderArticle([]).trim())).toEqual([
      '<p>Only here</p>\n<p>End</p>',
      '<p>End</p>',
    ])
  })

  it('never comes from a value', () => {
    const values = {name: '--8<-- "a.md"'}
    const snippets: Snippets = new Map([['a.md', {path: 'a.md', text: 'secret'}]])
    const page = compilerWith().compile({path: 'en/p.md', locale: 'en', text: '<<< custom_key.name >>>', snippets}, [
      {brand: 'x', values},
    ])
    expect(openPage(page, {brand: 'x', values, markdown: {extensions: {}}})?.page.renderArticle([])).toContain(
      '8&#x3C;',
    )
  })

  it('is one of the files that the page was made of', () => {
    expect(compile('--8<-- "a.md"\n--8<-- "a.md"', {'a.md': '--8<-- "b.md"', 'b.md': 'B'}).snippets).toEqual([
      '../a.md',
      '../b.md',
    ])
    expect(compile('plain', {'a.md': 'A'}).snippets).toEqual([])
  })

  it('is text where the extension is off', () => {
    const compiler = createCompiler({markdown: {extensions: {}}, icons})
    const page = compiler.compile({path: 'en/p.md', locale: 'en', text: '--8<-- "a.md"'}, brands)
    expect(open(page, 0)?.renderArticle([])).toBe('<p>--8&#x3C;-- "a.md"</p>')
    expect(page.diagnostics).toEqual([])
  })

  it('is not looked for in the front matter', () => {
    const page = compile('---\ndescription: |\n  x\n  --8<--\n---\n\n--8<-- "a.md"', {'a.md': 'A'})
    expect(page.diagnostics).toEqual([])
    expect(open(page, 0)?.renderArticle([])).toBe('<p>A</p>')
  })
})

describe('a finding', () => {
  it.each([
    ['a macro', 'A\n\n  <<< custom_key.nme >>>', ['macro/undefined', '../a.md', 3, 7]],
    ['an element', 'A\n\n<b>', ['html/unbalanced', '../a.md', 3, 1]],
    ['an include', 'A\n\n--8<-- "no.md"', ['snippet/missing-file', '../a.md', 3, 9]],
  ])('about %s in a snippet points into the snippet', (_, text, expected) => {
    expect(placesOf(compile('# T\n\n    --8<-- "a.md"\n\n--8<-- "a.md"', {'a.md': text}).diagnostics)).toContainEqual(
      expected,
    )
  })

  it('is one however often a page includes the snippet', () => {
    const page = compile('--8<-- "a.md"\n\n--8<-- "a.md"', {'a.md': '<<< custom_key.nme >>>'})
    expect(placesOf(page.diagnostics)).toEqual([['macro/undefined', '../a.md', 1, 5]])
  })

  it('about the page itself keeps its line behind a snippet', () => {
    const page = compile('--8<-- "a.md"\n;--8<-- "x" \n\n;--8<--\n<<< custom_key.nme >>>', {'a.md': '1\n2\n3\n4\n'})
    expect(placesOf(page.diagnostics)).toEqual([['macro/undefined', 'en/page.md', 5, 5]])
  })

  it('inside a comment is none', () => {
    expect(compile('<!--\n--8<-- "a.md"\n-->', {'a.md': '<<< custom_key.nme >>>'}).diagnostics).toEqual([])
  })

  it('names its brands', () => {
    const page = compile('<<<% if custom_key.key == \'aurora\' %>>>\n--8<-- "a.md"\n<<<% endif %>>>', {'a.md': '<b>'})
    expect(page.diagnostics.map(({ruleId, path, brands: held}) => [ruleId, path, held])).toEqual([
      ['html/unbalanced', '../a.md', ['aurora']],
    ])
  })

  it('about `auto_append` belongs to the configuration', () => {
    const page = compile('x', {'a.md': '<b>'}, {auto_append: ['a.md', 'no.md']})
    expect(page.diagnostics.map(({ruleId, path, message}) => [ruleId, path, message])).toEqual([
      ['snippet/missing-file', 'docprism.yml', 'Cannot find the file `no.md`'],
      ['html/unbalanced', '../a.md', 'Element `<b>` is not closed where it was opened; add `</b>`'],
    ])
  })

  it.each([
    ['no.md', 'snippet/missing-file', 'Cannot find the file `no.md`, so its line is left out'],
    [
      'a.md:setupp',
      'snippet/missing-section',
      'Cannot find section `setupp` in `a.md`, so its line is left out; did you mean `a.md:setup`',
    ],
    [
      'a.md:9:',
      'snippet/missing-section',
      'Cannot find these lines in `a.md`, whose last is line 2, so its line is left out',
    ],
  ])('about what is missing is an error if `check_paths` is on: %s', (target, ruleId, message) => {
    const files = {'a.md': '--8<-- [start:setup]\nx'}
    const [relaxed, strict] = [false, true].map((check) => compile(`--8<-- "${target}"`, files, {check_paths: check}))
    expect(relaxed?.diagnostics).toMatchObject([{ruleId, message, severity: 'warning', path: 'en/page.md'}])
    expect(strict?.diagnostics).toMatchObject([{ruleId, message, severity: 'error'}])
  })

  it('is all that there is of snippets that grow without end', () => {
    const files = Object.fromEntries(
      Array.from({length: 30}, (_, index) => [`f${index}`, `--8<-- "f${index + 1}"\n`.repeat(2)]),
    )
    const page = compile('Text\n\n--8<-- "f0"', {...files, f30: 'x'})
    expect(placesOf(page.diagnostics)).toEqual([['source/too-complex', 'en/page.md', undefined, undefined]])
  })
})

describe('a link in a snippet', () => {
  it('is one of the page, with its place in the snippet', () => {
    const page = compile('[own](b.md)\n\n  --8<-- "a.md"', {'a.md': 'x\n\n![c](d.png)'})
    expect(
      open(page, 0)?.references.map(({target, path, place}) => [target, path, place?.start.line, place?.start.column]),
    ).toEqual([
      ['b.md', undefined, 1, 1],
      ['d.png', '../a.md', 3, 1],
    ])
  })
})
