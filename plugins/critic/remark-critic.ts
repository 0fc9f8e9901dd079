import type {Parent, Root, RootContent} from 'mdast'
import type {Extension, Handle} from 'mdast-util-from-markdown'
import type {} from 'mdast-util-to-hast'
import type {} from 'remark-parse'
import type {Parser, Processor} from 'unified'
import type {VFile} from 'vfile'
import type {KeptRun} from './apply-critic.ts'
import {applyCritic} from './apply-critic.ts'
import {pairBlocks} from './pair-blocks.ts'
import {restorePositions} from './restore-positions.ts'
import {criticSyntax} from './syntax.ts'

/** A piece of critic markup, shown as such. The text of a comment is plain. */
export interface Critic extends Parent {
  type: 'critic'
  kind: 'insertion' | 'deletion' | 'highlight' | 'comment'
  /** Inline content, or the blocks between markers that stand alone. */
  children: RootContent[]
}

declare module 'mdast' {
  interface PhrasingContentMap {
    critic: Critic
  }
  interface RootContentMap {
    critic: Critic
  }
}

declare module 'vfile' {
  interface DataMap {
    /** What was kept of the source while markup is carried out; set by `remarkCritic`. */
    critic: {readonly runs: readonly KeptRun[]; readonly source: string}
    /** Ranges of the source that carrying out markup left out, `[start, end)` in UTF-16 units; set by `remarkCritic`. */
    criticCuts: readonly (readonly [number, number])[]
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
 * In view mode, markup stands inside a paragraph, or its markers are paragraphs of their own around blocks. Use it then
 * after the plugin for `==` and `~~`.
 *
 * In the other modes the markup is carried out in the text before it is parsed, everywhere but in code, and the file
 * holds the new text while plugins work. Use it then after all others: at the end, it gives the file its text back and
 * turns positions into those of the source.
 */
export default function remarkCritic(this: Processor, options: CriticOptions = {}): (tree: Root, file: VFile) => void {
  const {mode = 'view'} = options
  if (mode === 'view') {
    const data = this.data()
    const syntax = (data.micromarkExtensions ??= [])
    const nodes = (data.fromMarkdownExtensions ??= [])
    syntax.push(criticSyntax())
    nodes.push(criticFromMarkdown())
    return pairBlocks
  }
  const parse = this.parser as Parser<Root> | undefined
  if (!parse) throw new Error('remarkCritic wraps a parser: use it after `remark-parse`')
  this.parser = (source, file) => {
    const {text, runs} = applyCritic(source, mode)
    file.data.critic = {runs, source}
    file.value = text
    return parse(text, file)
  }
  return (tree, file) => {
    const {critic} = file.data
    if (!critic) return
    restorePositions(tree, file, critic)
    file.value = critic.source
    file.data.criticCuts = cutsBetween(critic.runs, critic.source.length)
    delete file.data.critic
  }
}

function cutsBetween(runs: readonly KeptRun[], end: number): readonly (readonly [number, number])[] {
  const cuts: (readonly [number, number])[] = []
  let at = 0
  for (const {source, length} of runs) {
    if (source > at) cuts.push([at, source])
    at = source + length
  }
  return end > at ? [...cuts, [at, end]] : cuts
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
