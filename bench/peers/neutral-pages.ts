import {splitFrontMatter} from '../../src/compile/front-matter.ts'
import type {Brand} from '../../src/core/site.ts'
import {expandText} from '../../src/macro/expand-text.ts'
import type {BenchSource} from '../scenarios/read-sources.ts'
import {neutralise} from './neutralise.ts'
import type {NeutralPage} from './peer.ts'

/** The pages of one brand as every peer can read them: macros carried out, the dialect turned into plain Markdown. */
export function neutralPages(sources: readonly BenchSource[], brand: Brand): readonly NeutralPage[] {
  return sources.flatMap(({path, locale, text}) => {
    const values = brand.values[locale]
    if (!values) return []
    const {frontMatter, body} = splitFrontMatter(text, path)
    const expand = (source: string): string =>
      expandText({text: source, path, values, locale, brand: brand.id}).text.trim()
    const dialect = expand(body)
    const neutral = neutralise(dialect)
    return [{path, locale, title: expand(frontMatter.title ?? firstHeading(neutral) ?? path), text: neutral, dialect}]
  })
}

function firstHeading(text: string): string | undefined {
  return /^#+[ \t]+(.+)$/m.exec(text)?.[1]
}
