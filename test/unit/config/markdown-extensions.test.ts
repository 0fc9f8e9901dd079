import fc from 'fast-check'
import {describe, expect, it} from 'vitest'
import {unsupportedExtensions, unsupportedOptions} from '../../../src/config/extension-table.ts'
import {readMarkdownExtensions} from '../../../src/config/markdown-extensions.ts'
import {parseYaml} from '../../../src/config/parse-yaml.ts'

const read = (value: unknown): unknown => {
  const {extensions, problems} = readMarkdownExtensions(value)
  expect(problems).toEqual([])
  return extensions
}
const problemsOf = (value: unknown): readonly unknown[] =>
  readMarkdownExtensions(value).problems.map(({path, message}) => [path, message])
const toc = (options: Readonly<Record<string, unknown>> = {}): unknown => ({
  toc: {slugify: {kind: 'python-markdown'}, ...options},
})

describe('readMarkdownExtensions', () => {
  it('gives the Material set without what is unsupported when nothing is configured', () => {
    const {extensions, problems} = readMarkdownExtensions(undefined)
    expect(problems).toEqual([])
    expect(extensions).toMatchObject({
      admonition: {},
      toc: {permalink: true, slugify: {kind: 'python-markdown'}},
      'pymdownx.superfences': {custom_fences: [{name: 'mermaid', class: 'mermaid', format: 'code'}]},
      'pymdownx.tabbed': {alternate_style: true},
      'pymdownx.tasklist': {custom_checkbox: true},
      'pymdownx.highlight': {anchor_linenums: true},
    })
    expect(Object.keys(extensions).filter((name) => Object.hasOwn(unsupportedExtensions, name))).toEqual([])
  })

  it.each<[string, unknown, unknown]>([
    ['a list of names', ['abbr', 'tables'], {abbr: {}, tables: {}}],
    ['a list of maps', [{toc: {title: 'Here'}}, {tables: null}], {...Object(toc({title: 'Here'})), tables: {}}],
    ['a map', {abbr: {}, tables: null}, {abbr: {}, tables: {}}],
    ['an empty list', [], {}],
    ['nothing', null, {}],
    [
      'names with their prefix',
      ['markdown.extensions.toc', 'markdown.extensions.abbr:AbbrExtension'],
      {...Object(toc()), abbr: {}},
    ],
    ['one name twice', [{toc: {title: 'a', marker: 'x'}}, {toc: {title: 'b'}}], toc({title: 'b', marker: 'x'})],
    ['an option that is empty', {'pymdownx.highlight': {linenums: null}}, {'pymdownx.highlight': {}}],
    [
      'the words of YAML 1.1',
      {'pymdownx.keys': {strict: 'yes', camel_case: 'Off'}},
      {'pymdownx.keys': {strict: true, camel_case: false}},
    ],
    ['options in capitals', {footnotes: {BACKLINK_TEXT: '^'}}, {footnotes: {BACKLINK_TEXT: '^'}}],
    ['one of several kinds', {toc: {permalink: '#', toc_depth: '2-4'}}, toc({permalink: '#', toc_depth: '2-4'})],
  ])('reads %s', (_, value, expected) => {
    expect(read(value)).toEqual(expected)
  })

  it('takes bundles apart', () => {
    const parts = {footnotes: {}, attr_list: {}, def_list: {}, tables: {}, abbr: {}, md_in_html: {}}
    expect(read(['extra'])).toEqual({fenced_code: {}, ...parts})
    expect(read({'pymdownx.extra': {'markdown.extensions.footnotes': {SEPARATOR: '-'}}})).toEqual({
      'pymdownx.betterem': {},
      'pymdownx.superfences': {},
      ...parts,
      footnotes: {SEPARATOR: '-'},
    })
    expect(problemsOf({extra: {footnote: {}}})).toEqual([
      [['extra', 'footnote'], 'Unknown extension `footnote`; did you mean `footnotes`'],
    ])
  })

  it.each<[string, unknown, readonly (string | number)[], string]>([
    ['no list', 'toc', [], 'Found `toc`, expected a list of extensions'],
    ['an unknown name', ['pymdownx.tabed'], [0], 'Unknown extension `pymdownx.tabed`; did you mean `pymdownx.tabbed`'],
    ['a name of every object', ['constructor'], [0], 'Unknown extension `constructor`'],
    [
      'an unknown option',
      [{'pymdownx.tasklist': {custom: true}}],
      [0, 'pymdownx.tasklist', 'custom'],
      'Unknown `pymdownx.tasklist` option `custom`, expected `clickable_checkbox` or `custom_checkbox`',
    ],
    ['an option where there is none', {admonition: {a: 1}}, ['admonition', 'a'], 'Unknown `admonition` option `a`'],
    [
      'two names in one entry',
      [{abbr: {}, toc: {}}],
      [0],
      'Found a map with 2 names, expected the name of an extension, or a map from one name to its options',
    ],
    [
      'a number in place of a name',
      [7],
      [0],
      'Found the number `7`, expected the name of an extension, or a map from one name to its options',
    ],
    ['options that are none', {toc: true}, ['toc'], 'Found `true`, expected a map of options for `toc`'],
    ['a number in place of a word', {toc: {title: 5}}, ['toc', 'title'], 'Found the number `5`, expected a string'],
    ['a fraction', {toc: {baselevel: 1.5}}, ['toc', 'baselevel'], 'Found the number `1.5`, expected a whole number'],
    [
      'a word in place of a list',
      {'pymdownx.blocks.html': {custom: 'x'}},
      ['pymdownx.blocks.html', 'custom'],
      'Found `x`, expected a list',
    ],
    ['a list in place of a map', {abbr: {glossary: []}}, ['abbr', 'glossary'], 'Found a list, expected a map'],
    [
      'a fence without class',
      {'pymdownx.superfences': {custom_fences: [{name: 'x'}]}},
      ['pymdownx.superfences', 'custom_fences', 0, 'class'],
      'Found nothing, expected a class name',
    ],
    [
      'a fence without name',
      {'pymdownx.superfences': {custom_fences: [{class: 'x'}]}},
      ['pymdownx.superfences', 'custom_fences', 0, 'name'],
      'Found nothing, expected the language of the fence',
    ],
    [
      'a fence that is none',
      {'pymdownx.superfences': {custom_fences: ['x']}},
      ['pymdownx.superfences', 'custom_fences', 0],
      'Found `x`, expected a map with `name` and `class`',
    ],
    [
      'fences that are none',
      {'pymdownx.superfences': {custom_fences: 'x'}},
      ['pymdownx.superfences', 'custom_fences'],
      'Found `x`, expected a list of fences',
    ],
    [
      'a wrong key of a fence',
      {'pymdownx.superfences': {custom_fences: [{name: 'x', class: 'x', formta: 'div'}]}},
      ['pymdownx.superfences', 'custom_fences', 0, 'formta'],
      'Unknown option `formta`; did you mean `format`',
    ],
    [
      'a validator',
      {'pymdownx.superfences': {custom_fences: [{name: 'x', class: 'x', validator: 'v'}]}},
      ['pymdownx.superfences', 'custom_fences', 0, 'validator'],
      'The option `validator` is unsupported: Python functions are not called',
    ],
    [
      'a slugify function that is a list',
      {toc: {slugify: []}},
      ['toc', 'slugify'],
      'Found a list, expected a slugify function such as `python-markdown`',
    ],
    [
      'an argument where there is none',
      {toc: {slugify: {kind: 'github', case: 'lower'}}},
      ['toc', 'slugify', 'case'],
      'Unknown option `case`, expected none for this slugify function',
    ],
    [
      'an unknown argument',
      {toc: {slugify: {kind: 'pymdownx', cases: 'lower'}}},
      ['toc', 'slugify', 'cases'],
      'Unknown option `cases`; did you mean `case`',
    ],
    [
      'a wrong normalisation',
      {toc: {slugify: {kind: 'pymdownx', normalize: 'no'}}},
      ['toc', 'slugify', 'normalize'],
      'Found `no`, expected `NFC`, `NFD`, `NFKC` or `NFKD`',
    ],
    [
      'a wrong flag of an argument',
      {toc: {slugify: {kind: 'pymdownx', percent_encode: 'x'}}},
      ['toc', 'slugify', 'percent_encode'],
      'Found `x`, expected `true` or `false`',
    ],
    [
      'images from another host',
      {'pymdownx.emoji': {emoji_generator: 'pymdownx.emoji.to_png'}},
      ['pymdownx.emoji', 'emoji_generator'],
      'The emoji generator `pymdownx.emoji.to_png` is unsupported: its images come from another host, and `inline-svg` draws in the page',
    ],
    [
      'an emoji index that is a number',
      {'pymdownx.emoji': {emoji_index: 5}},
      ['pymdownx.emoji', 'emoji_index'],
      'Found the number `5`, expected the name of its emoji index',
    ],
    [
      'a Python object inside an option',
      {abbr: {glossary: {API: {python: 'm.f', kwds: {}}}}},
      ['abbr', 'glossary', 'API'],
      'The Python object `m.f` is unsupported',
    ],
    [
      'a format of code in text',
      {'pymdownx.inlinehilite': {custom_inline: [{name: 'x', class: 'x', format: {python: 'm.f', kwds: {}}}]}},
      ['pymdownx.inlinehilite', 'custom_inline', 0, 'format'],
      'The inline format `m.f` is unsupported: Python functions are not called',
    ],
    [
      'code in text without a class',
      {'pymdownx.inlinehilite': {custom_inline: [{name: 'x'}]}},
      ['pymdownx.inlinehilite', 'custom_inline', 0, 'class'],
      'Found nothing, expected a class name',
    ],
    [
      'code in text without a name',
      {'pymdownx.inlinehilite': {custom_inline: [{class: 'x'}]}},
      ['pymdownx.inlinehilite', 'custom_inline', 0, 'name'],
      'Found nothing, expected the language of the code',
    ],
    [
      'code in text that is a word',
      {'pymdownx.inlinehilite': {custom_inline: ['x']}},
      ['pymdownx.inlinehilite', 'custom_inline', 0],
      'Found `x`, expected a map with `name` and `class`',
    ],
    [
      'formats that are none',
      {'pymdownx.inlinehilite': {custom_inline: 'x'}},
      ['pymdownx.inlinehilite', 'custom_inline'],
      'Found `x`, expected a list of formats',
    ],
    [
      'a wrong key of a language',
      {'pymdownx.highlight': {extend_pygments_lang: [{name: 'x', lng: 'php'}]}},
      ['pymdownx.highlight', 'extend_pygments_lang', 0, 'lng'],
      'Unknown option `lng`; did you mean `lang`',
    ],
    [
      'a language without a name',
      {'pymdownx.highlight': {extend_pygments_lang: [{lang: 'php'}]}},
      ['pymdownx.highlight', 'extend_pygments_lang', 0, 'name'],
      'Found nothing, expected the name that authors write',
    ],
    [
      'a name without a language',
      {'pymdownx.highlight': {extend_pygments_lang: [{name: 'x'}]}},
      ['pymdownx.highlight', 'extend_pygments_lang', 0, 'lang'],
      'Found nothing, expected the language whose colours it has',
    ],
    [
      'options of a language that are none',
      {'pymdownx.highlight': {extend_pygments_lang: [{name: 'x', lang: 'php', options: 1}]}},
      ['pymdownx.highlight', 'extend_pygments_lang', 0, 'options'],
      'Found the number `1`, expected a map',
    ],
    [
      'an option of a lexer',
      {'pymdownx.highlight': {extend_pygments_lang: [{name: 'x', lang: 'php', options: {tabsize: 2}}]}},
      ['pymdownx.highlight', 'extend_pygments_lang', 0, 'options', 'tabsize'],
      'The lexer option `tabsize` is unsupported: grammars have no options',
    ],
    [
      'languages that are none',
      {'pymdownx.highlight': {extend_pygments_lang: 'x'}},
      ['pymdownx.highlight', 'extend_pygments_lang'],
      'Found `x`, expected a list of languages',
    ],
    [
      'colours in attributes',
      {'pymdownx.highlight': {noclasses: true}},
      ['pymdownx.highlight', 'noclasses'],
      'The `pymdownx.highlight` option `noclasses` is unsupported: colours are those of the theme, for light and dark pages',
    ],
  ])('reports %s', (...[, value, path, message]) => {
    expect(problemsOf(value)).toEqual([[path, message]])
  })

  it('takes further names of languages, and formats of code in text that need no Python', () => {
    const languages = [{name: 'php-inline', lang: 'php', options: {startinline: true}}]
    expect(read({'pymdownx.highlight': {extend_pygments_lang: languages, noclasses: false}})).toEqual({
      'pymdownx.highlight': {extend_pygments_lang: [{name: 'php-inline', lang: 'php'}], noclasses: false},
    })
    const formats = [{name: 'x', class: 'y', format: null}]
    expect(read({'pymdownx.inlinehilite': {custom_inline: formats}})).toEqual({
      'pymdownx.inlinehilite': {custom_inline: [{name: 'x', class: 'y'}]},
    })
  })

  it.each(Object.entries(unsupportedExtensions))('refuses %s as unsupported, with the reason', (name, reason) => {
    expect(problemsOf([name])).toEqual([[[0], `The extension \`${name}\` is unsupported: ${reason}`]])
    expect(reason).toMatch(/^.{15,100}[^.]$/)
  })

  it.each(
    Object.entries(unsupportedOptions).flatMap(([name, options]) =>
      Object.entries(options).map(([option, reason]) => [name, option, reason] as const),
    ),
  )('refuses the %s option %s as unsupported, with the reason', (name, option, reason) => {
    expect(problemsOf({[name]: {[option]: true}})).toEqual([
      [[name, option], `The \`${name}\` option \`${option}\` is unsupported: ${reason}`],
    ])
  })

  it('never throws and gives plain data', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const {extensions} = readMarkdownExtensions(value)
        expect(structuredClone(extensions)).toEqual(extensions)
      }),
    )
  })
})

describe('slugify', () => {
  const pymdownx = (slugCase: string, percentEncode = false, normalize = 'NFC'): unknown => ({
    kind: 'pymdownx',
    case: slugCase,
    normalize,
    percentEncode,
  })
  it.each<[string, unknown]>([
    ['!!python/object/apply:pymdownx.slugs.slugify {kwds: {case: lower}}', pymdownx('lower')],
    [
      '!!python/object/apply:pymdownx.slugs.slugify\n  kwds:\n    case: lower-ascii\n    percent_encode: true',
      pymdownx('lower-ascii', true),
    ],
    ['!!python/object/apply:pymdownx.slugs.slugify {kwds: {normalize: NFKD}}', pymdownx('none', false, 'NFKD')],
    ['!!python/object/apply:pymdownx.slugs.slugify {}', pymdownx('none')],
    ['!!python/object/apply:pymdownx.slugs.slugify []', pymdownx('none')],
    ['!!python/name:pymdownx.slugs.uslugify', pymdownx('lower')],
    ["!!python/name:pymdownx.slugs.uslugify_encoded ''", pymdownx('lower', true)],
    ['!!python/name:pymdownx.slugs.uslugify_cased', pymdownx('none')],
    ['!!python/name:pymdownx.slugs.uslugify_cased_encoded', pymdownx('none', true)],
    ['!!python/name:pymdownx.slugs.gfm', pymdownx('lower-ascii')],
    ['!!python/name:pymdownx.slugs.gfm_encoded', pymdownx('lower-ascii', true)],
    ['!!python/name:markdown.extensions.toc.slugify', {kind: 'python-markdown'}],
    ['!!python/name:markdown.extensions.toc.slugify_unicode', {kind: 'unicode'}],
    ['python-markdown', {kind: 'python-markdown'}],
    ['unicode', {kind: 'unicode'}],
    ['github', {kind: 'github'}],
    ['pymdownx', pymdownx('none')],
    ['{kind: pymdownx, case: fold}', pymdownx('fold')],
    ['{kind: pymdownx, case: lower, normalize: NFC, percentEncode: false}', pymdownx('lower')],
  ])('is read from %s', (yaml, expected) => {
    const {data, faults} = parseYaml(
      `toc:\n  slugify: ${yaml.replaceAll('\n', '\n  ')}\npymdownx.tabbed:\n  slugify: github\n`,
    )
    expect(faults).toEqual([])
    expect(read(data)).toEqual({toc: {slugify: expected}, 'pymdownx.tabbed': {slugify: {kind: 'github'}}})
  })
})

describe('Python names', () => {
  it.each<[string, string, unknown]>([
    ['emoji_index', '!!python/name:material.extensions.emoji.twemoji', 'twemoji'],
    ['emoji_index', '!!python/name:materialx.emoji.twemoji', 'twemoji'],
    ['emoji_index', '!!python/name:pymdownx.emoji.twemoji', 'twemoji'],
    ['emoji_generator', '!!python/name:material.extensions.emoji.to_svg', 'inline-svg'],
    ['emoji_generator', '!!python/name:materialx.emoji.to_svg', 'inline-svg'],
  ])('of the emoji option %s: %s', (option, tag, expected) => {
    expect(read(parseYaml(`pymdownx.emoji:\n  ${option}: ${tag}\n`).data)).toEqual({
      'pymdownx.emoji': {[option]: expected},
    })
  })

  it.each<[string, string]>([
    ['!!python/name:pymdownx.superfences.fence_code_format', 'code'],
    ['!!python/name:pymdownx.superfences.fence_div_format', 'div'],
    ['div', 'div'],
  ])('of a fence format: %s', (tag, format) => {
    const yaml = `pymdownx.superfences:\n  custom_fences:\n    - name: flow\n      class: flow\n      format: ${tag}\n`
    expect(read(parseYaml(yaml).data)).toEqual({
      'pymdownx.superfences': {custom_fences: [{name: 'flow', class: 'flow', format}]},
    })
  })

  it('are plain data, and tuples and strings are what they hold', () => {
    expect(parseYaml('a: !!python/name:os.system\nb: !!python/tuple [1, 2]\nc: !!python/str x\n').data).toEqual({
      a: {python: 'os.system', kwds: {}},
      b: [1, 2],
      c: 'x',
    })
  })
})
