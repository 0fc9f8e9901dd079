import type {Literal, Node, Parent, Root, Text} from 'mdast'
import type {Extension} from 'mdast-util-from-markdown'
import type {} from 'mdast-util-to-hast'
import type {} from 'remark-parse'
import type {Processor} from 'unified'
import type {VFile} from 'vfile'
import {isAutolink} from '../source-text/autolink.ts'
import {SKIP, childrenOf, holdsBlocks, replaceText, visitNodes} from '../tree/walk.ts'
import type {FoundWord} from './find-words.ts'
import {wordFinder} from './find-words.ts'
import {abbreviationSyntax} from './syntax.ts'

/** A line that says what an abbreviation means. It shows nothing. */
export interface AbbreviationDefinition extends Literal {
  type: 'abbreviationDefinition'
  /** The abbreviation. */
  label: string
  /** What it means. */
  value: string
}

/** An abbreviation in text. */
export interface Abbreviation extends Parent {
  type: 'abbreviation'
  children: Text[]
}

declare module 'mdast' {
  interface PhrasingContentMap {
    abbreviation: Abbreviation
  }
  interface RootContentMap {
    abbreviation: Abbreviation
    abbreviationDefinition: AbbreviationDefinition
  }
}

declare module 'vfile' {
  interface DataMap {
    /**
     * Ranges of definitions whose abbreviations the page does not use, `[start, end)` in UTF-16 units; set by
     * `remarkAbbreviations`.
     */
    unusedAbbreviations: readonly (readonly [number, number])[]
  }
}

/** Options, named as those of Python-Markdown's `abbr`. */
export interface AbbreviationOptions {
  /** Meaning of abbreviations that no definition is needed for. */
  readonly glossary?: Readonly<Record<string, string>> | undefined
}

/**
 * Takes definitions (`*[HTML]: Hyper Text Markup Language`) out of the text, and explains their abbreviations
 * wherever they stand as whole words, on the same page.
 *
 * The last definition of an abbreviation counts; one with the title `''` or `""` takes its meaning away.
 */
export default function remarkAbbreviations(
  this: Processor,
  options: AbbreviationOptions = {},
): (tree: Root, file: VFile) => void {
  const data = this.data()
  const syntax = (data.micromarkExtensions ??= [])
  const nodes = (data.fromMarkdownExtensions ??= [])
  syntax.push(abbreviationSyntax())
  nodes.push(abbreviationFromMarkdown())
  return (tree, file) => {
    const titles = new Map(Object.entries(options.glossary ?? {}))
    const definitions = takeDefinitions(tree, titles)
    const used = titles.size > 0 ? explain(tree, titles) : new Set<string>()
    file.data.unusedAbbreviations = definitions.flatMap(({label, position}) =>
      position && !used.has(label) ? [[position.start.offset ?? 0, position.end.offset ?? 0] as const] : [],
    )
  }
}

function abbreviationFromMarkdown(): Extension {
  return {
    enter: {
      abbreviationDefinition(token) {
        this.enter({type: 'abbreviationDefinition', label: '', value: ''}, token)
      },
    },
    exit: {
      abbreviationLabel(token) {
        const node = this.stack.at(-1)
        if (node?.type === 'abbreviationDefinition') node.label = this.sliceSerialize(token).trim()
      },
      abbreviationTitle(token) {
        const node = this.stack.at(-1)
        if (node?.type === 'abbreviationDefinition') node.value = this.sliceSerialize(token).trim()
      },
      abbreviationDefinition(token) {
        this.exit(token)
      },
    },
  }
}

function takeDefinitions(tree: Root, titles: Map<string, string>): readonly AbbreviationDefinition[] {
  const definitions: AbbreviationDefinition[] = []
  visitNodes(tree, (node) => {
    const children = childrenOf(node)
    if (!children || !holdsBlocks(node)) return SKIP
    if (!children.some(({type}) => type === 'abbreviationDefinition')) return undefined
    const kept: Node[] = []
    for (const child of children) {
      if (child.type !== 'abbreviationDefinition') {
        kept.push(child)
        continue
      }
      definitions.push(child)
      if (child.value === "''" || child.value === '""') titles.delete(child.label)
      else titles.set(child.label, child.value)
    }
    Object.assign(node, {children: kept})
    return undefined
  })
  return definitions
}

/** @returns the abbreviations that were found in the text */
function explain(tree: Root, titles: ReadonlyMap<string, string>): ReadonlySet<string> {
  const used = new Set<string>()
  const find = wordFinder(titles.keys())
  replaceText(
    tree,
    ({value}) => {
      const words = find(value)
      for (const {word} of words) used.add(word)
      return words.length === 0 ? undefined : splitText(value, words, titles)
    },
    (node) => node.type === 'abbreviation' || isAutolink(node),
  )
  return used
}

function splitText(
  value: string,
  words: readonly FoundWord[],
  titles: ReadonlyMap<string, string>,
): (Text | Abbreviation)[] {
  const parts: (Text | Abbreviation)[] = []
  let at = 0
  for (const {start, end, word} of words) {
    if (start > at) parts.push({type: 'text', value: value.slice(at, start)})
    const hProperties = {title: titles.get(word) ?? ''}
    parts.push({type: 'abbreviation', children: [{type: 'text', value: word}], data: {hName: 'abbr', hProperties}})
    at = end
  }
  if (at < value.length) parts.push({type: 'text', value: value.slice(at)})
  return parts
}
