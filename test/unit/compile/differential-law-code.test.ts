import fc from 'fast-check'
import {describe, expect, it} from 'vitest'
import {lawOf} from '../../support/differential-law.ts'
import {macro, values} from '../../support/random-values.ts'

const runs = Number(process.env['DOCPRISM_LAW_RUNS'] ?? 1500)

describe('the differential law', () => {
  it('holds with any options of code', () => {
    const configured = fc.constantFrom(
      ...[
        ['pymdownx.superfences', {'pymdownx.inlinehilite': {style_plain_text: 'js'}}, 'toc'],
        [
          'pymdownx.superfences',
          {'pymdownx.highlight': {guess_lang: true, auto_title: true}},
          'pymdownx.inlinehilite',
          'attr_list',
        ],
        [
          {'pymdownx.superfences': {preserve_tabs: true, relaxed_headers: true, disable_indented_code_blocks: true}},
          {'pymdownx.highlight': {linenums: true, linenums_style: 'pymdownx-inline', line_spans: 's'}},
        ],
        [
          {'pymdownx.superfences': {custom_fences: [{name: '*', class: 'x', format: 'div'}]}},
          {'pymdownx.highlight': {use_pygments: false}},
          'pymdownx.inlinehilite',
        ],
        ['fenced_code', 'attr_list'],
      ].map((extensions) => lawOf(extensions)),
    )
    const codePiece = fc.constantFrom(
      '```\n',
      '```\n',
      '```py\n',
      '```x y="',
      '"',
      '\n',
      '\n\n',
      '~~~{.js .annotate}\n~~~\n',
      '`',
      '`#!js ',
      '    ',
      '\t',
      '# ',
      '- ',
      '> ',
      '{"a": "',
      'import ',
      '#!/bin/',
      'let x = "',
      ' # (1)!\n',
      '1. ',
      'word ',
      '<b>',
    )
    fc.assert(
      fc.property(
        configured,
        fc.array(fc.oneof(codePiece, macro), {maxLength: 20}),
        fc.record({one: values, two: values}),
        (law, pieces, brands) => {
          const result = law(pieces.join(''), brands)
          expect(result.shared).toEqual(result.expanded)
        },
      ),
      {numRuns: runs},
    )
  })
})
