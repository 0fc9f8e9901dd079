import fc from 'fast-check'

/** Macros of the documents that the differential law is tried on. */
export const macro = fc.constantFrom(
  '<<< custom_key.name >>>',
  '<<<custom_key.domain>>>',
  '<<< custom_key.key >>>',
  '<<< custom_key.long >>>',
  '<<< custom_key.name | upper >>>',
  '<<< custom_key.nme >>>',
)

const value = fc.oneof(
  fc.constantFrom(
    'Aurora',
    '北曜',
    'aurora.example',
    'a',
    '',
    ' ',
    '*',
    '|',
    '<b>',
    '"',
    'x y',
    '1',
    '- ',
    '# h',
    'www.x',
    'c',
    'st',
    '](z)',
    '`',
    '\n\n',
    'Ünïcode',
    'a.b-c d',
    '\ud800',
  ),
  fc.string({maxLength: 8}),
)

/** Values of one brand for these macros, tame and hostile. */
export const values = fc.record({key: value, name: value, domain: value, long: value})
