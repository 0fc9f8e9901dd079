import type {List, Nodes, Parent, Parents, PhrasingContent, Root, Text} from 'mdast'
import type {} from 'mdast-util-to-hast'
import {parseFenceInfo} from '../highlight/fence-info.ts'
import {infoOf} from '../highlight/frame-block.ts'
import {SKIP, childrenOf, holdsBlocks, visitNodes} from '../tree/walk.ts'

/** The number of an annotation in text, with its brackets. */
export interface Annotation extends Parent {
  type: 'annotation'
  children: Text[]
}

declare module 'mdast' {
  interface PhrasingContentMap {
    annotation: Annotation
  }
  interface RootContentMap {
    annotation: Annotation
  }
  interface CodeData {
    /** Ids of the list items that the comments of the code may name by their numbers, from 1. */
    annotations?: readonly string[]
  }
}

/** Options of annotations. */
export interface AnnotationOptions {
  /** Annotates all code that an ordered list follows, not only code of the class `annotate`. Default: `false`. */
  readonly code?: boolean
}

const className = 'annotate'
const marker = /\(([1-9]\d{0,3})\)/g

/**
 * Unified plugin: annotations as Material 9.7 has them. A block of the class `annotate` and the ordered list behind it
 * belong together: `(1)` in the block stands for the first item.
 *
 * The list stays where it is, gets the class `annotations`, and each item an id. In text a number becomes
 * `span.annotation`. Code is told the ids (`data.annotations`), and whoever writes it marks the numbers in its comments.
 */
export default function remarkAnnotations({code = false}: AnnotationOptions = {}): (tree: Root) => void {
  return (tree) => {
    let sets = 0
    visitNodes(tree, (node) => {
      const children = childrenOf(node)
      if (!children || !holdsBlocks(node)) return SKIP
      for (let index = 1; index < children.length; index++) {
        const [block, list] = [children[index - 1], children[index]]
        if (list?.type !== 'list' || !list.ordered || !block || !isAnnotated(block, code)) continue
        const ids = markList(list, ++sets)
        if (block.type === 'code') block.data = {...block.data, annotations: ids}
        else if ('children' in block) markText(block, ids.length)
      }
      return undefined
    })
  }
}

function isAnnotated(block: Nodes, allCode: boolean): boolean {
  if (block.type === 'code') return allCode || parseFenceInfo(infoOf(block)).classes.includes(className)
  return classesOf(block).includes(className)
}

function classesOf({data}: Nodes): readonly unknown[] {
  const names = data?.hProperties?.['className']
  return Array.isArray(names) ? names : []
}

/** Gives a list its class and its items their ids; an id of the author's stays. */
function markList(list: List, set: number): readonly string[] {
  const listClasses = [...classesOf(list), 'annotations'].map(String)
  list.data = {...list.data, hProperties: {...list.data?.hProperties, className: listClasses}}
  return list.children.map((item, index) => {
    const given = item.data?.hProperties?.['id']
    const id = typeof given === 'string' ? given : `__annotation_${String(set)}_${String(index + 1)}`
    item.data = {...item.data, hProperties: {...item.data?.hProperties, id}}
    return id
  })
}

function markText(block: Parents, count: number): void {
  const children: Nodes[] = block.children
  const marked = children.flatMap((child): Nodes[] => {
    if (child.type === 'text') return splitText(child, count)
    if ('children' in child && child.type !== 'annotation') markText(child, count)
    return [child]
  })
  Object.assign(block, {children: marked})
}

/** Text cut at the numbers of annotations. */
function splitText(text: Text, count: number): PhrasingContent[] {
  const {value} = text
  const parts: PhrasingContent[] = []
  let at = 0
  for (const match of value.matchAll(marker)) {
    if (Number(match[1]) > count) continue
    if (match.index > at) parts.push({type: 'text', value: value.slice(at, match.index)})
    parts.push({
      type: 'annotation',
      children: [{type: 'text', value: match[0]}],
      data: {hName: 'span', hProperties: {className: ['annotation']}},
    })
    at = match.index + match[0].length
  }
  if (at === 0) return [text]
  if (at < value.length) parts.push({type: 'text', value: value.slice(at)})
  return parts
}
