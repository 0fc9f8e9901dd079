import {readdirSync, readFileSync} from 'node:fs'
import path from 'node:path'
import type {Site} from '../../src/core/site.ts'

/** A Markdown file that all brands share. */
export interface BenchSource {
  /** From the content folder, POSIX: `en/guide/index.md`. */
  readonly path: string
  readonly locale: string
  readonly text: string
}

/** Sources of a site by path; those of one brand alone are left out. */
export function readSources({content, locales}: Site): readonly BenchSource[] {
  return locales.flatMap(({tag}) => {
    const entries = readdirSync(path.join(content, tag), {withFileTypes: true, recursive: true})
    const files = entries
      .filter((entry) => entry.isFile() && entry.name.endsWith('.md'))
      .map((entry) => path.relative(content, path.join(entry.parentPath, entry.name)).split(path.sep).join('/'))
    return files.toSorted().map((file) => {
      // As a build reads it: without a byte order mark, with line feeds alone.
      const text = readFileSync(path.join(content, file), 'utf8').replace(/^\uFEFF/, '')
      return {path: file, locale: tag, text: text.replaceAll(/\r\n?/g, '\n')}
    })
  })
}
