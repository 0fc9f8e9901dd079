import {appendFileSync, readFileSync, readdirSync, statSync, truncateSync, utimesSync, writeFileSync} from 'node:fs'
import path from 'node:path'
import fc from 'fast-check'
import {describe, expect, it} from 'vitest'
import {openRecordStore} from '../../../src/build/record-store.ts'
import type {RecordStore} from '../../../src/build/record-store.ts'
import {temporaryFolder} from '../../support/temporary-folder.ts'

const roomy = 1024 * 1024

function withStore<Result>(folder: string | undefined, act: (store: RecordStore) => Result, limit = roomy): Result {
  const store = openRecordStore({folder, limit})
  try {
    return act(store)
  } finally {
    store.close()
  }
}

function find(folder: string, key: string): string | undefined {
  return withStore(folder, (store) => store.find(key, () => true)?.text)
}

function add(folder: string, records: Readonly<Record<string, string>>, limit = roomy): void {
  withStore(
    folder,
    (store) => {
      for (const [key, text] of Object.entries(records)) store.add(key, text)
    },
    limit,
  )
}

const packsOf = (folder: string): readonly string[] => readdirSync(folder).map((name) => path.join(folder, name))
const sizeOf = (folder: string): number => packsOf(folder).reduce((sum, file) => sum + statSync(file).size, 0)

/** Makes all packs a minute older, as if each had been used in a build of its own. */
function makeOlder(folder: string): void {
  for (const file of packsOf(folder)) {
    const minuteAgo = statSync(file).mtimeMs / 1000 - 60
    utimesSync(file, minuteAgo, minuteAgo)
  }
}

describe('a record store', () => {
  it('gives back what was added, at once and to the next store', () => {
    const folder = temporaryFolder()
    withStore(folder, (store) => {
      const place = store.add('a', '甲 \uFFFD text')
      expect(store.find('a', () => true)?.text).toBe('甲 \uFFFD text')
      expect(store.read(place)).toBe('甲 \uFFFD text')
    })
    expect(find(folder, 'a')).toBe('甲 \uFFFD text')
    expect(find(folder, 'b')).toBeUndefined()
  })

  it('gives the record that was used last, of those that are accepted', () => {
    const folder = temporaryFolder()
    for (const text of ['first', 'second', 'third']) {
      add(folder, {a: text})
      makeOlder(folder)
    }
    withStore(folder, (store) => {
      expect(store.find('a', (text) => text !== 'third')?.text).toBe('second')
      expect(store.find('a', () => false)).toBeUndefined()
    })
    expect(find(folder, 'a')).toBe('second')
  })

  it('leaves nothing that is taken for a pack when it is cut off', () => {
    const folder = temporaryFolder()
    const store = openRecordStore({folder, limit: roomy})
    store.add('a', 'text')
    expect(find(folder, 'a')).toBeUndefined()
    store.close()
    expect(find(folder, 'a')).toBe('text')
  })

  it('gives the right record or none, whatever happens to its files', () => {
    fc.assert(
      fc.property(fc.nat(), fc.nat(255), fc.constantFrom('flip', 'cut', 'append'), (at, byte, damage) => {
        const folder = temporaryFolder()
        add(folder, {a: 'some text', b: 'more text'})
        const [pack = ''] = packsOf(folder)
        const bytes = readFileSync(pack)
        if (damage === 'cut') truncateSync(pack, at % bytes.length)
        if (damage === 'append') appendFileSync(pack, Uint8Array.of(byte))
        if (damage === 'flip') writeFileSync(pack, bytes.fill(byte, at % bytes.length, (at % bytes.length) + 1))
        expect([undefined, 'some text']).toContain(find(folder, 'a'))
        expect([undefined, 'more text']).toContain(find(folder, 'b'))
      }),
      {numRuns: 200},
    )
  })

  it('stays below its limit, and drops first what was not used', () => {
    const folder = temporaryFolder()
    const limit = 10_000
    const text = (name: string): string => name.repeat(1000)
    for (let round = 0; round < 30; round++) {
      withStore(
        folder,
        (store) => {
          if (!store.find('kept', () => true)) store.add('kept', text('k'))
          store.add(`new ${String(round)}`, text('n'))
        },
        limit,
      )
      expect(sizeOf(folder)).toBeLessThanOrEqual(limit)
    }
    expect(find(folder, 'kept')).toBe(text('k'))
    expect(find(folder, 'new 29')).toBe(text('n'))
    expect(find(folder, 'new 0')).toBeUndefined()
  })

  it('puts many small packs together', () => {
    const folder = temporaryFolder()
    for (let round = 0; round < 40; round++) add(folder, {[`key ${String(round)}`]: 'x'})
    expect(packsOf(folder).length).toBeLessThan(20)
    expect(find(folder, 'key 0')).toBe('x')
  })

  it('is shared by stores that are open at once', () => {
    const folder = temporaryFolder()
    withStore(folder, (one) => {
      withStore(folder, (other) => {
        one.add('a', 'of one')
        other.add('b', 'of the other')
      })
    })
    expect([find(folder, 'a'), find(folder, 'b')]).toEqual(['of one', 'of the other'])
  })

  it('works without a folder, and where its folder cannot be made', () => {
    const file = path.join(temporaryFolder({file: ''}), 'file')
    for (const folder of [undefined, file]) {
      withStore(folder, (store) => {
        const place = store.add('a', 'text')
        expect(store.read(place)).toBe('text')
      })
    }
  })

  it('removes files that only look like packs', () => {
    const folder = temporaryFolder({[`${'0'.repeat(16)}.pack`]: 'no pack', 'notes.txt': 'not mine'})
    add(folder, {a: 'text'})
    expect(readdirSync(folder)).toHaveLength(2)
    expect(readdirSync(folder)).toContain('notes.txt')
  })
})
