import {describe, expect, it} from 'vitest'
import {readMarkdownExtensions} from '../../../src/config/markdown-extensions.ts'

const python = (name: string): unknown => ({python: name, kwds: {}})

describe('options of pymdownx.emoji', () => {
  it.each([
    ['emoji_index', 'twemoji', 'twemoji'],
    ['emoji_index', 'material.extensions.emoji.twemoji', 'twemoji'],
    ['emoji_index', 'materialx.emoji.twemoji', 'twemoji'],
    ['emoji_index', 'pymdownx.emoji.twemoji', 'twemoji'],
    ['emoji_index', 'pymdownx.emoji.gemoji', 'gemoji'],
    ['emoji_generator', 'inline-svg', 'inline-svg'],
    ['emoji_generator', 'material.extensions.emoji.to_svg', 'inline-svg'],
    ['emoji_generator', 'materialx.emoji.to_svg', 'inline-svg'],
    ['emoji_generator', 'pymdownx.emoji.to_alt', 'text'],
  ])('read `%s: %s` as %j, tagged or not', (option, name, meaning) => {
    for (const value of [name, python(name)]) {
      expect(readMarkdownExtensions({'pymdownx.emoji': {[option]: value}})).toEqual({
        extensions: {'pymdownx.emoji': {[option]: meaning}},
        problems: [],
      })
    }
  })

  it('come out as they were written', () => {
    const options = {
      title: 'long',
      strict: true,
      remove_variation_selector: false,
      emoji_generator: 'text',
      alt: 'html_entity',
      options: {classes: 'icon big', attributes: {align: 'absmiddle'}, custom_icons: ['look/icons']},
    }
    expect(readMarkdownExtensions({'pymdownx.emoji': options})).toEqual({
      extensions: {'pymdownx.emoji': options},
      problems: [],
    })
  })

  it.each([
    [
      {emoji_index: python('pymdownx.emoji.emojione')},
      ['emoji_index'],
      'The emoji index `pymdownx.emoji.emojione` is unsupported: its names and images belong to an emoji set that is not part of Docprism',
    ],
    ...['to_png', 'to_svg'].map((name): [unknown, string[], string] => [
      {emoji_generator: python(`pymdownx.emoji.${name}`)},
      ['emoji_generator'],
      `The emoji generator \`pymdownx.emoji.${name}\` is unsupported: its images come from another host, and \`inline-svg\` draws in the page`,
    ]),
    ...['to_png_sprite', 'to_svg_sprite', 'to_awesome'].map((name): [unknown, string[], string] => [
      {emoji_generator: python(`pymdownx.emoji.${name}`)},
      ['emoji_generator'],
      `The emoji generator \`pymdownx.emoji.${name}\` is unsupported: it needs a style sheet and sprites of EmojiOne, and \`inline-svg\` draws in the page`,
    ]),
    ...['short', 'html_entity'].map((alt): [unknown, string[], string] => [
      {alt},
      ['alt'],
      `The option \`alt: ${alt}\` is unsupported with drawings, which have no text; \`pymdownx.emoji.to_alt\` writes emoji as text`,
    ]),
    ...['image_path', 'non_standard_image_path', 'size'].map((name): [unknown, string[], string] => [
      {options: {[name]: 'x'}},
      ['options', name],
      `The option \`${name}\` is unsupported: emoji are drawn in the page, not loaded`,
    ]),
    [{title: 'full'}, ['title'], 'Found `full`, expected `long`, `none` or `short`'],
    [{options: []}, ['options'], 'Found a list, expected a map'],
    [{options: {clases: 'x'}}, ['options', 'clases'], 'Unknown option `clases`; did you mean `classes`'],
    [{options: {classes: 5}}, ['options', 'classes'], 'Found the number `5`, expected class names'],
    [{options: {attributes: 'x'}}, ['options', 'attributes'], 'Found `x`, expected a map'],
    [{options: {attributes: {a: 1}}}, ['options', 'attributes', 'a'], 'Found the number `1`, expected a string'],
    [{options: {custom_icons: 'x'}}, ['options', 'custom_icons'], 'Found `x`, expected a list of folders'],
    [{options: {custom_icons: [1]}}, ['options', 'custom_icons', 0], 'Found the number `1`, expected a folder'],
  ])('refuse %j', (options, path, message) => {
    const {problems} = readMarkdownExtensions({'pymdownx.emoji': options})
    expect(problems.map((problem) => [problem.path, problem.message])).toEqual([[['pymdownx.emoji', ...path], message]])
  })
})
