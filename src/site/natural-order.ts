import {byCodeUnit} from '../core/code-unit-order.ts'

/** Order in which runs of ASCII digits count as numbers: `step-2` before `step-10`. */
export function byNaturalOrder(a: string, b: string): number {
  const left = a.split(/(\d+)/)
  const right = b.split(/(\d+)/)
  const shared = Math.min(left.length, right.length)
  for (let at = 0; at < shared; at++) {
    const order = at % 2 === 1 ? byNumber(left[at] ?? '', right[at] ?? '') : byCodeUnit(left[at] ?? '', right[at] ?? '')
    if (order !== 0) return order
  }
  return left.length - right.length || byCodeUnit(a, b)
}

// Numbers are compared as digits, so their length has no limit.
function byNumber(a: string, b: string): number {
  const left = a.replace(/^0+(?=\d)/, '')
  const right = b.replace(/^0+(?=\d)/, '')
  return left.length - right.length || byCodeUnit(left, right)
}
