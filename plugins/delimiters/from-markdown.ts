import type {Parent, PhrasingContent} from 'mdast'
import type {Extension, Handle} from 'mdast-util-from-markdown'
import type {} from 'mdast-util-to-hast'
import type {DelimiterKind} from './delimiter-rules.ts'
import type {} from './tokens.ts'

interface DelimitedText extends Parent {
  children: PhrasingContent[]
}

/** Text between `==`. */
export interface Mark extends DelimitedText {
  type: 'mark'
}
/** Text between `^^`. */
export interface Insert extends DelimitedText {
  type: 'insert'
}
/** Text between `^`. */
export interface Superscript extends DelimitedText {
  type: 'superscript'
}
/** Text between `~`. */
export interface Subscript extends DelimitedText {
  type: 'subscript'
}

declare module 'mdast' {
  interface PhrasingContentMap {
    mark: Mark
    insert: Insert
    superscript: Superscript
    subscript: Subscript
  }
  interface RootContentMap {
    mark: Mark
    insert: Insert
    superscript: Superscript
    subscript: Subscript
  }
}

const elements = {mark: 'mark', insert: 'ins', superscript: 'sup', delete: 'del', subscript: 'sub'} as const

/** `mdast-util-from-markdown` extension that makes the nodes of `delimiterSyntax`. */
export function delimiterFromMarkdown(): Extension {
  return {
    canContainEols: ['mark', 'insert', 'superscript', 'delete', 'subscript'],
    enter: {
      markSpan: enter('mark'),
      insertSpan: enter('insert'),
      superscriptSpan: enter('superscript'),
      deleteSpan: enter('delete'),
      subscriptSpan: enter('subscript'),
    },
    exit: {
      markSpan: exit,
      insertSpan: exit,
      superscriptSpan: exit,
      deleteSpan: exit,
      subscriptSpan: exit,
      escapedSpace: exitEscapedSpace,
    },
  }
}

function enter(type: DelimiterKind): Handle {
  return function (token) {
    this.enter({type, children: [], data: {hName: elements[type]}}, token)
  }
}

const exit: Handle = function (token) {
  this.exit(token)
}

const exitEscapedSpace: Handle = function (token) {
  this.config.enter['data']?.call(this, token)
  this.config.exit['data']?.call(this, token)
}
