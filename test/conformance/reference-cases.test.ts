import {existsSync, readFileSync, realpathSync} from 'node:fs'
import path from 'node:path'
import {pathToFileURL} from 'node:url'
import {describe, expect, it} from 'vitest'
import {createRenderer} from '../../src/build/create-renderer.ts'
import {UsageError} from '../../src/build/usage-error.ts'
import {refreshList} from '../support/refresh-list.ts'

/** A case of the reference's own tests, as `shared/tools/cases.mjs` reads them. */
interface ReferenceCase {
  readonly id: string
  readonly extensions: readonly string[]
  readonly extension_configs: Readonly<Record<string, Readonly<Record<string, unknown>>>>
  readonly source: string
  readonly expected: string
}

/** What is known about a case that does not give the reference's HTML. */
interface Difference {
  readonly result: 'failed' | 'unsupported'
  readonly reason: string
}

const noReason = 'No reason yet'
const listFile = path.join(import.meta.dirname, 'known-differences.json')
const beside = path.resolve(import.meta.dirname, '../../../shared')
// The scorers run only under their real path.
const shared = existsSync(beside) ? realpathSync(beside) : undefined

async function loadComparison(folder: string): Promise<(html: string) => unknown> {
  const url = pathToFileURL(path.join(folder, 'tools/compare.mjs')).href
  const {canonicalBlocks} = (await import(url)) as {canonicalBlocks: (html: string) => unknown}
  return canonicalBlocks
}

async function render({extensions, extension_configs: configs, source}: ReferenceCase): Promise<string> {
  const markdownExtensions = extensions.map((written) => {
    const name = written.replace(/^markdown\.extensions\./, '')
    const options = configs[name] ?? configs[`markdown.extensions.${name}`]
    return options && Object.keys(options).length > 0 ? {[name]: options} : name
  })
  const renderer = await createRenderer({markdownExtensions})
  return (await renderer.render(source)).html
}

describe('the tests of the reference', () => {
  it.skipIf(!shared)('pass but for the ones that the list of known differences explains', async ({annotate}) => {
    const folder = shared ?? ''
    const canonical = await loadComparison(folder)
    const cases = JSON.parse(
      readFileSync(path.join(folder, 'cases/reference.json'), 'utf8'),
    ) as readonly ReferenceCase[]
    const differing: [string, Difference][] = []
    for (const one of cases) {
      try {
        if (JSON.stringify(canonical(await render(one))) === JSON.stringify(canonical(one.expected))) continue
        differing.push([one.id, {result: 'failed', reason: noReason}])
      } catch (error) {
        if (!(error instanceof UsageError)) throw error
        differing.push([one.id, {result: 'unsupported', reason: noReason}])
      }
    }
    await annotate(`${cases.length - differing.length} of ${cases.length} cases pass`)
    const listed = refreshList(listFile, differing, (known, entry) => (known.result === entry.result ? known : entry))
    const results = (list: readonly (readonly [string, Difference])[]): unknown =>
      Object.fromEntries(list.map(([id, {result}]) => [id, result]))
    expect(results(differing)).toEqual(results(Object.entries(listed)))
  })

  it('has a reason for every known difference', () => {
    const listed = JSON.parse(readFileSync(listFile, 'utf8')) as Readonly<Record<string, Difference>>
    const without = Object.entries(listed).filter(([, {reason}]) => reason === noReason || reason.trim() === '')
    expect(without.map(([id]) => id)).toEqual([])
  })
})
