import {describe, expect, it} from 'vitest'
import {socialCard} from '../../../src/render/social-card.ts'
import type {SocialCard} from '../../../src/render/social-card.ts'

/** A font with Latin and Chinese letters, half an em and an em wide. */
const shape: SocialCard['shape'] = (text) => {
  if (/[^\u0020-\u00ff\u2000-\u206f\u4e00-\u9fff\uff00-\uffee\u3000-\u303f]/u.test(text)) return undefined
  return [
    {family: 'Fixed', text, width: Array.from(text).reduce((sum, letter) => sum + (letter < '\u2e80' ? 0.5 : 1), 0)},
  ]
}

function linesOf(changes: Partial<SocialCard>): readonly string[] | undefined {
  const svg = socialCard({
    title: 'Title',
    site: 'Aurora Docs',
    trail: [],
    host: 'docs.aurora.example',
    locale: 'en',
    dir: 'ltr',
    fill: {red: 59, green: 91, blue: 219},
    text: {red: 255, green: 255, blue: 255},
    logo: undefined,
    shape,
    ...changes,
  })
  if (svg === undefined) return undefined
  return [...svg.matchAll(/font-size="(\d+)".*?>([^<]*)<\/tspan>/g)].map(([, px = '', text = '']) => `${px} ${text}`)
}

describe('the image for social networks', () => {
  it('shows the site, the title, and where the page stands', () => {
    expect(linesOf({trail: ['Guide', 'Install']})).toEqual([
      '34 Aurora Docs',
      '76 Title',
      '28 docs.aurora.example › Guide › Install',
    ])
  })

  it('breaks a long title between words, with smaller letters where there are many', () => {
    expect(linesOf({title: 'How to install the agent on a machine without the internet'})?.slice(1, -1)).toEqual([
      '76 How to install the agent on',
      '76 a machine without the',
      '76 internet',
    ])
    expect(linesOf({title: 'word '.repeat(60)})?.slice(1, -1)).toEqual([
      '54 word word word word word word word',
      '54 word word word word word word word',
      '54 word word word word word word word',
      '54 word word word word word word word…',
    ])
  })

  it('breaks Chinese between words, and never before a sign that closes', () => {
    const title = '在没有互联网的机器上安装采集器，并把数据发送到费用中心。'
    const rows =
      linesOf({title, locale: 'zh'})
        ?.slice(1, -1)
        .map((row) => row.slice(3)) ?? []
    expect(rows.join('')).toBe(title)
    expect(rows.length).toBe(3)
    for (const row of rows) expect(row).not.toMatch(/^[，。]/)
  })

  it('cannot be broken by its texts', () => {
    expect(linesOf({title: '</text><script>'})).toContain('76 &lt;/text&gt;&lt;script&gt;')
  })

  it('is not drawn without a font for every letter', () => {
    expect(linesOf({title: 'Жизнь'})).toBeUndefined()
  })
})
