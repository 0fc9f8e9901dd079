import {readFileSync, readdirSync, writeFileSync} from 'node:fs'
import path from 'node:path'
import {describe, expect, it} from 'vitest'
import {openExternalCache} from '../../../../src/check/external/external-cache.ts'
import type {CachedAnswer, ExternalCacheFile} from '../../../../src/check/external/external-cache.ts'
import {temporaryFolder} from '../../../support/temporary-folder.ts'

const ok: CachedAnswer = {status: 200, anchors: ['a']}
const moved: CachedAnswer = {
  status: 200,
  redirect: {to: 'https://b.example/', permanent: true},
  anchors: [],
}

/** A file of a cache in a folder that is not there yet. */
function cacheFile(): string {
  return path.join(temporaryFolder(), 'external', 'answers.json')
}

function openAt(file: string, time: number): ExternalCacheFile {
  return openExternalCache(file, {now: () => time, maxAge: 1000})
}

describe('the cache of answers', () => {
  it('is empty where there is no file', () => {
    expect(openAt(cacheFile(), 0).get('https://a.example/')).toBeUndefined()
  })

  it('gives what was saved', () => {
    const file = cacheFile()
    const cache = openAt(file, 5000)
    cache.set('https://a.example/', ok)
    cache.set('https://a.example/old', moved)
    cache.save()
    const later = openAt(file, 5999)
    expect(later.get('https://a.example/')).toMatchObject(ok)
    expect(later.get('https://a.example/old')).toMatchObject(moved)
    expect(later.get('__proto__')).toBeUndefined()
  })

  it.each([
    ['too old', 6000],
    ['from the future', 4999],
  ])('gives nothing that is %s', (_, time) => {
    const file = cacheFile()
    const cache = openAt(file, 5000)
    cache.set('https://a.example/', ok)
    cache.save()
    expect(openAt(file, time).get('https://a.example/')).toBeUndefined()
  })

  it('saves nothing that is too old', () => {
    const file = cacheFile()
    const cache = openAt(file, 5000)
    cache.set('https://a.example/', ok)
    cache.save()
    const later = openAt(file, 7000)
    later.set('https://b.example/', ok)
    later.save()
    const text = readFileSync(file, 'utf8')
    expect(text).toContain('https://b.example/')
    expect(text).not.toContain('https://a.example/')
  })

  it('writes the same bytes in whatever order the answers came', () => {
    const [one, two] = [cacheFile(), cacheFile()]
    for (const [file, urls] of [
      [one, ['https://a.example/', 'https://b.example/']],
      [two, ['https://b.example/', 'https://a.example/']],
    ] as const) {
      const cache = openAt(file, 0)
      for (const url of urls) cache.set(url, ok)
      cache.save()
    }
    expect(readFileSync(one, 'utf8')).toBe(readFileSync(two, 'utf8'))
  })

  it.each([
    ['cut off', (text: string) => text.slice(0, -5)],
    ['changed', (text: string) => text.replace('200', '404')],
    ['no JSON', () => 'x'],
    ['empty', () => ''],
  ])('is empty where the file is %s', (_, damage) => {
    const file = cacheFile()
    const cache = openAt(file, 0)
    cache.set('https://a.example/', ok)
    cache.save()
    writeFileSync(file, damage(readFileSync(file, 'utf8')))
    expect(openAt(file, 0).get('https://a.example/')).toBeUndefined()
  })

  it('leaves nothing but its file', () => {
    const file = cacheFile()
    openAt(file, 0).save()
    expect(readdirSync(path.dirname(file))).toEqual(['answers.json'])
  })
})
