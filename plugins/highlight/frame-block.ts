import type {Code, Root} from 'mdast'
import {visitType} from '../tree/walk.ts'
import {chooseFence} from './choose-fence.ts'
import type {FenceRules} from './choose-fence.ts'
import {frameCode} from './code-frame.ts'
import type {CodeFrame} from './code-frame.ts'
import type {FenceInfo} from './fence-info.ts'
import type {HighlightSettings} from './highlight-options.ts'
import {frameCustomFence, framePlainCode} from './plain-frames.ts'
import type {FencedCodeOptions} from './plain-frames.ts'
import {countLines} from './prepare-code.ts'

/** How the code blocks of a page are written. */
export interface BlockSettings {
  /** Of fences; left out: plain `pre > code`. */
  readonly fenced?: HighlightSettings
  /** Of indented code; left out: plain `pre > code`. */
  readonly indented?: HighlightSettings
  readonly plain: FencedCodeOptions
  readonly rules: FenceRules
}

/** One code block of a page. */
export interface CodeBlock {
  readonly info: FenceInfo
  readonly code: string
  readonly isFence: boolean
  /** From `numberBlocks`. */
  readonly number: number
  /** Ids of annotations, the first for `(1)`. */
  readonly annotations?: readonly string[] | undefined
}

/** Frame of a code block, whichever way it was written. A fence that was refused and is still there is highlighted. */
export function frameBlock(block: CodeBlock, settings: BlockSettings): CodeFrame {
  const {info, code, isFence, number, annotations} = block
  const {rules, plain} = settings
  const choice = isFence ? chooseFence(info, rules) : undefined
  const highlight = isFence ? settings.fenced : settings.indented
  if (choice?.kind === 'custom') {
    return frameCustomFence(choice.fence, info, highlight ?? {attr_list: true, preserve_tabs: false})
  }
  if (!highlight) return framePlainCode(info, plain)
  const frame = frameCode({info, code, block: number}, highlight)
  return annotations ? {...frame, lines: {...frame.lines, annotations}} : frame
}

/**
 * Numbers of the blocks of a page, part of the ids of their lines: first the fences in order, then indented code, as
 * the reference finds them. Nodes in `skipped` get none, such as fences with a meaning of their own.
 */
export function numberBlocks(tree: Root, isSkipped: (code: Code) => boolean): ReadonlyMap<Code, number> {
  const fences: Code[] = []
  const indented: Code[] = []
  visitType(tree, 'code', (code) => {
    if (!isFenced(code)) indented.push(code)
    else if (!isSkipped(code)) fences.push(code)
  })
  return new Map([...fences, ...indented].map((code, number) => [code, number]))
}

/** Whether a code node was written with a fence: then it has more lines than its code. */
export function isFenced({lang, meta, value, position}: Code): boolean {
  if (lang || meta || value === '' || !position) return true
  return position.end.line - position.start.line >= countLines(value)
}

/** Info string of a code node; empty for indented code. */
export function infoOf(code: Code): string {
  return [code.lang, code.meta].filter((part) => part).join(' ')
}
