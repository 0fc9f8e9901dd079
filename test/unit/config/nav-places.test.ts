import {describe, expect, it} from 'vitest'
import {navPlaces} from '../../../src/config/nav-places.ts'
import {parseYaml} from '../../../src/config/parse-yaml.ts'
import type {NavEntry, NavPlace} from '../../../src/core/site.ts'

function texts(text: string, nav: Readonly<Record<string, readonly NavEntry[]>>): unknown {
  const {data, locate} = parseYaml(text)
  const read = ({place, children}: NavPlace): unknown => {
    const own = place && `${String(place.start.line)}: ${text.slice(place.start.offset, place.end.offset)}`
    return children.length === 0 ? own : [own, children.map(read)]
  }
  return Object.values(navPlaces(nav, data, locate)).map((places) => places.map(read))
}

describe('places of a nav', () => {
  it('are those of what entries open and of the titles of groups', () => {
    const nav = ['a.md', {B: 'b.md'}, {C: ['c.md', {D: null}]}]
    expect(texts('nav:\n  - a.md\n  - B: b.md\n  - C:\n      - "c.md"\n      - D:\n', {zh: nav})).toEqual([
      ['2: a.md', '3: b.md', ['4: C', ['5: "c.md"', '6: D']]],
    ])
  })

  it('are found for each locale', () => {
    expect(texts('nav:\n  zh: [a.md]\n  en:\n    - b.md\n', {zh: ['a.md'], en: ['b.md']})).toEqual([
      ['2: a.md'],
      ['4: b.md'],
    ])
  })
})
