import {toHtml} from 'hast-util-to-html'
import type {Root} from 'mdast'
import {toHast} from 'mdast-util-to-hast'
import remarkParse from 'remark-parse'
import {unified} from 'unified'
import type {Pluggable} from 'unified'
import {VFile} from 'vfile'

/** Makes a function that renders Markdown with these plugins and nothing else, to HTML. */
export function renderWith(...plugins: readonly Pluggable[]): (source: string) => string {
  const processor = unified()
    .use(remarkParse)
    .use([...plugins])
  return (source) => {
    const file = new VFile(source)
    const tree = processor.runSync(processor.parse(file), file) as Root
    return toHtml(toHast(tree, {allowDangerousHtml: true}), {allowDangerousHtml: true})
  }
}
