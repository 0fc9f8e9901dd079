import fc from 'fast-check'
import {describe, expect, it} from 'vitest'
import {findLinks} from '../../../../plugins/autolinks/find-links.ts'

const urls = (text: string): string[] => findLinks(text).map(({url}) => url)

describe('findLinks', () => {
  it.each([
    ['see https://aurora.example/docs.', ['https://aurora.example/docs']],
    ['(http://aurora.example/a_(b))', ['http://aurora.example/a_(b']],
    ['FTP://aurora.example, ftps://aurora.example!', ['FTP://aurora.example', 'ftps://aurora.example']],
    ['www.aurora.example?', ['http://www.aurora.example']],
    ['http://localhost:8000/x#y', ['http://localhost:8000/x#y']],
    ['http://a', []],
    ['http://-a.example', []],
    ['xhttps://aurora.example', []],
    ['_https://aurora.example_', ['https://aurora.example']],
    ['https://aurora.example/?q=a%20b&c=d;', ['https://aurora.example/?q=a%20b&c=d']],
  ])('finds in %j the URLs %j', (text, expected) => {
    expect(urls(text)).toEqual(expected)
  })

  it.each([
    ['打开 http://localhost:9000/monitor，然后', ['http://localhost:9000/monitor']],
    ['（https://aurora.example/）', ['https://aurora.example/']],
    ['https://aurora.example/安装。', ['https://aurora.example/安装']],
    ['打开https://aurora.example', []],
    ['https://ꔀꕐꕒ.example/a', ['https://ꔀꕐꕒ.example/a']],
    ['https://aurora.example/𠀀 𠀀https://aurora.example', ['https://aurora.example/𠀀']],
  ])('knows the edges of URLs in Chinese text: %j has %j', (text, expected) => {
    expect(urls(text)).toEqual(expected)
  })

  it.each([
    ['write to ops@aurora.example.', ['mailto:ops@aurora.example']],
    ['mailto:ops@aurora.example', ['mailto:ops@aurora.example']],
    ['a.b+c@aurora.example', ['mailto:a.b+c@aurora.example']],
    ['.a@aurora.example', ['mailto:a@aurora.example']],
    ['a..b@aurora.example', ['mailto:b@aurora.example']],
    ['a.@aurora.example', []],
    ['a@b@aurora.example', []],
    ['a@aurora', []],
    ['a@aurora.', []],
    ['a@.example', []],
    ['a@aurora..example', []],
    ['a@aurora.example-', []],
    ['a@aurora.example1', []],
    ['a@aurora.example邮箱', []],
    ['/a@aurora.example', []],
    ['a@aurora.example b@aurora.example', ['mailto:a@aurora.example', 'mailto:b@aurora.example']],
    ['ꔀꕐ@ꔀꕑ.example', ['mailto:ꔀꕐ@ꔀꕑ.example']],
  ])('finds in %j the addresses %j', (text, expected) => {
    expect(urls(text)).toEqual(expected)
  })

  it('keeps addresses out of URLs', () => {
    expect(urls('https://aurora.example/a@b.example c@d.example')).toEqual([
      'https://aurora.example/a@b.example',
      'mailto:c@d.example',
    ])
  })

  it('gives ranges in order that do not overlap', () => {
    const unit = fc.constantFrom('http://', 'www.', 'a', 'b.c', '@', '.', '-', ' ', '，', '_', '/', '安')
    fc.assert(
      fc.property(fc.string({unit, maxLength: 30}), (text) => {
        let at = 0
        for (const {start, end, url} of findLinks(text)) {
          expect(start).toBeGreaterThanOrEqual(at)
          expect(url.endsWith(text.slice(start, end))).toBe(true)
          at = end
        }
        expect(at).toBeLessThanOrEqual(text.length)
      }),
    )
  })

  it.each(['www.', 'http://', 'a@', 'a@b.', 'a.', '@', 'www.a.', 'a@b.c ', 'http://a.) '])(
    'is linear in a megabyte of %j',
    (token) => {
      expect(findLinks(token.repeat(1_000_000 / token.length))).toBeInstanceOf(Array)
    },
  )
})
