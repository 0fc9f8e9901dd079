import type {FenceInfo, FenceOption} from './fence-info.ts'

/** A fence with a meaning of its own, an entry of the option `custom_fences`. */
export interface CustomFence {
  /** Language that it is for; `*` is every language without a fence of its own, and none. */
  readonly name: string
  readonly class: string
  /** `div` (or `fence_div_format` with the name of its module): text in a `div`; `code`, the default: `pre > code`. */
  readonly format?: string
}

/** What decides how a fence is read. */
export interface FenceRules {
  readonly fences: readonly CustomFence[]
  /** Options that nobody reads are passed over, as the option `relaxed_headers` asks for. */
  readonly relaxed: boolean
  /** Whether `title`, `linenums` and `hl_lines` are read; not without a highlighter. */
  readonly lineOptions: boolean
}

/** What a fence becomes: an element of its own, a highlighted block, or nothing because of an option nobody reads. */
export type FenceChoice =
  | {readonly kind: 'custom'; readonly fence: CustomFence}
  | {readonly kind: 'highlight'}
  | {readonly kind: 'refused'; readonly option: FenceOption}

/**
 * Chooses between fences as `pymdownx.superfences` of pymdown-extensions 11 does: those of the language, the last entry
 * first, then the one for every language. A custom fence reads no options outside braces, so that one with a title is
 * a highlighted block; and what the highlighted block cannot read either is refused. Unlike the reference, a second
 * word without a value (`line protocol`) refuses nothing.
 */
export function chooseFence(info: FenceInfo, rules: FenceRules): FenceChoice {
  const {fences, relaxed, lineOptions} = rules
  const own = fences.findLast(({name}) => name !== '*' && name === info.language)
  const every = fences.findLast(({name}) => name === '*')
  const options = info.inBraces || relaxed ? [] : info.options
  const custom = own && options.length === 0 ? own : every
  const [unread] = custom || !lineOptions ? options : options.filter(({read}) => !read)
  if (unread) return {kind: 'refused', option: unread}
  return custom ? {kind: 'custom', fence: custom} : {kind: 'highlight'}
}
