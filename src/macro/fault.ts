import type {Diagnostic} from '../core/diagnostic.ts'
import type {Place} from '../core/position.ts'
import {rules, type RuleId} from '../core/rules.ts'

/** A finding of the macro stage before it has lines and columns. Offsets are 0-based UTF-16 units of the source. */
export interface Fault {
  readonly ruleId: RuleId
  readonly start: number
  readonly end: number
  readonly message: string
  readonly actual?: string
  readonly expected?: readonly string[]
}

/** Faults that hold whatever the edition is, and those of single brands. */
export interface FaultsOfBrands {
  readonly common: readonly Fault[]
  readonly byBrand: readonly {readonly brand: string; readonly faults: readonly Fault[]}[]
}

/**
 * Diagnostics in source order, one per source fault.
 *
 * A fault that only some of the brands have lists them; the message is that of the first of them.
 *
 * @param place  lines and columns of a fault, or `undefined` where there are none
 */
export function faultDiagnostics(
  {common, byBrand}: FaultsOfBrands,
  path: string,
  place: (fault: Fault) => Place | undefined,
): readonly Diagnostic[] {
  const merged = new Map<string, {fault: Fault; brands: Set<string> | undefined}>()
  for (const fault of common) merged.set(keyOf(fault), {fault, brands: undefined})
  for (const {brand, faults} of byBrand) {
    for (const fault of faults) {
      const known = merged.get(keyOf(fault))
      if (known) known.brands?.add(brand)
      else merged.set(keyOf(fault), {fault, brands: new Set([brand])})
    }
  }
  const order = [...merged.values()].sort(
    ({fault: a}, {fault: b}) => a.start - b.start || a.end - b.end || (a.ruleId < b.ruleId ? -1 : 1),
  )
  return order.map(({fault, brands}) => {
    const {start, end, ruleId, ...rest} = fault
    const where = place(fault)
    return {
      ruleId,
      severity: rules[ruleId].severity,
      ...rest,
      path,
      ...(where && {place: where}),
      ...(brands && brands.size < byBrand.length && {brands: [...brands]}),
    }
  })
}

function keyOf({ruleId, start, end}: Fault): string {
  return `${ruleId} ${start} ${end}`
}
