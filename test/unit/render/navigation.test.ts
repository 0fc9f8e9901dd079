import fc from 'fast-check'
import {describe, expect, it} from 'vitest'
import {firstEntry, prepareNavigation, wholeNavLimit} from '../../../src/render/navigation.ts'
import type {NavItem} from '../../../src/site/edition-site.ts'
import {trailOf} from '../../../src/site/reading-order.ts'
import {buildFixture, siteOf} from '../site/site-fixture.ts'

const groupLabel = 'Pages in {title}'

function renderedNav(fixture: Parameters<typeof buildFixture>[0], localePath: string, root = '../'): string {
  const site = siteOf(buildFixture(fixture), 'zh')
  const entry = site.entries.get(localePath)
  const navigation = prepareNavigation({nav: site.nav, groupLabel})
  return navigation.render(entry ? trailOf(entry, site) : [], root).replaceAll('<li', '\n<li')
}

const small = {
  pages: {
    'zh/a.md': {title: 'A & B'},
    'zh/g/one.md': {title: 'One'},
    'zh/s/index.md': {title: 'S'},
    'zh/s/x.md': {title: 'X'},
  },
  nav: {
    zh: [{Start: 'a.md'}, {Group: ['g/one.md']}, {Site: ['s/index.md', 's/x.md']}, {Out: 'https://x.example/?a=1&b=2'}],
  },
}

describe('the nav of a small edition', () => {
  it('holds every page, all groups closed, for a page that is not in it', () => {
    expect(renderedNav(small, 'none.md')).toBe(`
<li><a href="../a/">Start</a></li>
<li><details><summary>Group</summary><ul>
<li><a href="../g/one/">One</a></li></ul></details></li>
<li><a href="../s/">Site</a><details><summary aria-label="Pages in Site"></summary><ul>
<li><a href="../s/x/">X</a></li></ul></details></li>
<li><a href="https://x.example/?a=1&amp;b=2">Out</a></li>`)
  })

  it('marks the page and opens the group around it', () => {
    expect(renderedNav(small, 'g/one.md', '../../')).toContain(`
<li class="dp-nav-trail"><details open><summary>Group</summary><ul>
<li class="dp-nav-trail"><a href="../../g/one/" aria-current="page">One</a></li></ul></details></li>
<li><a href="../../s/">Site</a><details><summary`)
  })

  it('opens a group whose own page is shown', () => {
    expect(renderedNav(small, 's/index.md')).toContain(
      '<li class="dp-nav-trail"><a href="../s/" aria-current="page">Site</a><details open><summary',
    )
  })

  it('escapes titles, and keeps its own marks out of them', () => {
    const nav: readonly NavItem[] = [{title: '<b>\0', href: 'https://x.example/\0', children: []}]
    expect(prepareNavigation({nav, groupLabel}).render([], '../')).toBe(
      '<li><a href="https://x.example/">&lt;b&gt;\uFFFD</a></li>',
    )
  })

  it('prints what leads nowhere as text', () => {
    expect(prepareNavigation({nav: [{title: 'Soon', children: []}], groupLabel}).render([], './')).toBe(
      '<li><span>Soon</span></li>',
    )
  })
})

function largeSite(groups: number): Parameters<typeof buildFixture>[0] {
  const names = Array.from({length: groups}, (_, index) => `g${String(index)}`)
  const pages = names.flatMap((name) => ['a', 'b'].map((page) => `${name}/${page}.md`))
  return {
    pages: Object.fromEntries(pages.map((page) => [`zh/${page}`, {title: page}])),
    nav: {zh: [{All: names.map((name) => ({[name]: [`${name}/a.md`, `${name}/b.md`]}))}]},
  }
}

describe('the nav of a large edition', () => {
  it('shows a group that does not lead to the page as a link to the first page in it', () => {
    const nav = renderedNav(largeSite(wholeNavLimit), 'g1/b.md')
    expect(nav).toContain('\n<li class="dp-nav-closed"><a href="../g0/a/">g0</a></li>')
    expect(nav).toContain('<li class="dp-nav-trail"><a href="../g1/b/" aria-current="page">g1/b.md</a></li>')
    expect(nav).not.toContain('g0/b')
  })

  it('grows by one link for a group of any size elsewhere', () => {
    const wide = largeSite(wholeNavLimit)
    const pages = Object.fromEntries(Array.from({length: 200}, (_, index) => [`zh/g0/p${String(index)}.md`, {}]))
    const nav = {zh: [...(wide.nav?.['zh'] ?? []), {More: Object.keys(pages).map((page) => page.slice(3))}]}
    const grown = renderedNav({pages: {...wide.pages, ...pages}, nav}, 'g1/b.md')
    expect(grown).toBe(`${renderedNav(wide, 'g1/b.md')}\n<li class="dp-nav-closed"><a href="../g0/p0/">More</a></li>`)
  })
})

describe('any nav', () => {
  const {tree} = fc.letrec<{tree: NavItem}>((tie) => ({
    tree: fc.record({
      title: fc.string({maxLength: 5}),
      children: fc.oneof({maxDepth: 3}, fc.constant([]), fc.array(tie('tree'), {maxLength: 3})),
    }),
  }))

  it('opens the way to an item and nothing else', () => {
    fc.assert(
      fc.property(fc.array(tree, {minLength: 1, maxLength: 4}), fc.infiniteStream(fc.nat()), (nav, picks) => {
        const trail: NavItem[] = []
        for (let items: readonly NavItem[] = nav; items.length > 0; items = trail.at(-1)?.children ?? []) {
          const item = items[(picks.next().value ?? 0) % items.length]
          if (item) trail.push(item)
        }
        const navigation = prepareNavigation({nav, groupLabel})
        const html = navigation.render(trail, './')
        expect(html.match(/<details open>/g)?.length ?? 0).toBe(trail.length - 1)
        expect(html.replaceAll('<details open>', '<details>').replaceAll(' class="dp-nav-trail"', '')).toBe(
          navigation.render([], './'),
        )
      }),
      {numRuns: 200},
    )
  })

  it('finds the first page of a group however deep it is', () => {
    const site = siteOf(buildFixture({pages: {'zh/a.md': {}}}), 'zh')
    const entry = site.entries.get('a.md')
    const leaf: NavItem = {title: 'A', children: [], ...(entry ? {entry} : {})}
    expect(
      firstEntry({
        title: 'G',
        children: [
          {title: 'Empty', children: []},
          {title: 'H', children: [leaf]},
        ],
      }),
    ).toBe(entry)
    expect(firstEntry({title: 'G', children: []})).toBeUndefined()
  })
})
