import path from 'node:path'
import {describe, expect, it} from 'vitest'
import {build} from '../../src/build/build.ts'
import {readTree} from '../support/read-tree.ts'
import {temporaryFolder} from '../support/temporary-folder.ts'

const root = path.resolve(import.meta.dirname, '../..')
/** Words that belong to one family of brands and to no other. */
const marks = {
  aurora: /aurora|极光/i,
  borealis: /borealis|北曜/i,
}
const foreign = {aurora: marks.borealis, 'aurora-onprem': marks.borealis, borealis: marks.aurora}

describe('the sites of the demonstration brands', () => {
  it('hold no word, domain or value of another brand', async () => {
    const out = temporaryFolder({})
    const {diagnostics} = await build({cwd: root, out})
    expect(diagnostics).toEqual([])
    for (const [brand, pattern] of Object.entries(foreign)) {
      for (const [file, bytes] of readTree(path.join(out, brand))) {
        expect(file).not.toMatch(pattern)
        expect(pattern.exec(bytes.toString())?.[0], `${brand}/${file}`).toBeUndefined()
      }
    }
  })
})
