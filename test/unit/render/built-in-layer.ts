import {readFileSync, readdirSync} from 'node:fs'
import path from 'node:path'
import {createTheme} from '../../../src/render/theme.ts'
import type {Theme} from '../../../src/render/theme.ts'
import type {ThemeLayer} from '../../../src/render/template-layers.ts'

const folder = path.resolve(import.meta.dirname, '../../../templates')

/** The theme that ships with the package. */
export function builtInLayer(): ThemeLayer {
  const names = readdirSync(folder, {recursive: true, encoding: 'utf8'}).filter((name) => path.extname(name) !== '')
  return {
    path: 'templates',
    files: new Map(
      names.map((name) => [name.split(path.sep).join('/'), readFileSync(path.join(folder, name), 'utf8')] as const),
    ),
  }
}

/** The built-in theme with files of a site laid over it. */
export function themeWith(overrides: Readonly<Record<string, string>> = {}): ReturnType<typeof createTheme> {
  const own: ThemeLayer = {path: 'overrides', files: new Map(Object.entries(overrides))}
  return createTheme({layers: [own, builtInLayer()], locales: ['zh', 'en']})
}

/** The built-in theme as it is. */
export function builtInTheme(): Theme {
  return createTheme({layers: [builtInLayer()], locales: ['zh', 'en']}).theme
}
