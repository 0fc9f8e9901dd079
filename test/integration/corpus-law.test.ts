import {existsSync, readFileSync, readdirSync} from 'node:fs'
import path from 'node:path'
import {describe, expect, it} from 'vitest'
import {bothWays} from '../support/differential-law.ts'

const corpus = path.resolve(import.meta.dirname, '../../../shared/corpus')
const folders = ['seeds/docs/zh', 'seeds/docs/en', 'datakit/docs/zh', 'datakit/docs/en'].map((name) =>
  path.join(corpus, name),
)
const content = ['zh', 'en'].map((locale) => path.resolve(import.meta.dirname, '../../content', locale))

const domains = ['brand_main', 'boss', 'func', 'static', 'docs'] as const
function values(key: string, name: string, host: string): Record<string, string> {
  const all = Object.fromEntries(
    domains.map((kind) => [`${kind}_domain`, kind === 'brand_main' ? host : `${kind}.${host}`]),
  )
  return {
    ...all,
    brand_key: key,
    brand_name: name,
    main_domain: host,
    docs_domain: `docs.${host}`,
    studio_main_site: `console.${host}`,
  }
}

const brands = {
  guance: values('guance', '观测云', 'guance.com'),
  truewatch: values('truewatch', 'TrueWatch', 'truewatch.com'),
  hostile: values('<i>', '*a|b* "c" <d>', 'e f`g.example'),
}

function sources(folder: string): string[] {
  return readdirSync(folder, {recursive: true, encoding: 'utf8'})
    .filter((name) => name.endsWith('.md'))
    .map((name) => path.join(folder, name))
}

function check(file: string): void {
  const text = readFileSync(file, 'utf8').replace(/\r\n?/g, '\n')
  const result = bothWays(text, brands)
  for (const [index, facts] of result.shared.entries()) {
    expect(facts, `${file} for ${facts.brand}`).toEqual(result.expanded[index])
  }
}

describe('the differential law on real pages', () => {
  it('holds for every page of the documentation', () => {
    for (const folder of content) for (const file of sources(folder)) check(file)
  })

  it.skipIf(!existsSync(corpus))('holds for every page of the corpus beside the project', {timeout: 600_000}, () => {
    for (const folder of folders) for (const file of sources(folder)) check(file)
  })
})
