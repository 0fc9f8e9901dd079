import {createRequire} from 'node:module'
import type * as Parse5 from 'parse5'

const require = createRequire(import.meta.url)

/**
 * HTML as a browser understands it: every element closed, stray end tags gone, so that an author's mistake stays inside
 * the article. Text and attributes keep their values; tokens and placeholders in them survive.
 */
export function normaliseHtml(html: string): string {
  // Loaded for the first page that is not balanced: most sites have none.
  const {parseFragment, serialize} = require('parse5') as typeof Parse5
  return serialize(parseFragment(html))
}
