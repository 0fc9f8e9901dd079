import type {Root} from 'mdast'
import remarkParse from 'remark-parse'
import {unified} from 'unified'
import remarkAnnotations from '../../../../plugins/annotations/remark-annotations.ts'
import type {AnnotationOptions} from '../../../../plugins/annotations/remark-annotations.ts'
import {visitType} from '../../../../plugins/tree/walk.ts'

/** Ids that each code block of a text is told, in order. */
export function annotationsOf(source: string, options: AnnotationOptions = {}): (readonly string[] | undefined)[] {
  const processor = unified().use(remarkParse).use(remarkAnnotations, options)
  const tree = processor.runSync(processor.parse(source)) as Root
  const found: (readonly string[] | undefined)[] = []
  visitType(tree, 'code', (code) => {
    found.push(code.data?.annotations)
  })
  return found
}
