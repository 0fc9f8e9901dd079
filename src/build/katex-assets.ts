import {readFileSync} from 'node:fs'
import {createRequire} from 'node:module'
import path from 'node:path'
import {systemReason} from './system-reason.ts'

const require = createRequire(import.meta.url)

/**
 * Reads the style sheet of KaTeX and the fonts that it names, of each the WOFF2 file only.
 *
 * @returns contents by path from the folder of the style sheet, `katex.css`
 * @throws when a file cannot be read, with the system's error as `cause`
 */
export function readKatexAssets(): ReadonlyMap<string, string | Uint8Array> {
  const sheet = require.resolve('katex/dist/katex.min.css')
  try {
    const css = onlyWoff2(readFileSync(sheet, 'utf8'))
    const names = [...css.matchAll(/url\(([^)]+)\)/g)].map(([, name = '']) => name)
    const fonts = names.map((name) => readFileSync(path.join(path.dirname(sheet), name)))
    return new Map<string, string | Uint8Array>([
      ['katex.css', css],
      ...names.map((name, index): [string, Uint8Array] => [name, fonts[index] ?? new Uint8Array()]),
    ])
  } catch (error) {
    throw new Error(`Cannot read the style sheet of KaTeX: ${systemReason(error)}`, {cause: error})
  }
}

/** Every browser that the theme works in reads WOFF2, so the older formats of each font are left out. */
function onlyWoff2(css: string): string {
  return css.replaceAll(/,url\([^)]+\.(?:woff|ttf)\) format\("(?:woff|truetype)"\)/g, '')
}
