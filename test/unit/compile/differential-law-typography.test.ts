import fc from 'fast-check'
import {describe, expect, it} from 'vitest'
import {materialExtensions} from '../../../src/config/extension-table.ts'
import {lawOf} from '../../support/differential-law.ts'

const timeout = 300_000
const runs = Number(process.env['DOCPRISM_LAW_RUNS'] ?? 500)

const words = fc.constantFrom(
  'Aurora',
  '北曜',
  'aurora.example',
  'Northern Light',
  'Ünï',
  '云 Cloud',
  'Cloud 云',
  'a1',
  'GmbH-x',
  's-bahn',
  '*x*',
  '"q"',
  '1st',
)
const values = fc.record({name: words, key: words})
const look = fc.constantFrom('<<< custom_key.name >>>', '<<<custom_key.key>>>')

/** Holds for random documents made of these pieces, with the Material set and these extensions. */
function holds(pieces: readonly string[], extensions: readonly unknown[]): void {
  const bothWays = lawOf([...materialExtensions, ...extensions])
  fc.assert(
    fc.property(
      fc.array(fc.oneof(fc.constantFrom(...pieces), look), {maxLength: 18}),
      fc.record({one: values, two: values}),
      (parts, brands) => {
        const result = bothWays(parts.join(''), brands)
        expect(result.shared).toEqual(result.expanded)
      },
    ),
    {numRuns: runs},
  )
}

const common = [' ', '\n', '\n\n', 'a', '字', '1', '.', '(', ')', '（', '。', '`', '[', '](x)', '<b>', '</b>']

describe('the differential law', () => {
  it.each(['all', 'asterisk', 'underscore', 'none'])(
    'holds for emphasis with smart_enable %s',
    (smart) => {
      holds(
        [...common, '*', '**', '***', '_', '__', '___', '~', '==', '"'],
        [{'pymdownx.betterem': {smart_enable: smart}}],
      )
    },
    timeout,
  )

  it.each([
    ['smarty'],
    [{smarty: {smart_angled_quotes: true, smart_dashes: false}}],
    [{smarty: {smart_quotes: false}}],
  ])(
    'holds for smart quotes as %j',
    (smarty) => {
      holds([...common, '"', "'", '--', '---', '...', '<<', '>>', '*', "'s", '80s', '\\"', '-->', '—', '"'], [smarty])
    },
    timeout,
  )

  it(
    'holds for line breaks',
    () => {
      holds([...common, '\n', '  \n', '\\\n', '*', '- ', '> ', '{: .x }', '"', '*[a]: b'], ['nl2br', 'smarty'])
    },
    timeout,
  )

  it.each(['view', 'accept', 'reject'])(
    'holds for critic markup in mode %s',
    (mode) => {
      const marks = ['{++', '++}', '{--', '--}', '{==', '==}', '{>>', '<<}', '{~~', '~>', '~~}']
      holds(
        [...common, ...marks, ...marks, '{++\n\n', '\n\n++}', '```\n', '*', '**', '- ', '# ', ':', '*[API]: x'],
        [{'pymdownx.critic': {mode}}],
      )
    },
    timeout,
  )

  it(
    'holds for abbreviations of a glossary and titles on the next line',
    () => {
      holds(
        [...common, 'Aurora', 'API', '*[API]:\n', '\n*[API]: ', "''", '北曜', '-', '\n  '],
        [{abbr: {glossary: {Aurora: 'Dawn', API: 'Interface', 'Cloud 云': 'c', 云: 'd'}}}],
      )
    },
    timeout,
  )

  it.each([{}, {nbsp: true, hardbreak: true}])(
    'holds for escapes as %j',
    (escapes) => {
      holds(
        [...common, '\\', '\\', '*', '~', '^', '"', '\\ ', '\\\n', '(c)', ':', '&', '<'],
        [{'pymdownx.escapeall': escapes}, 'smarty'],
      )
    },
    timeout,
  )
})
