import {readFileSync} from 'node:fs'
import {createRequire} from 'node:module'
import path from 'node:path'
import type {PageFeatures} from '../core/page.ts'
import {systemReason} from './system-reason.ts'

const require = createRequire(import.meta.url)

/** Contents of files by path from the folder of the theme's files. */
export type LibraryAssets = ReadonlyMap<string, string | Uint8Array>

/**
 * Reads what pages need of other packages: for formulas the style sheet of KaTeX and its fonts, and its script where TeX
 * is left to the browser; for diagrams the script of Mermaid. Both are classic scripts, which also load from `file://`.
 *
 * @param pages  what each page needs; nothing is read that none does
 * @throws when a file cannot be read, with the system's error as `cause`
 */
export function readLibraryAssets(pages: readonly PageFeatures[]): LibraryAssets {
  const files = new Map<string, string | Uint8Array>()
  if (pages.some(({math}) => math)) for (const [name, content] of readKatexStyles()) files.set(name, content)
  if (pages.some(({math, katex}) => math && !katex)) {
    files.set('katex/katex.js', readScript('KaTeX', require.resolve('katex/dist/katex.min.js')))
  }
  if (pages.some(({mermaid}) => mermaid)) {
    files.set('mermaid/mermaid.js', readScript('Mermaid', require.resolve('@mermaid-js/tiny/dist/mermaid.tiny.js')))
  }
  return files
}

function readScript(owner: string, file: string): Uint8Array {
  try {
    return readFileSync(file)
  } catch (error) {
    throw new Error(`Cannot read the script of ${owner}: ${systemReason(error)}`, {cause: error})
  }
}

/** Style sheet of KaTeX and the fonts that it names, of each the WOFF2 file only. */
function readKatexStyles(): LibraryAssets {
  const sheet = require.resolve('katex/dist/katex.min.css')
  try {
    const css = onlyWoff2(readFileSync(sheet, 'utf8'))
    const names = [...css.matchAll(/url\(([^)]+)\)/g)].map(([, name = '']) => name)
    const fonts = names.map((name) => readFileSync(path.join(path.dirname(sheet), name)))
    return new Map<string, string | Uint8Array>([
      ['katex/katex.css', css],
      ...names.map((name, index): [string, Uint8Array] => [`katex/${name}`, fonts[index] ?? new Uint8Array()]),
    ])
  } catch (error) {
    throw new Error(`Cannot read the style sheet of KaTeX: ${systemReason(error)}`, {cause: error})
  }
}

/** Every browser that the theme works in reads WOFF2, so the older formats of each font are left out. */
function onlyWoff2(css: string): string {
  return css.replaceAll(/,url\([^)]+\.(?:woff|ttf)\) format\("(?:woff|truetype)"\)/g, '')
}
