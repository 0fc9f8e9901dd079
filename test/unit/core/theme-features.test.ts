import {readFileSync} from 'node:fs'
import path from 'node:path'
import {describe, expect, it} from 'vitest'
import {activeFeatures, themeFeatures} from '../../../src/core/theme-features.ts'

const root = path.resolve(import.meta.dirname, '../../..')

/** Words of the handbook for the kinds of support, and for on and off. */
const words = {
  en: {switch: 'switch', always: 'always', replaced: 'replaced', none: 'none', on: 'on', off: 'off'},
  zh: {switch: '开关', always: '总是', replaced: '替代', none: '没有', on: '开', off: '关'},
}

describe('theme features', () => {
  it('are on by default where readers expect them', () => {
    expect(activeFeatures(undefined)).toContain('navigation.path')
    expect(activeFeatures(undefined)).toContain('navigation.indexes')
    expect(activeFeatures(undefined)).not.toContain('navigation.tabs')
    expect(activeFeatures(undefined)).not.toContain('navigation.instant.preview')
  })

  it('are exactly those of a list, beside what is always on', () => {
    expect(activeFeatures(['toc.follow', 'navigation.tabs', 'content.code.annotate'])).toEqual([
      'navigation.indexes',
      'navigation.tabs',
      'toc.follow',
    ])
    expect(activeFeatures([])).toEqual(['navigation.indexes'])
  })

  it.each(['en', 'zh'] as const)('stand in the handbook, each with what it does (%s)', (locale) => {
    const page = readFileSync(path.join(root, 'content', locale, 'theme-features.md'), 'utf8')
    const rows = [...page.matchAll(/^\| `([^`]+)` \| (\S+) \| (\S*) ?\|/gm)].map(([, ...cells]) => cells)
    const {on, off, ...kinds} = words[locale]
    expect(rows).toEqual(
      Object.entries(themeFeatures).map(([name, {support, byDefault}]) => [
        name,
        kinds[support],
        support !== 'switch' ? '' : byDefault ? on : off,
      ]),
    )
  })
})
