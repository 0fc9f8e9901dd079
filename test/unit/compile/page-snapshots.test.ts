import {readFileSync, readdirSync} from 'node:fs'
import path from 'node:path'
import {describe, expect, it} from 'vitest'
import {createDiskIconSet} from '../../../plugins/icons/disk-icon-set.ts'
import {createCompiler} from '../../../src/compile/compiler.ts'
import {openPage} from '../../../src/compile/open-page.ts'
import {readMarkdownExtensions} from '../../../src/config/markdown-extensions.ts'

const folder = path.resolve(import.meta.dirname, '../../fixtures/pages')
const markdown = {extensions: readMarkdownExtensions(undefined).extensions}
const compiler = createCompiler({markdown, icons: createDiskIconSet()})
const values = {name: 'Aurora'}

describe('whole pages', () => {
  it.each(readdirSync(folder).filter((name) => name.endsWith('.md')))('render as reviewed: %s', async (name) => {
    const text = readFileSync(path.join(folder, name), 'utf8')
    const page = compiler.compile({path: `en/${name}`, locale: 'en', text}, [{brand: 'aurora', values}])
    const opened = openPage(page, {brand: 'aurora', values, markdown})?.page
    const html = opened?.renderArticle(opened.references.map(({target}) => target)) ?? ''
    // Drawings are somebody else's, and change with their package.
    const reviewed = html.replace(/<svg[\s\S]*?<\/svg>/g, '<svg/>')
    expect(page.diagnostics).toEqual([])
    await expect(`${reviewed}\n`).toMatchFileSnapshot(path.join(folder, name.replace('.md', '.html')))
  })
})
