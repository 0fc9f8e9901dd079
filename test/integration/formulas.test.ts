import path from 'node:path'
import {describe, expect, it} from 'vitest'
import {build} from '../../src/build/build.ts'
import {createRenderer} from '../../src/build/create-renderer.ts'
import {readTree} from '../support/read-tree.ts'
import {temporaryFolder} from '../support/temporary-folder.ts'

const brands = `locales:
  en: {name: English}
brands:
  aurora: {url: 'https://docs.aurora.example/', values: {unit: metre}}
  borealis: {url: 'https://docs.borealis.example/', values: {unit: 'k*m'}}
`
const content = {
  'content/en/index.md': '# Home\n\nIt costs $3.00.\n',
  'content/en/area.md':
    '---\nbrands: [aurora]\n---\n# Area\n\nIt is $a^2$ <<< custom_key.unit >>>.\n\n$$\n\\sqrt{2}\n$$\n',
}

/** Files of each brand, built from this configuration. */
async function buildBrands(configuration: string): Promise<Record<'aurora' | 'borealis', ReadonlyMap<string, Buffer>>> {
  const cwd = temporaryFolder({'docprism.yml': configuration, ...content})
  const {diagnostics} = await build({cwd})
  expect(diagnostics).toEqual([])
  return {
    aurora: readTree(path.join(cwd, 'dist/aurora')),
    borealis: readTree(path.join(cwd, 'dist/borealis')),
  }
}

describe('formulas that KaTeX renders', () => {
  it('bring style sheet and fonts into the sites that hold some, and into their pages', async () => {
    const {aurora, borealis} = await buildBrands(`${brands}markdown: {math: katex}\n`)
    const page = aurora.get('area/index.html')?.toString() ?? ''
    expect(page).toContain('<link rel="stylesheet" href="../assets/docprism/katex/katex.css">')
    expect(page).toMatch(/It is <span class="arithmatex"><span class="katex">[^]*<\/span> metre\./)
    expect(page).toContain('<div class="arithmatex"><span class="katex-display">')
    expect(aurora.get('index.html')?.toString()).not.toContain('katex')
    const published = [...aurora.keys()].filter((file) => file.includes('/katex/'))
    expect(published).toContain('assets/docprism/katex/katex.css')
    expect(published).not.toContain('assets/docprism/katex/katex.js')
    expect(published.filter((file) => file.endsWith('.woff2')).length).toBeGreaterThan(10)
    expect([...borealis.keys()].filter((file) => file.includes('katex'))).toEqual([])
  })

  it('have a style sheet that names nothing but the fonts beside it', async () => {
    const {aurora} = await buildBrands(`${brands}markdown: {math: katex}\n`)
    const css = aurora.get('assets/docprism/katex/katex.css')?.toString() ?? ''
    const urls = [...css.matchAll(/url\(([^)]*)\)/g)].map(([, url = '']) => url)
    expect(urls.length).toBeGreaterThan(10)
    for (const url of urls) expect([...aurora.keys()]).toContain(`assets/docprism/katex/${url}`)
  })
})

describe('formulas that are left as TeX', () => {
  it('bring the script of KaTeX into the sites that hold some, and into their pages', async () => {
    const {aurora, borealis} = await buildBrands(brands)
    const page = aurora.get('area/index.html')?.toString() ?? ''
    expect(page).toContain('<span class="arithmatex">\\(a^2\\)</span>')
    expect(page).toContain('<link rel="stylesheet" href="../assets/docprism/katex/katex.css">')
    expect(page).toContain('<script src="../assets/docprism/katex/katex.js" defer></script>')
    expect(aurora.get('index.html')?.toString()).not.toContain('katex')
    expect([...aurora.keys()]).toContain('assets/docprism/katex/katex.js')
    expect([...borealis.keys()].filter((file) => file.includes('katex'))).toEqual([])
  })
})

describe('the renderer', () => {
  it('renders formulas with KaTeX where it is asked to', async () => {
    const renderer = await createRenderer({markdown: {math: 'katex'}})
    const {html, messages} = await renderer.render('$a$ and $\\nope$')
    expect(html).toContain('<span class="arithmatex"><span class="katex">')
    expect(html).toContain('<span class="arithmatex">\\(\\nope\\)</span>')
    expect(messages).toEqual([
      {
        ruleId: 'math/syntax',
        severity: 'error',
        message: 'Cannot read the formula: Undefined control sequence: \\nope',
        path: 'page.md',
        place: {start: {line: 1, column: 10, offset: 9}, end: {line: 1, column: 15, offset: 14}},
      },
    ])
  })

  it('leaves them to a script otherwise', async () => {
    const renderer = await createRenderer()
    expect((await renderer.render('$\\nope$')).html).toBe('<p><span class="arithmatex">\\(\\nope\\)</span></p>')
  })
})
