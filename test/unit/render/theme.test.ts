import {describe, expect, it} from 'vitest'
import {createTheme} from '../../../src/render/theme.ts'
import type {ThemeLayer} from '../../../src/render/template-layers.ts'
import {findingLines} from '../site/site-fixture.ts'

function layer(path: string, files: Readonly<Record<string, string>>): ThemeLayer {
  return {path, files: new Map(Object.entries(files))}
}

function render(layers: readonly ThemeLayer[], context: object = {}): readonly string[] {
  const {theme, diagnostics} = createTheme({layers, locales: []})
  const rendered = theme.render('page.html', context)
  return [rendered.html, ...findingLines([...diagnostics, ...rendered.diagnostics])]
}

describe('a theme', () => {
  it('escapes what a template prints', () => {
    expect(render([layer('base', {'page.html': '<p>{{ title }}</p>'})], {title: '<b> & "c"'})).toEqual([
      '<p>&lt;b&gt; &amp; &quot;c&quot;</p>',
    ])
  })

  it('takes a template from the first layer that has it', () => {
    const base = layer('base', {'page.html': '{% include "partials/a.html" %}', 'partials/a.html': 'base'})
    expect(render([layer('brand', {}), layer('site', {'partials/a.html': 'site'}), base])).toEqual(['site'])
  })

  it('lets an override extend the template it replaces, layer by layer, with `!`', () => {
    const layers = [
      layer('brand', {'page.html': '{% extends "!page.html" %}{% block a %}brand {{ super() }}{% endblock %}'}),
      layer('site', {'page.html': '{% extends "!page.html" %}{% block a %}site {{ super() }}{% endblock %}'}),
      layer('base', {'page.html': '<{% block a %}base{% endblock %}|{% block b %}b{% endblock %}>'}),
    ]
    expect(render(layers)).toEqual(['<brand site base|b>'])
  })

  it('lets an override include the partial it replaces', () => {
    const base = layer('base', {'page.html': '{% include "partials/a.html" %}', 'partials/a.html': 'base'})
    expect(render([layer('site', {'partials/a.html': '[{% include "!partials/a.html" %}]'}), base])).toEqual(['[base]'])
  })

  it('allows an include that is missing where the template says so', () => {
    expect(render([layer('base', {'page.html': 'a{% include "x.html" ignore missing %}b'})])).toEqual(['ab'])
  })

  it('leaves out an override that does not compile, and reports its line', () => {
    const layers = [layer('overrides', {'page.html': 'one\n  {% shout %}\n'}), layer('base', {'page.html': 'base'})]
    expect(render(layers)).toEqual([
      'base',
      'overrides/page.html:2:3 template/invalid Cannot use template `page.html`: unknown block tag: shout',
    ])
  })

  it('uses the built-in template where an override prints a name without a value', () => {
    const base = layer('base', {'page.html': 'base {% include "a.html" %}', 'a.html': 'a'})
    expect(render([layer('overrides', {'a.html': '\n{{ page.titel }}'}), base], {page: {}})).toEqual([
      'base a',
      'overrides/a.html:2:1 template/invalid Cannot use template `a.html`: it prints a name that has no value',
    ])
  })

  it('reports an override that reaches for a template that is not there', () => {
    const layers = [
      layer('overrides', {'page.html': '{% extends "!page.html" %}{% block a %}{% include "x.html" %}{% endblock %}'}),
      layer('base', {'page.html': '{% block a %}base{% endblock %}'}),
    ]
    expect(render(layers)).toEqual([
      'base',
      'overrides/page.html template/invalid Cannot use template `page.html`: there is no template `x.html`',
    ])
  })

  it('throws when the built-in template itself fails', () => {
    const {theme} = createTheme({layers: [layer('base', {'page.html': '{{ x }}'})], locales: []})
    expect(() => theme.render('page.html', {})).toThrow('attempted to output null or undefined value')
  })

  it('falls back to the built-in page for a layout of its own that fails', () => {
    const layers = [layer('overrides', {'home.html': '{{ x }}'}), layer('base', {'page.html': 'base'})]
    const {theme} = createTheme({layers, locales: []})
    const {html, diagnostics} = theme.render('home.html', {})
    expect(html).toBe('base')
    expect(findingLines(diagnostics)).toEqual([
      'overrides/home.html:1:1 template/invalid Cannot use template `home.html`: it prints a name that has no value',
    ])
  })

  it('offers top-level templates as layouts, and files under `css/` and `js/` as assets', () => {
    const {theme} = createTheme({
      layers: [
        layer('overrides', {'home.html': '', 'css/a.css': 'own', 'notes.txt': ''}),
        layer('base', {'page.html': '', 'partials/x.html': '', 'css/a.css': 'base', 'js/b.js': 'b'}),
      ],
      locales: [],
    })
    expect(theme.layouts).toEqual(['home.html', 'page.html'])
    expect([...theme.assets]).toEqual([
      ['css/a.css', 'own'],
      ['js/b.js', 'b'],
    ])
  })
})

describe('interface strings', () => {
  const english = 'words: {next: Next, copy: Copy}\nadmonitions: {note: Note}\n'

  it.each([
    ['en', {next: 'Next', copy: 'Copy'}],
    ['zh', {next: '下一页', copy: 'Copy'}],
    ['zh-Hant', {next: '下一頁', copy: 'Copy'}],
    ['zh-Hant-TW', {next: '下一頁', copy: 'Copy'}],
    ['fr', {next: 'Next', copy: 'Copy'}],
  ])('of %s fall back from the tag to its language to English', (tag, words) => {
    const base = layer('base', {
      'locales/en.yml': english,
      'locales/zh.yml': 'words: {next: 下一页}\n',
      'locales/zh-Hant.yml': 'words: {next: 下一頁}\n',
    })
    expect(createTheme({layers: [base], locales: [tag]}).theme.strings(tag)).toEqual({
      words,
      admonitions: {note: 'Note'},
    })
  })

  it('are replaced one by one by an override', () => {
    const layers = [
      layer('overrides', {'locales/en.yml': 'words: {next: Onwards, rank: 1}\nadmonitions: {note: Mind}\n'}),
      layer('base', {'locales/en.yml': english}),
    ]
    const {theme} = createTheme({layers, locales: ['en']})
    expect(theme.strings('en')).toEqual({words: {next: 'Onwards', copy: 'Copy'}, admonitions: {note: 'Mind'}})
  })

  it('of a file that is not YAML are left out, and the file is reported', () => {
    const layers = [
      layer('overrides', {'locales/en.yml': 'words:\n  next: "a\n'}),
      layer('base', {'locales/en.yml': english}),
    ]
    const {theme, diagnostics} = createTheme({layers, locales: ['en']})
    expect(theme.strings('en').words['next']).toBe('Next')
    expect(findingLines(diagnostics)).toEqual([
      'overrides/locales/en.yml:3:1 template/invalid Cannot read the strings: Missing closing "quote',
    ])
  })

  it('of a file that holds something else are left out', () => {
    const layers = [layer('overrides', {'locales/en.yml': '- a\n'}), layer('base', {'locales/en.yml': english})]
    expect(createTheme({layers, locales: ['en']}).theme.strings('en').words['next']).toBe('Next')
  })
})
