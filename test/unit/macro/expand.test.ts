import fc from 'fast-check'
import {describe, expect, it} from 'vitest'
import {sourceOffset} from '../../../src/core/offset-map.ts'
import {fillPlaceholders} from '../../../src/core/placeholder.ts'
import {expandSource, type Expansion} from '../../../src/macro/expand.ts'
import {lookupValue, type MacroEdition} from '../../../src/macro/scope.ts'
import {aurora, borealis, editions} from './editions.ts'

function written(text: string, edition: MacroEdition = aurora): string {
  return expandSource({text, path: 'en/a.md', editions: [edition], inline: 'all'}).variants[0]?.text ?? ''
}

function filled(expansion: Expansion, {brand, values}: MacroEdition): string {
  const variant = expansion.variants[expansion.variantOf[brand] ?? -1]
  if (!variant) throw new Error('an edition has no variant')
  return fillPlaceholders(
    variant.text,
    variant.lookups.map((name) => lookupValue(values, name) ?? ''),
  )
}

/** Diagnostics as `line:column-line:column rule message [brands]`. */
function findings(text: string): string[] {
  return expandSource({text, path: 'en/a.md', editions}).diagnostics.map(({ruleId, message, place, brands}) => {
    const where = place
      ? `${place.start.line}:${place.start.column}-${place.end.line}:${place.end.column}`
      : 'everywhere'
    return `${where} ${ruleId} ${message}${brands ? ` [${brands.join(', ')}]` : ''}`
  })
}

describe('macros', () => {
  it.each([
    ['a look-up', '<<< custom_key.brand_name >>>', 'Aurora'],
    ['a look-up without spaces', 'x<<<custom_key.port>>>y', 'x8080y'],
    ['a nested look-up', '<<< custom_key.team.lead >>>', 'Ada'],
    ['a look-up in brackets', "<<< custom_key['team']['lead'] >>>", 'Ada'],
    ['a member of a list', '<<< custom_key.regions[1] >>>', 'south'],
    ['the brand and the locale', '<<< brand >>>/<<< locale >>>', 'aurora/en'],
    ['a filter', '<<< custom_key.brand_name | upper >>>', 'AURORA'],
    ['filters in a row', "<<< custom_key.brand_name | lower | replace('a', 'o') >>>", 'ouroro'],
    ['a filter with named arguments', "<<< custom_key.regions | sort(reverse=true) | join(', ') >>>", 'south, north'],
    ['a concatenation', "<<< custom_key.brand_name ~ '!' >>>", 'Aurora!'],
    ['arithmetic', '<<< 2 * 7 % 4 + 1 >>>', '3'],
    ['a conditional expression', "<<< 'new' if custom_key.beta else 'old' >>>", 'old'],
    ['nothing instead of the other branch', "a<<< 'new' if custom_key.beta >>>b", 'ab'],
    ['a default', "<<< custom_key.nothing | default('none') >>>", 'none'],
    ['an empty literal', 'a<<< none >>>b', 'ab'],
    ['membership', "<<< 'north' in custom_key.regions >>>", 'true'],
    ['a comparison of a number with its text', "<<< custom_key.port == '8080' >>>", 'true'],
    ['a negated comparison', "<<< not custom_key.brand_key == 'borealis' >>>", 'true'],
    ['a comment', 'a <<<# <<< nothing >>> #>>> b', 'a  b'],
    ['raw text', '<<<% raw %>>><<< x >>><<<% endraw %>>>', '<<< x >>>'],
  ])('writes %s', (_, text, output) => {
    expect(written(text)).toBe(output)
    expect(findings(text).filter((finding) => !finding.includes('borealis'))).toEqual([])
  })

  it.each([
    ['if', "<<<% if custom_key.brand_key == 'aurora' %>>>A<<<% else %>>>B<<<% endif %>>>", ['A', 'B']],
    ['elif', "<<<% if false %>>>1<<<% elif brand == 'borealis' %>>>2<<<% else %>>>3<<<% endif %>>>", ['3', '2']],
    [
      'for',
      '<<<% for r in custom_key.regions %>>><<< loop.index >>><<< r >>>;<<<% endfor %>>>',
      ['1north;2south;', ''],
    ],
    ['for with else', '<<<% for r in custom_key.regions %>>>x<<<% else %>>>none<<<% endfor %>>>', ['xx', 'none']],
    [
      'for with keys and values',
      '<<<% for k, v in custom_key.team %>>><<< k >>>=<<< v >>> <<<% endfor %>>>',
      ['lead=Ada size=3 ', 'lead=Bo size=1 '],
    ],
    ['set', "<<<% set a = custom_key.brand_key ~ '!' %>>><<< a >>>", ['aurora!', 'borealis!']],
    [
      'a captured set',
      '<<<% set a %>>>[<<< brand >>>]<<<% endset %>>><<< a >>><<< a >>>',
      ['[aurora][aurora]', '[borealis][borealis]'],
    ],
    [
      'set in a loop',
      "<<<% set n = '' %>>><<<% for r in custom_key.regions %>>><<<% set n = n ~ r %>>><<<% endfor %>>><<< n >>>",
      ['northsouth', ''],
    ],
  ])('carries out %s', (_, text, outputs) => {
    expect([written(text, aurora), written(text, borealis)]).toEqual(outputs)
    expect(findings(text)).toEqual([])
  })

  it.each([
    ['before', 'a \n <<<- brand >>> b', 'aaurora b'],
    ['after', 'a <<< brand ->>>\n\n b', 'a aurorab'],
    ['around a tag', 'a\n<<<%- if true -%>>>\n b \n<<<%- endif -%>>>\nc', 'abc'],
    ['around a comment', 'a\n<<<#- x -#>>>\nb', 'ab'],
    ['inside raw', '<<<% raw -%>>> <<<x>>> <<<%- endraw %>>> b', '<<<x>>> b'],
  ])('trims white space %s', (_, text, output) => {
    expect(written(text)).toBe(output)
  })

  it('keeps the line breaks around tags without a dash', () => {
    expect(written('a\n<<<% if true %>>>\nb\n<<<% endif %>>>\nc')).toBe('a\n\nb\n\nc')
  })

  it('takes a value for source text, and escapes it on demand', () => {
    expect(written('<<< custom_key.hot >>>')).toBe('*hot*')
    expect(written('<<< custom_key.hot | text >>>')).toBe('&#42;hot&#42;')
    expect(written("<<< ' a  b\n' | text >>>")).toBe('&#32;a&#32; b&#10;')
  })

  it('leads to no code', () => {
    expect(findings("<<< custom_key.brand_name.constructor | default('safe') >>>")).toEqual([])
    expect(written("<<< custom_key.brand_name.constructor | default('safe') >>>")).toBe('safe')
    expect(written("<<< custom_key['__proto__'] is undefined >>>")).toBe('true')
  })
})

describe('undefined names', () => {
  it('are errors with their place and the nearest known name', () => {
    expect(findings('a\n<<< custom_key.brand_nmae | upper >>>')).toEqual([
      '2:5-2:26 macro/undefined Cannot find `custom_key.brand_nmae`; did you mean `custom_key.brand_name`',
    ])
    expect(findings('<<<% if custom_kye.beta %>>>a<<<% endif %>>>')).toEqual([
      '1:9-1:24 macro/undefined Cannot find `custom_kye.beta`; did you mean `custom_key.beta`',
    ])
  })

  it('stay in the text as written, and the rest goes on', () => {
    expect(written('<<< nothing >>> <<< brand >>>')).toBe('<<< nothing >>> aurora')
  })

  it('name the brands that miss them, whatever branch is taken', () => {
    expect(findings('<<<% if false %>>><<< custom_key.only_aurora >>><<<% endif %>>>')).toEqual([
      '1:23-1:45 macro/undefined Cannot find `custom_key.only_aurora` [borealis]',
    ])
  })

  it('are fine where the author asks for them', () => {
    expect(findings('<<< custom_key.only_aurora is defined >>>')).toEqual([])
    expect(findings("<<< custom_key.only_aurora | d('-') >>>")).toEqual([])
    expect(
      findings('<<<% if custom_key.only_aurora is defined %>>><<< custom_key.only_aurora >>><<<% endif %>>>'),
    ).toEqual([])
    expect(
      findings("<<<% if custom_key.only_aurora is not defined or custom_key.only_aurora == 'a' %>>>a<<<% endif %>>>"),
    ).toEqual([])
    expect(
      findings(
        '<<<% if custom_key.only_aurora is undefined %>>>a<<<% else %>>><<< custom_key.only_aurora >>><<<% endif %>>>',
      ),
    ).toEqual([])
  })

  it('are also look-ups that end at a group of values', () => {
    expect(findings('<<< custom_key.team >>>')).toEqual([
      '1:5-1:20 macro/undefined `custom_key.team` is a group of values and has no text, expected one of `custom_key.team.lead`, `custom_key.team.size`',
    ])
  })

  it('are found in what only a run can know', () => {
    expect(findings('<<<% for r in custom_key.regions %>>><<< r.name >>><<<% endfor %>>>')).toEqual([
      '1:42-1:48 macro/undefined Cannot find `r.name` [aurora]',
    ])
    expect(findings('<<< custom_key[brand] >>>')).toEqual(['1:1-1:26 macro/undefined This macro has no value'])
  })

  it('are not the names of loops behind their end', () => {
    expect(findings('<<<% for r in custom_key.regions %>>><<<% endfor %>>><<< r >>>')).toEqual([
      '1:58-1:59 macro/undefined Cannot find `r`',
    ])
  })
})

describe('block tags without a partner', () => {
  it.each([
    ['an open if', 'a <<<% if brand %>>> b', '1:3 macro/syntax Cannot find `<<<% endif %>>>` for this `if`'],
    ['a stray endif', 'a <<<% endif %>>> b', '1:3 macro/syntax Cannot find `<<<% if %>>>` for this `endif`'],
    ['a stray else', 'a <<<% else %>>> b', '1:3 macro/syntax Found `else` outside of an `if`'],
    [
      'a second else',
      '<<<% if brand %>>><<<% else %>>>x<<<% else %>>><<<% endif %>>>',
      '1:34 macro/syntax Found `else` behind the `else` of the same `if`',
    ],
    [
      'a for inside an if',
      '<<<% if brand %>>><<<% for a in brand %>>><<<% endif %>>>',
      '1:19 macro/syntax Cannot find `<<<% endfor %>>>` for this `for`',
    ],
  ])('are reported: %s', (_, text, finding) => {
    expect(findings(text).map((one) => one.replace(/-\S+/, ''))).toEqual([finding])
  })

  it('stay text, with their branches', () => {
    expect(written('<<<% if brand %>>>a<<<% else %>>>b')).toBe('<<<% if brand %>>>a<<<% else %>>>b')
    expect(written('<<<% if true %>>><<<% for a in brand %>>>b<<<% endif %>>>')).toBe('<<<% for a in brand %>>>b')
  })

  it('keep their structure when only their condition cannot be read', () => {
    const text = '<<<% if brand = 1 %>>>a<<<% else %>>>b<<<% endif %>>>'
    expect(written(text)).toBe('<<<% if brand = 1 %>>>b')
    expect(findings(text)).toHaveLength(1)
  })

  it('may not nest without end', () => {
    const text = `${'<<<% if true %>>>'.repeat(200)}x${'<<<% endif %>>>'.repeat(200)}`
    expect(findings(text)).toHaveLength(100)
    expect(written(text)).toContain('x')
  })
})

describe('expandSource', () => {
  it('shares one variant between brands, with placeholders as long as their macros', () => {
    const text = 'Welcome to <<< custom_key.brand_name >>>, see <https://<<< custom_key.domain >>>/>.'
    const {variants, variantOf} = expandSource({text, path: 'en/a.md', editions})
    expect(variants).toHaveLength(1)
    expect(variantOf).toEqual({aurora: 0, borealis: 0})
    expect(variants[0]?.lookups).toEqual(['custom_key.brand_name', 'custom_key.domain'])
    expect(variants[0]?.text).toHaveLength(text.length)
  })

  it('gives one index to one name', () => {
    const text = '<<< custom_key.brand_name >>> and <<< custom_key.brand_name >>>'
    expect(expandSource({text, path: 'en/a.md', editions}).variants[0]?.lookups).toEqual(['custom_key.brand_name'])
  })

  it('makes a variant of its own for a brand whose conditionals differ', () => {
    const text = '<<<% if custom_key.beta %>>>new<<<% else %>>>old<<<% endif %>>>'
    const {variants, variantOf} = expandSource({text, path: 'en/a.md', editions})
    expect(variants.map((variant) => variant.text)).toEqual(['old', 'new'])
    expect(variantOf).toEqual({aurora: 0, borealis: 1})
  })

  it('leaves a source without macros as it is', () => {
    const {variants, diagnostics} = expandSource({text: '# a\n', path: 'en/a.md', editions})
    expect(variants).toEqual([{text: '# a\n', map: {runs: [{out: 0, source: 0, copy: true}]}, lookups: []}])
    expect(diagnostics).toEqual([])
  })

  it('writes everything out where the source holds the letters of placeholders', () => {
    const text = '\uA500\uA510\uA510\uA510 <<< custom_key.brand_name >>>'
    const expansion = expandSource({text, path: 'en/a.md', editions})
    expect(expansion.variants.map(({lookups}) => lookups)).toEqual([[], []])
    expect(filled(expansion, aurora)).toBe('\uA500\uA510\uA510\uA510 Aurora')
  })

  it('leads every offset back to the text or the start of the macro it came from', () => {
    const text = 'ab <<< brand >>> cd<<<% if true %>>> ef<<<% endif %>>>'
    const variant = expandSource({text, path: 'en/a.md', editions: [aurora]}).variants[0]
    expect(variant?.text).toBe('ab aurora cd ef')
    const back = (offset: number): number => (variant ? sourceOffset(variant.map, offset) : -1)
    expect([0, 2, 3, 5, 8].map(back)).toEqual([0, 2, 3, 3, 3])
    expect([9, 12, 13].map(back)).toEqual([16, 36, 37])
    expect(back(15)).toBe(39)
  })

  it('stops a loop that would fill the memory', () => {
    const open = '<<<% for a in custom_key.regions %>>>'
    const text = `${open.repeat(40)}x${'<<<% endfor %>>>'.repeat(40)}`
    expect(findings(text).map((finding) => finding.split(' ')[1])).toContain('source/too-complex')
  })

  it('reports a filter that does not fit its value', () => {
    expect(findings('<<< custom_key.port | trim >>>')).toEqual([
      '1:1-1:31 macro/syntax Cannot carry out this macro, a filter or operator does not fit its value',
    ])
  })

  it.each([
    ['openings', '<<<'],
    ['spaced openings', '<<< '],
    ['open strings', '<<<"'],
    ['escaped quotes', '<<<\\"'],
    ['open tags', '<<<% if x %>>>'],
    ['tags without end', '<<<% '],
    ['comments without end', '<<<# '],
    ['raw blocks without end', '<<<% raw %>>>'],
    ['stray ends', '<<<% for a in brand %>>><<<% endif %>>>'],
    ['look-ups', '<<< custom_key.brand_name >>>'],
    ['undefined look-ups', '<<< custom_key.nothing >>>'],
    ['malformed look-ups', '{{ custom_key.x }}'],
    ['look-ups among delimiters', '*<<< custom_key.brand_name >>>'],
    ['look-ups among brackets and quotes', '"[]: <a {<<< custom_key.brand_name >>>'],
  ])('ends on a megabyte of %s', (_, unit) => {
    const text = unit.repeat(Math.ceil(1_000_000 / unit.length))
    expect(expandSource({text, path: 'en/a.md', editions}).variants.length).toBeGreaterThan(0)
  })

  const piece = fc.constantFrom(
    ...[
      '<<< custom_key.brand_name >>>',
      '<<<custom_key.domain>>>',
      '<<< custom_key.hot >>>',
      '<<< custom_key.nothing >>>',
    ],
    ...[
      '<<< custom_key.team >>>',
      '<<< brand >>>',
      '<<<% if custom_key.beta %>>>',
      '<<<% else -%>>>',
      '<<<%- endif %>>>',
    ],
    ...[
      '<<<% for r in custom_key.regions %>>>',
      '<<< r >>>',
      '<<<% endfor %>>>',
      '<<<% set r = brand %>>>',
      '<<<# c -#>>>',
    ],
    ...[
      '<<<',
      '>>>',
      '<<< custom_key.x >>',
      '*',
      '_',
      '[',
      '](',
      ')',
      '<a href="',
      '">',
      '`',
      '\n',
      '\n\n',
      ' ',
      'word',
      '，',
    ],
  )
  const document = fc.array(piece, {maxLength: 30}).map((parts) => parts.join(''))

  it('gives each edition the same text, filled or written out, and the same diagnostics', () => {
    fc.assert(
      fc.property(document, (text) => {
        const shared = expandSource({text, path: 'en/a.md', editions})
        const reference = expandSource({text, path: 'en/a.md', editions, inline: 'all'})
        for (const edition of editions) expect(filled(shared, edition)).toBe(filled(reference, edition))
        expect(shared.diagnostics).toEqual(reference.diagnostics)
      }),
      {numRuns: 1500},
    )
  })

  it('leads no offset out of the source', () => {
    fc.assert(
      fc.property(document, (text) => {
        for (const variant of expandSource({text, path: 'en/a.md', editions}).variants) {
          for (let offset = 0; offset <= variant.text.length; offset++) {
            const source = sourceOffset(variant.map, offset)
            expect(source).toBeGreaterThanOrEqual(0)
            expect(source).toBeLessThanOrEqual(text.length)
          }
        }
      }),
      {numRuns: 500},
    )
  })
})
