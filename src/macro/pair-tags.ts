import type {Fault} from './fault.ts'
import type {Token} from './scan.ts'

/** Deepest nesting of block tags. */
const maximumDepth = 100

interface OpenBlock {
  readonly kind: 'if' | 'for' | 'capture'
  /** Indices of the tags of this block so far, the opening one first. */
  readonly tags: number[]
  hasElse: boolean
  readonly dropped: boolean
}

/** Block tags that have no partner and so stay text, by token index, and what to say about them. */
export interface PairedTags {
  readonly unpaired: ReadonlySet<number>
  readonly faults: readonly Fault[]
}

const endKinds = {endif: 'if', endfor: 'for', endset: 'capture'} as const
const shownNames = {if: 'if', for: 'for', capture: 'set'} as const

/** Finds out which block tags belong together. */
export function pairTags(text: string, tokens: readonly Token[]): PairedTags {
  const unpaired = new Set<number>()
  const faults: Fault[] = []
  const open: OpenBlock[] = []
  const counts = {if: 0, for: 0, capture: 0}

  const report = (index: number, message: string): void => {
    const token = tokens[index]
    if (!token) return
    const {start, end} = token
    faults.push({ruleId: 'macro/syntax', start, end, message, actual: text.slice(start, end)})
  }
  const drop = (block: OpenBlock): void => {
    for (const index of block.tags) unpaired.add(index)
  }
  const abandon = (block: OpenBlock): void => {
    counts[block.kind]--
    drop(block)
    const name = shownNames[block.kind]
    if (!block.dropped) report(block.tags[0] ?? 0, `Cannot find \`<<<% end${name} %>>>\` for this \`${name}\``)
  }
  const openBlock = (kind: OpenBlock['kind'], index: number): void => {
    const dropped = open.length >= maximumDepth
    if (dropped) report(index, `Found more than ${maximumDepth} block tags inside each other`)
    counts[kind]++
    open.push({kind, tags: [index], hasElse: false, dropped})
  }
  const closeBlock = (kind: OpenBlock['kind'], index: number): void => {
    if (counts[kind] === 0) {
      unpaired.add(index)
      report(index, `Cannot find \`<<<% ${shownNames[kind]} %>>>\` for this \`end${shownNames[kind]}\``)
      return
    }
    for (let block = open.pop(); block; block = open.pop()) {
      if (block.kind !== kind) {
        abandon(block)
        continue
      }
      counts[kind]--
      if (block.dropped) drop({...block, tags: [...block.tags, index]})
      return
    }
  }
  const addBranch = (kind: 'elif' | 'else', index: number): void => {
    const block = open.at(-1)
    const fits = block?.kind === 'if' || (kind === 'else' && block?.kind === 'for')
    if (block && fits && !block.hasElse) {
      block.tags.push(index)
      block.hasElse = kind === 'else'
      return
    }
    unpaired.add(index)
    const after = block && fits ? `behind the \`else\` of the same \`${block.kind}\`` : 'outside of an `if`'
    report(index, `Found \`${kind}\` ${after}`)
  }

  tokens.forEach((token, index) => {
    if (token.type !== 'tag') return
    const {kind} = token.statement
    if (kind === 'if' || kind === 'for' || kind === 'capture') openBlock(kind, index)
    else if (kind === 'elif' || kind === 'else') addBranch(kind, index)
    else if (kind === 'endif' || kind === 'endfor' || kind === 'endset') closeBlock(endKinds[kind], index)
  })
  for (const block of open) abandon(block)
  return {unpaired, faults}
}
