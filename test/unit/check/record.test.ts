import {describe, expect, it} from 'vitest'
import {readRecord, writeRecord} from '../../../src/check/translations/record.ts'

const written = [
  '# What each translation was made from: the sections of its source and their hashes.',
  '# Written by `docprism check --update-translations`.',
  '',
  'en/a.md',
  '  0258a806d04f # Home',
  '  bb02ab2fdb60 ## 安装 {#install}',
  '',
  'en/b.md',
  '',
].join('\n')

const faults = (text: string): readonly string[] =>
  readRecord(text, '../record.txt').diagnostics.map(
    ({message, place}) => `${String(place?.start.line)}:${String(place?.start.column)} ${message}`,
  )

describe('the record of translations', () => {
  it('is a line for each page and each section, sorted by page', () => {
    const sections = [
      {hash: '0258a806d04f', heading: '# Home', level: 1},
      {hash: 'bb02ab2fdb60', heading: '## 安装 {#install}', level: 2, id: 'install'},
    ]
    expect(
      writeRecord(
        new Map([
          ['en/b.md', []],
          ['en/a.md', sections],
        ]),
      ),
    ).toBe(written)
  })

  it('is read as it was written', () => {
    const {record, diagnostics} = readRecord(written, '../record.txt')
    expect(diagnostics).toEqual([])
    expect([...record]).toEqual([
      [
        'en/a.md',
        [
          {hash: '0258a806d04f', heading: '# Home', level: 1},
          {hash: 'bb02ab2fdb60', heading: '## 安装 {#install}', level: 2, id: 'install'},
        ],
      ],
      ['en/b.md', []],
    ])
    expect(writeRecord(record)).toBe(written)
  })

  it.each([
    ['nothing', '', []],
    [
      'a conflict',
      'en/a.md\n<<<<<<< ours.md\n  0258a806d04f # Home\n',
      ['2:1 Found `<<<<<<< ours.md`, expected the path of a translation, or a hash of 12 digits and a heading'],
    ],
    [
      'a short hash',
      'en/a.md\n  0258 # Home\n',
      ['2:1 Found `0258 # Home`, expected the path of a translation, or a hash of 12 digits and a heading'],
    ],
    [
      'a section of no page',
      '  0258a806d04f # Home\n',
      ['1:1 Section without a page, expected a line with the path of a translation before it'],
    ],
    ['a page that is listed twice', 'en/a.md\n\nen/a.md\n', ['3:1 Page `en/a.md` is listed twice']],
  ])('reports %s', (_, text, expected) => {
    expect(faults(text)).toEqual(expected)
  })

  it('reports ten faults of a file of another kind', () => {
    expect(faults('{\n'.repeat(50))).toHaveLength(10)
  })
})
