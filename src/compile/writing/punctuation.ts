import {nowhere} from './align-text.ts'
import {cjk, cjkRanges, hideAddresses, latinRanges} from './characters.ts'
import {valueAt} from './expanded-prose.ts'
import type {WritingRule} from './writing-rule.ts'

/** What stands for each half-width sign. */
const fullWidth: Readonly<Record<string, string>> = {',': '，', ';': '；', ':': '：', '!': '！', '?': '？', '.': '。'}

const closers = '」』》〉】）”’'
const before = `(?<=[${cjkRanges}${closers}])`
const end = String.raw`(?=\s*$)`
const next = `(?= *${cjk})`
// Where the text around is of no known language, signs count between two of its letters only.
const anywhere = new RegExp(`${before}[,;!?] *(?=${cjk})`, 'g')
const inCjkPages = new RegExp(
  [
    `${before}[,;!?](?![,;:!?.=]) *`,
    `(?<=[${latinRanges}])[,;!?](?=${cjk})`,
    `${before}:(?:${next} *|${end})`,
    // Numbers of items are written with letters, too: `一.`
    `(?<![一二三四五六七八九十]|[.])${before}\\.(?:(?=${cjk})|${end})`,
  ].join('|'),
  'g',
)

/** Reports `writing/punctuation`: a half-width sign in Chinese or Japanese text. Brackets and quotes are not looked at. */
export const punctuation: WritingRule = ({prose, locale, map}) => {
  const pattern = /^(?:zh|ja|yue)(?:-|$)/i.test(locale) ? inCjkPages : anywhere
  return [...hideAddresses(prose.text).matchAll(pattern)].flatMap(({0: found, index}) => {
    const offsets = prose.offsets.slice(index, index + found.length)
    const start = offsets[0] ?? nowhere
    const sign = fullWidth[found.charAt(0)]
    const isAuthored = offsets.every((offset, unit) => offset === start + unit && !valueAt(map, offset))
    if (sign === undefined || start === nowhere || !isAuthored) return []
    return [
      {
        ruleId: 'writing/punctuation' as const,
        message: `Half-width \`${found.charAt(0)}\` in ${locale.startsWith('ja') ? 'Japanese' : 'Chinese'} text; expected \`${sign}\``,
        start,
        end: start + found.length,
        actual: found,
        expected: [sign],
      },
    ]
  })
}
