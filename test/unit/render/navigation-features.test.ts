import {gzipSync} from 'node:zlib'
import {describe, expect, it} from 'vitest'
import {prepareNavigation} from '../../../src/render/navigation.ts'
import type {NavItem} from '../../../src/site/edition-site.ts'

const leaf = (title: string): NavItem => ({title, href: `https://x.example/${title}`, children: []})
const one = leaf('one')
const inner: NavItem = {title: 'Inner', children: [leaf('deep')]}
const group: NavItem = {title: 'Group', children: [one, inner]}
const nav = [leaf('start'), group]

function rendered(features: readonly string[], trail: readonly NavItem[] = [], below = ''): string {
  const navigation = prepareNavigation({nav, groupLabel: 'Pages in {title}', moreLabel: '{count} more', features})
  return navigation.render(trail, './', below).replaceAll('<li', '\n<li').replaceAll('https://x.example/', '/')
}

describe('the nav with features', () => {
  it('opens every group with `navigation.expand`', () => {
    expect(rendered([]).match(/<details>/g)).toHaveLength(2)
    expect(rendered(['navigation.expand']).match(/<details open>/g)).toHaveLength(2)
  })

  it('has headings in place of groups of the first level with `navigation.sections`', () => {
    expect(rendered(['navigation.sections'])).toBe(`
<li><a href="/start">start</a></li>
<li class="dp-nav-section"><span>Group</span><ul>
<li><a href="/one">one</a></li>
<li><details><summary>Inner</summary><ul>
<li><a href="/deep">deep</a></li></ul></details></li></ul></li>`)
    expect(rendered(['navigation.sections'], [group, one])).toContain(`
<li class="dp-nav-trail dp-nav-section"><span>Group</span><ul>
<li class="dp-nav-trail"><a href="/one" aria-current="page">one</a></li>`)
  })

  it('has them on the second level below tabs', () => {
    expect(rendered(['navigation.sections', 'navigation.tabs'])).toContain(
      '<details><summary>Group</summary><ul>\n<li><a href="/one">one</a></li>\n<li class="dp-nav-section"><span>Inner</span>',
    )
  })

  it('has links in place of groups that do not lead to the page with `navigation.prune`', () => {
    expect(rendered(['navigation.prune'], [group, one])).toBe(`
<li><a href="/start">start</a></li>
<li class="dp-nav-trail"><details open><summary>Group</summary><ul>
<li class="dp-nav-trail"><a href="/one" aria-current="page">one</a></li>
<li class="dp-nav-closed"><span>Inner</span></li></ul></details></li>`)
  })

  it('holds the headings of the page below its item', () => {
    expect(rendered([], [group, one], '<p>toc</p>')).toContain('aria-current="page">one</a><p>toc</p></li>')
  })

  it('has the first level as tabs, with the one that leads to the page', () => {
    const navigation = prepareNavigation({nav, groupLabel: '', features: ['navigation.tabs']})
    expect(navigation.renderTabs([], './')).toBe(
      '<li><a href="https://x.example/start">start</a></li><li><span>Group</span></li>',
    )
    expect(navigation.renderTabs(nav.slice(0, 1), './')).toContain(' aria-current="page">start</a>')
  })
})

describe('a long list in a large nav', () => {
  const pages = Array.from({length: 500}, (_, index) => leaf(`p${String(index)}`))
  const items = (index: number): string[] => {
    const page = pages[index]
    const html = prepareNavigation({nav: pages, groupLabel: '', moreLabel: '{count} more'}).render(
      page ? [page] : [],
      './',
    )
    return html.split('<li').slice(1)
  }

  it('shows what is near the page, and links to what is before and after', () => {
    const shown = items(250)
    expect(shown).toHaveLength(63)
    expect(shown[0]).toBe(' class="dp-nav-more"><a href="https://x.example/p219">220 more</a></li>')
    expect(shown[31]).toContain('aria-current="page">p250</a>')
    expect(shown.at(-1)).toBe(' class="dp-nav-more"><a href="https://x.example/p281">219 more</a></li>')
  })

  it('shows as much at its ends', () => {
    expect(items(0)).toHaveLength(62)
    expect(items(499)).toHaveLength(62)
    expect(items(-1)).toHaveLength(62)
  })
})

describe('the nav of a site of any size', () => {
  it('takes at most 4.5 kB of a page, compressed', () => {
    const words =
      'account bucket cluster domain export gateway history invoice key log metric network order plan'.split(' ')
    const title = (seed: number): string =>
      [...[seed, seed * 7 + 3, seed * 13 + 5].map((at) => words[at % words.length] ?? ''), seed].join(' ')
    const page = (seed: number): NavItem => ({
      title: title(seed),
      href: `../../${title(seed).replaceAll(' ', '-')}/`,
      children: [],
    })
    const many = (count: number, make: (index: number) => NavItem): NavItem[] =>
      Array.from({length: count}, (_, index) => make(index))
    const site = many(60, (part) => ({
      title: title(part),
      children: many(60, (group) => ({
        title: title(group * 17 + part),
        children: many(200, (index) => page(index + group * 200 + part * 31)),
      })),
    }))
    const [first, second, third] = [site[30], site[30]?.children[30], site[30]?.children[30]?.children[100]]
    const trail = [first, second, third].flatMap((item) => (item ? [item] : []))
    const html = prepareNavigation({nav: site, groupLabel: '{title}'}).render(trail, '../../')
    expect(trail).toHaveLength(3)
    expect(gzipSync(html, {level: 9}).length).toBeLessThan(4500)
  })
})
