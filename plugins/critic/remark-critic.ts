import type {Parent, PhrasingContent, Root} from 'mdast'
import type {Extension, Handle} from 'mdast-util-from-markdown'
import type {} from 'mdast-util-to-hast'
import type {} from 'remark-parse'
import type {Parser, Processor} from 'unified'
import {applyCritic} from './apply-critic.ts'
import {criticSyntax} from './syntax.ts'

/** A piece of critic markup, shown as such. The text of a comment is plain. */
export interface Critic extends Parent {
  type: 'critic'
  kind: 'insertion' | 'deletion' | 'highlight' | 'comment'
  children: PhrasingContent[]
}

declare module 'mdast' {
  interface PhrasingContentMap {
    critic: Critic
  }
  interface RootContentMap {
    critic: Critic
  }
}

/** Options, named as those of `pymdownx.critic`. */
export interface CriticOptions {
  /** Shows the markup, or carries it out: keeps what was inserted, or what was deleted. Default: `view`. */
  readonly mode?: 'view' | 'accept' | 'reject' | undefined
}

/**
 * Reads critic markup: `{++a++}`, `{--a--}`, `{~~a~>b~~}`, `{==a==}`, `{>>a<<}`.
 *
 * In view mode, markup stands inside a paragraph. In the others the text is changed before it is parsed, and
 * positions are those of the changed text. Use it after the plugin for `==` and `~~`.
 */
export default function remarkCritic(this: Processor, options: CriticOptions = {}): void {
  const {mode = 'view'} = options
  if (mode === 'view') {
    const data = this.data()
    const syntax = (data.micromarkExtensions ??= [])
    const nodes = (data.fromMarkdownExtensions ??= [])
    syntax.push(criticSyntax())
    nodes.push(criticFromMarkdown())
    return
  }
  const parser = this.parser as Parser<Root> | undefined
  if (parser) this.parser = (text, file) => parser(applyCritic(text, mode), file)
}

function criticFromMarkdown(): Extension {
  return {
    canContainEols: ['critic'],
    enter: {
      criticInsertion: enter('insertion', 'ins'),
      criticDeletion: enter('deletion', 'del'),
      criticHighlight: enter('highlight', 'mark'),
      criticComment: enter('comment', 'span'),
      criticCommentText(token) {
        this.enter({type: 'text', value: this.sliceSerialize(token)}, token)
      },
    },
    exit: {
      criticInsertion: exit,
      criticDeletion: exit,
      criticHighlight: exit,
      criticComment: exit,
      criticCommentText(token) {
        this.exit(token)
      },
    },
  }
}

function enter(kind: Critic['kind'], hName: string): Handle {
  const className = kind === 'comment' ? ['critic', 'comment'] : ['critic']
  return function (token) {
    this.enter({type: 'critic', kind, children: [], data: {hName, hProperties: {className: [...className]}}}, token)
  }
}

const exit: Handle = function (token) {
  this.exit(token)
}
