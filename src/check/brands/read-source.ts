import type {InspectedSites} from '../../build/inspection.ts'
import {splitFrontMatter} from '../../compile/front-matter.ts'
import {composeSource, snippetSettings, type OriginFinder} from '../../compile/snippets.ts'

/** Front matter and body of a source, each with the other blanked out, and the body with its snippets. */
export function readSource(
  path: string,
  {site, prepared, sourceText}: InspectedSites,
): {head: string; body: string; origin: OriginFinder | undefined} {
  const text = sourceText(path)?.toWellFormed() ?? ''
  const {body: own, bodyStart} = splitFrontMatter(text, path)
  const snippets = prepared.snippets.get(path)
  const source = {path, body: own, snippets: snippets ?? new Map(), configPath: site.configPath}
  const {text: body, origin} = composeSource(source, snippets && snippetSettings(site.markdown.extensions))
  return {head: text.slice(0, bodyStart), body, origin}
}
