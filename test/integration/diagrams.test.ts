import {writeFileSync} from 'node:fs'
import path from 'node:path'
import {describe, expect, it} from 'vitest'
import {createBuilder} from '../../src/build/builder.ts'
import {readTree} from '../support/read-tree.ts'
import {temporaryFolder} from '../support/temporary-folder.ts'

const configuration = `locales:
  en: {name: English}
brands:
  aurora: {url: 'https://docs.aurora.example/'}
  borealis: {url: 'https://docs.borealis.example/'}
`
const diagram = '---\nbrands: [aurora]\n---\n# Day\n\n```mermaid\ngraph LR\n  Morning --> Evening\n```\n'
const library = 'assets/docprism/mermaid/mermaid.js'

describe('diagrams', () => {
  it('bring Mermaid into the sites that hold one, for as long as they do, and into its page', async () => {
    const cwd = temporaryFolder({
      'docprism.yml': configuration,
      'content/en/index.md': '# Home\n',
      'content/en/day.md': diagram,
    })
    const site = (brand: string) => readTree(path.join(cwd, 'dist', brand))
    const writeDay = (text: string) => {
      writeFileSync(path.join(cwd, 'content/en/day.md'), text)
    }
    const builder = createBuilder({cwd})
    await builder.build()
    expect(site('aurora').get('day/index.html')?.toString()).toContain(`data-library="../${library}"`)
    expect(site('aurora').get('index.html')?.toString()).not.toContain('mermaid')
    expect(site('aurora').get(library)?.toString()).toMatch(/globalThis\["mermaid"\] = [^\n]*\n$/)
    expect([...site('borealis').keys()]).not.toContain(library)
    writeDay('# Day\n')
    await builder.build()
    expect([...site('aurora').keys()]).not.toContain(library)
    writeDay(diagram)
    await builder.build()
    expect([...site('aurora').keys()]).toContain(library)
  })
})
