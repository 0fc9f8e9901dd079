import fc from 'fast-check'
import {parseFragment} from 'parse5'
import type {DefaultTreeAdapterTypes} from 'parse5'
import {describe, expect, it} from 'vitest'
import {createRenderer} from '../../src/build/create-renderer.ts'
import type {RenderedPage} from '../../src/build/create-renderer.ts'
import {normalizeLineEndings} from '../../src/build/decode-source.ts'
import {locator} from '../../plugins/source-text/locator.ts'
import {noise, tidyDocuments, untidyDocuments} from '../support/random/documents.ts'
import type {RandomDocument} from '../support/random/documents.ts'

const runs = Number(process.env['DOCPRISM_FUZZ_RUNS'] ?? 4000)
const timeout = Math.max(600_000, 120 * runs)
const values = {key: 'one', name: 'Aurora', hostile: '*a|b* "c" <d>'}

/** Text of a page as a reader sees it, and all values of its attributes. */
function read(html: string): {text: string; attributes: string} {
  let text = ''
  let attributes = ''
  const walk = (node: DefaultTreeAdapterTypes.ParentNode): void => {
    for (const child of node.childNodes) {
      if ('value' in child) text += child.value
      if ('attrs' in child) for (const {name, value} of child.attrs) attributes += `\n${name} ${value}`
      if ('childNodes' in child) walk(child)
    }
  }
  walk(parseFragment(html))
  return {text: text.toLowerCase(), attributes: attributes.toLowerCase()}
}

/** Words that are not where their fate wants them. */
function misplaced(page: RenderedPage, {words}: RandomDocument, hides: boolean): readonly string[] {
  const {text, attributes} = read(page.html)
  if (/dp\d+\.[oc]\d/.test(text)) return ['a marker of the lowering shows']
  return words.flatMap(({word, fate}) => {
    const [inText, inAttributes] = [text.includes(word), attributes.includes(word)]
    if (fate === 'text' && !inText) return [`${word} is not in the text`]
    if (fate === 'anywhere' && !inText && !inAttributes) return [`${word} is nowhere`]
    if (fate === 'hidden' && hides && (inText || inAttributes)) return [`${word} is not hidden`]
    return []
  })
}

/** Places that do not lie inside the source. */
function outside({messages}: RenderedPage, source: string): readonly unknown[] {
  const text = normalizeLineEndings(source)
  const locate = locator(text)
  return messages.filter(({place}) => {
    if (!place) return false
    const {start, end} = place
    const known = [start, end].every((point) => JSON.stringify(locate(point.offset)) === JSON.stringify(point))
    return !known || start.offset < 0 || start.offset > end.offset || end.offset > text.length
  })
}

describe('random documents of all constructs', {timeout}, async () => {
  const renderer = await createRenderer({values})
  const noisy = Math.floor(runs / 10)
  const written = Math.ceil((runs - noisy) / 2)

  it.each([
    ['written with care', tidyDocuments, true],
    ['with white space as it happens', untidyDocuments, false],
  ] as const)(`lose no word and have places inside the file: %s, ${written} documents`, async (_, documents, hides) => {
    await fc.assert(
      fc.asyncProperty(documents, async (document) => {
        const page = await renderer.render(document.source)
        expect(misplaced(page, document, hides)).toEqual([])
        expect(outside(page, document.source)).toEqual([])
      }),
      {numRuns: written},
    )
  })

  it(`are pages also where they are nothing but signs, ${noisy} documents`, async () => {
    await fc.assert(
      fc.asyncProperty(noise, async (source) => {
        expect(outside(await renderer.render(source), source)).toEqual([])
      }),
      {numRuns: noisy},
    )
  })
})
