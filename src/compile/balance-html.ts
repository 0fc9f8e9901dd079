import {parseFragment, serialize} from 'parse5'

/**
 * HTML as a browser understands it: every element closed, stray end tags gone, so that an author's mistake stays inside
 * the article. Text and attributes keep their values; tokens and placeholders in them survive.
 */
export function normaliseHtml(html: string): string {
  return serialize(parseFragment(html))
}
