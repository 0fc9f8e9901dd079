import type {Element} from 'hast'
import type {Node} from 'mdast'
import type {Extension} from 'mdast-util-from-markdown'
import type {} from 'mdast-util-to-hast'
import type {} from 'remark-parse'
import type {Processor} from 'unified'
import type {Key, KeyNameOptions} from './read-keys.ts'
import {keySyntax} from './syntax.ts'

/** Keys pressed together. */
export interface Keys extends Node {
  type: 'keys'
  keys: readonly Key[]
}

declare module 'mdast' {
  interface PhrasingContentMap {
    keys: Keys
  }
  interface RootContentMap {
    keys: Keys
  }
}

/** Options, named as those of `pymdownx.keys`. */
export interface KeyOptions extends KeyNameOptions {
  /** What stands between two keys; default: `+`. Empty: nothing. */
  readonly separator?: string | undefined
  /** Puts the keys into a `kbd` element instead of a `span`. Default: false. */
  readonly strict?: boolean | undefined
  /** Class names of the element around the keys, separated by spaces; default: `keys`. */
  readonly class?: string | undefined
}

/** Reads key combinations such as `++ctrl+alt+k++`. */
export default function remarkKeys(this: Processor, options: KeyOptions = {}): void {
  const data = this.data()
  const syntax = (data.micromarkExtensions ??= [])
  const nodes = (data.fromMarkdownExtensions ??= [])
  syntax.push(keySyntax(options))
  nodes.push(keysFromMarkdown(options))
}

function keysFromMarkdown(options: KeyOptions): Extension {
  return {
    enter: {
      keys(token) {
        this.enter(keysNode(token._keys ?? [], options), token)
      },
    },
    exit: {
      keys(token) {
        this.exit(token)
      },
    },
  }
}

function keysNode(keys: readonly Key[], options: KeyOptions): Keys {
  const {separator = '+', strict = false, class: classes = 'keys'} = options
  const className = classes.split(/\s+/).filter((name) => name !== '')
  const hChildren = keys.flatMap(({name, label}, index): Element[] => {
    const key = element('kbd', {...(name !== undefined && {className: [`key-${name}`]})}, label)
    return index > 0 && separator !== '' ? [element('span', {}, separator), key] : [key]
  })
  const hProperties = className.length > 0 ? {className} : {}
  return {type: 'keys', keys, data: {hName: strict ? 'kbd' : 'span', hProperties, hChildren}}
}

function element(tagName: string, properties: Element['properties'], value: string): Element {
  return {type: 'element', tagName, properties, children: [{type: 'text', value}]}
}
