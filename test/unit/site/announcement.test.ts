import {describe, expect, it} from 'vitest'
import {announcementBar} from '../../../src/render/announcement-bar.ts'
import {announcementText, readAnnouncement} from '../../../src/site/announcement.ts'
import {buildFixture, siteOf} from './site-fixture.ts'

const site = siteOf(buildFixture({pages: {'zh/index.md': {}, 'zh/new/start.md': {}}}), 'zh')
const read = (text: string) =>
  readAnnouncement(text, {entries: site.entries, edition: site.edition, configPath: 'docprism.yml'})

describe('an announcement', () => {
  it('is text with links to pages and to other addresses', () => {
    const {parts, diagnostics} = read('See [what & how](new/start.md#a), [news](https://x.example/?a=1&b) <now>. ')
    expect(diagnostics).toEqual([])
    expect(announcementText(parts)).toBe('See what & how, news <now>.')
    expect(announcementBar(parts, '../').html).toBe(
      'See <a href="../new/start/#a">what &amp; how</a>, <a href="https://x.example/?a=1&amp;b">news</a> &lt;now&gt;.',
    )
  })

  it('has an id that changes with its words and links, and not with the page', () => {
    const id = (text: string, root = './') => announcementBar(read(text).parts, root).id
    expect(id('New: [a](index.md)')).toMatch(/^[\da-z]+$/)
    expect(id('New: [a](index.md)', '../')).toBe(id('New: [a](index.md)'))
    expect(id('New: [a](new/start.md)')).not.toBe(id('New: [a](index.md)'))
  })

  it('leads to no page that is not there, and runs no script', () => {
    const {parts, diagnostics} = read('[a](new/stat.md) [b](javascript:x)')
    expect(parts).toEqual([{text: 'a'}, {text: ' '}, {text: 'b'}])
    expect(diagnostics.map(({ruleId, message}) => `${ruleId} ${message}`)).toEqual([
      'config/invalid Cannot find page `new/stat.md` in `zh`, which the announcement links to; did you mean `new/start.md`',
    ])
  })

  it('is none when it is empty', () => {
    expect(read('  ').parts).toEqual([])
  })
})
