import {describe, expect, it} from 'vitest'
import {readMarkdownExtensions} from '../../../src/config/markdown-extensions.ts'
import {parseYaml} from '../../../src/config/parse-yaml.ts'

/** Reads `markdown_extensions` as they stand in `mkdocs.yml`. */
function read(yaml: string): ReturnType<typeof readMarkdownExtensions> {
  const {data, faults} = parseYaml(yaml)
  expect(faults).toEqual([])
  return readMarkdownExtensions(data)
}
const messages = (yaml: string): readonly string[] => read(yaml).problems.map(({message}) => message)
const slugify = (tag: string): unknown => read(`- toc: {slugify: ${tag}}`).extensions['toc']?.['slugify']

describe('slugify functions of `mkdocs.yml`', () => {
  const kept = {kind: 'pymdownx', case: 'none', normalize: 'NFC', percentEncode: false}
  const lower = {...kept, case: 'lower'}

  it.each([
    ['!!python/name:markdown.extensions.toc.slugify', {kind: 'python-markdown'}],
    ['!!python/name:markdown.extensions.toc.slugify_unicode', {kind: 'unicode'}],
    ['!!python/name:pymdownx.slugs.slugify', kept],
    ['!!python/object/apply:pymdownx.slugs.slugify {kwds: {case: lower}}', lower],
    ['!!python/object/apply:pymdownx.slugs.slugify {}', kept],
    [
      '!!python/object/apply:pymdownx.slugs.slugify {kwds: {case: fold, percent_encode: true, normalize: NFKD}}',
      {kind: 'pymdownx', case: 'fold', normalize: 'NFKD', percentEncode: true},
    ],
    ['!!python/object/apply:pymdownx.slugs.slugify {kwds: {case: lower-ascii}}', {...kept, case: 'lower-ascii'}],
    ['!!python/name:pymdownx.slugs.uslugify', lower],
    ['!!python/name:pymdownx.slugs.uslugify_encoded', {...lower, percentEncode: true}],
    ['!!python/name:pymdownx.slugs.uslugify_cased', kept],
    ['!!python/name:pymdownx.slugs.uslugify_cased_encoded', {...kept, percentEncode: true}],
    ['!!python/name:pymdownx.slugs.gfm', {...kept, case: 'lower-ascii'}],
    ['!!python/name:pymdownx.slugs.gfm_encoded', {...kept, case: 'lower-ascii', percentEncode: true}],
  ])('are understood: %s', (tag, resolved) => {
    expect(slugify(tag)).toEqual(resolved)
  })

  it.each([
    [
      '!!python/name:pymdownx.slugs.slugfy',
      'Unknown slugify function `pymdownx.slugs.slugfy`; did you mean `pymdownx.slugs.slugify`',
    ],
    [
      '!!python/object/apply:pymdownx.slugs.slugify {kwds: {cases: lower}}',
      'Unknown option `cases`; did you mean `case`',
    ],
    [
      '!!python/object/apply:pymdownx.slugs.slugify {kwds: {case: upper}}',
      'Found `upper`, expected `none`, `lower`, `lower-ascii` or `fold`',
    ],
    [
      '!!python/object/apply:pymdownx.slugs.slugify {kwds: {percent_encode: 1}}',
      'Found the number `1`, expected `true` or `false`',
    ],
    [
      '!!python/object/apply:pymdownx.slugs.slugify {args: [x]}',
      'Unknown option `args`, expected `case`, `normalize` or `percent_encode`',
    ],
    [
      '!!python/object/apply:pymdownx.slugs.uslugify {kwds: {case: lower}}',
      'Unknown option `case`, expected none for this slugify function',
    ],
  ])('are refused with words: %s', (tag, message) => {
    expect(messages(`- toc: {slugify: ${tag}}`)).toEqual([message])
  })
})

describe('fence formats of `mkdocs.yml`', () => {
  const fences = (tag: string): string =>
    `- pymdownx.superfences: {custom_fences: [{name: a, class: b, format: ${tag}}]}`

  it.each([
    ['!!python/name:pymdownx.superfences.fence_code_format', 'code'],
    ['!!python/name:pymdownx.superfences.fence_div_format', 'div'],
  ])('are understood: %s', (tag, format) => {
    expect(read(fences(tag)).extensions['pymdownx.superfences']).toEqual({
      custom_fences: [{name: 'a', class: 'b', format}],
    })
  })

  it.each([
    ['!!python/name:pymdownx.superfences.fence_code_fromat', /did you mean `pymdownx.superfences.fence_code_format`/],
    ['!!python/name:sky.fences.draw', /Unknown fence format `sky.fences.draw`/],
  ])('are refused with words: %s', (tag, message) => {
    expect(messages(fences(tag))).toEqual([expect.stringMatching(message)])
  })

  it.each(['fence_mathjax_format', 'fence_mathjax_preview_format', 'fence_generic_format'])(
    'are understood or refused by name: pymdownx.arithmatex.%s',
    (name) => {
      for (const message of messages(fences(`!!python/name:pymdownx.arithmatex.${name}`))) {
        expect(message).toMatch(new RegExp(`\`pymdownx.arithmatex.${name}\` is unsupported`))
      }
    },
  )

  it.each(['fence_mermaid', 'fence_mermaid_custom'])('are understood or refused by name: mermaid2.%s', (name) => {
    for (const message of messages(fences(`!!python/name:mermaid2.${name}`))) {
      expect(message).toContain(`\`mermaid2.${name}\``)
    }
  })
})

describe('emoji functions of `mkdocs.yml`', () => {
  it.each(['material.extensions.emoji', 'materialx.emoji'])('are understood: those of %s', (module) => {
    const yaml = `- pymdownx.emoji:
    emoji_index: !!python/name:${module}.twemoji
    emoji_generator: !!python/name:${module}.to_svg`
    expect(read(yaml)).toMatchObject({
      problems: [],
      extensions: {'pymdownx.emoji': {emoji_index: 'twemoji', emoji_generator: 'inline-svg'}},
    })
  })

  it.each([
    ['emoji_index', 'twemoji'],
    ['emoji_index', 'gemoji'],
    ['emoji_index', 'emojione'],
    ['emoji_generator', 'to_png'],
    ['emoji_generator', 'to_svg'],
    ['emoji_generator', 'to_png_sprite'],
    ['emoji_generator', 'to_svg_sprite'],
    ['emoji_generator', 'to_alt'],
    ['emoji_generator', 'to_awesome'],
  ])('are understood or refused by name: %s pymdownx.emoji.%s', (option, name) => {
    for (const message of messages(`- pymdownx.emoji: {${option}: !!python/name:pymdownx.emoji.${name}}`)) {
      expect(message).toContain(`\`pymdownx.emoji.${name}\``)
    }
  })

  it('are refused with the nearest name', () => {
    expect(messages('- pymdownx.emoji: {emoji_index: !!python/name:material.extensions.emoji.twemojy}')).toEqual([
      'Unknown emoji index `material.extensions.emoji.twemojy`; did you mean `material.extensions.emoji.twemoji`',
    ])
  })
})

describe('names of extensions', () => {
  it.each([
    ['markdown.extensions.toc', ['toc']],
    ['markdown.extensions.tables:TableExtension', ['tables']],
    ['pymdownx.tilde:DeleteSubExtension', ['pymdownx.tilde']],
    [
      'markdown.extensions.extra',
      ['fenced_code', 'footnotes', 'attr_list', 'def_list', 'tables', 'abbr', 'md_in_html'],
    ],
  ])('are understood as people write them: %s', (name, names) => {
    const {extensions, problems} = readMarkdownExtensions([name])
    expect(problems).toEqual([])
    expect(Object.keys(extensions)).toEqual(names)
  })

  it('stand for others', () => {
    expect(Object.keys(readMarkdownExtensions(['pymdownx.extra']).extensions)).toContain('pymdownx.superfences')
  })

  it.each([
    ['pymdownx.superfence', 'Unknown extension `pymdownx.superfence`; did you mean `pymdownx.superfences`'],
    ['markdown.extensions.admonitions', 'Unknown extension `admonitions`; did you mean `admonition`'],
    ['def_lists', 'Unknown extension `def_lists`; did you mean `def_list`'],
    [
      'material.extensions.preview',
      'Unknown extension `material.extensions.preview`: links have no previews; leave it out',
    ],
    ['mkdocs-click', 'Unknown extension `mkdocs-click`: no Python is run; write the commands into a page'],
    [
      'markdown_include.include',
      'Unknown extension `markdown_include.include`: files are included by `pymdownx.snippets`',
    ],
    ['sky.weather', 'Unknown extension `sky.weather`'],
  ])('that are unknown are an error which says what to write: %s', (name, message) => {
    expect(readMarkdownExtensions([name]).problems.map((problem) => problem.message)).toEqual([message])
  })
})
