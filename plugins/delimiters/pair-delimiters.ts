import type {Event, Token, TokenizeContext} from 'micromark-util-types'
import type {DelimiterKind, DelimiterRule} from './delimiter-rules.ts'

/** Two runs of delimiters that enclose a span, by the index of their `enter` events. */
export interface DelimiterPair {
  readonly kind: DelimiterKind
  readonly open: number
  readonly close: number
  /** How many characters of each run the span takes. */
  readonly width: 1 | 2
  /** Whether what is left of the opening run opens a span inside this one. */
  readonly opensInner: boolean
  /** Whether what is left of the closing run closes a span inside this one. */
  readonly closesInner: boolean
}

interface Opener {
  readonly index: number
  /** White space seen in the text before the opener. */
  readonly blanks: number
}

interface OpenRuns {
  double: Opener | undefined
  single: Opener | undefined
}

/** Tokens whose white space is not the surrounding text's. */
const atoms = new Set<string>([
  'autolink',
  'codeText',
  'gfmFootnoteCall',
  'htmlText',
  'icon',
  'image',
  'keys',
  'link',
  'mathText',
])

/**
 * Finds the outermost pairs of delimiters among events of one level of text.
 *
 * The first run that can open a span is closed by the first run that can close it; what is between them is for
 * a further call. Linear in the number of events.
 *
 * @param rules  by character code
 */
export function pairDelimiters(
  events: readonly Event[],
  context: TokenizeContext,
  rules: ReadonlyMap<number, DelimiterRule>,
): DelimiterPair[] {
  const pairs: DelimiterPair[] = []
  const runsOf = new Map<number, OpenRuns>()
  let blanks = 0
  let atomDepth = 0

  const close = (open: Opener, index: number, rest: Omit<DelimiterPair, 'open' | 'close' | 'opensInner'>): void => {
    let opensInner = rest.closesInner
    for (let last = pairs.at(-1); last && last.open >= open.index; last = pairs.at(-1)) {
      if (last.open === open.index) opensInner = true
      pairs.pop()
    }
    pairs.push({...rest, open: open.index, close: index, opensInner})
    for (const runs of runsOf.values()) {
      if (runs.double && runs.double.index > open.index) runs.double = undefined
      if (runs.single && runs.single.index > open.index) runs.single = undefined
    }
  }

  /** Closes what the run can close; tells whether it closed something. */
  const tryClose = ([index, token]: readonly [number, Token], runs: OpenRuns, rule: DelimiterRule): boolean => {
    const {double, single} = runs
    const size = token.end.offset - token.start.offset
    const singleHolds = single?.blanks === blanks
    const doubleEnds = !(rule.smart && token._beforeWord)
    if (size === 1) {
      if (!single || !singleHolds || !rule.single) return false
      runs.single = undefined
      close(single, index, {kind: rule.single, width: 1, closesInner: false})
      return true
    }
    if (size === 3 && single && double && singleHolds && rule.single && rule.double) {
      runs.single = undefined
      runs.double = undefined
      if (double.index <= single.index) close(double, index, {kind: rule.double, width: 2, closesInner: true})
      else close(single, index, {kind: rule.single, width: 1, closesInner: true})
      return true
    }
    if (!double || !rule.double || !doubleEnds) return false
    runs.double = undefined
    close(double, index, {kind: rule.double, width: 2, closesInner: false})
    return true
  }

  for (const [index, [way, token]] of events.entries()) {
    if (atoms.has(token.type)) atomDepth += way === 'enter' ? 1 : -1
    if (way === 'exit' || atomDepth > 0) continue
    if (token.type === 'delimiterSequence') {
      const marker = context.sliceSerialize(token).charCodeAt(0)
      const rule = rules.get(marker)
      if (!rule) continue
      const runs = runsOf.get(marker) ?? {double: undefined, single: undefined}
      runsOf.set(marker, runs)
      if (token._close && tryClose([index, token], runs, rule)) continue
      if (!token._open) continue
      const size = token.end.offset - token.start.offset
      const opener: Opener = {index, blanks}
      const doubleOpens = rule.double && !runs.double && (size === 3 || !(rule.smart && token._afterWord))
      if (size === 1 && rule.single) runs.single = opener
      else if (size === 2 && doubleOpens) runs.double = opener
      else if (size === 3 && doubleOpens && rule.single) {
        runs.single = opener
        runs.double = opener
      }
    } else if (token.type === 'lineEnding' || (token.type === 'data' && /\s/.test(context.sliceSerialize(token)))) {
      blanks++
    }
  }
  return pairs
}
