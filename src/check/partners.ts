import type {Subject} from './subject.ts'

/** One finding in one brand. */
interface Instance {
  readonly subject: Subject
  readonly brand: string
}

/** Names by which a finding is known, the most exact first; those that it has none of are `undefined`. */
export type KeysOf = (subject: Subject) => readonly (string | undefined)[]

/**
 * Brands of each finding for which there is no partner among those of another state.
 *
 * Findings and partners are paired brand by brand and one to one: first those whose most exact keys are equal, then by the
 * following keys what is left. Of several with one key, those that stand first find a partner first.
 *
 * @param candidates  findings that ask for a partner, those first that are to have one
 * @returns by finding; and the partners that nobody asked for in any brand
 */
export function pairUp(
  candidates: readonly Subject[],
  partners: readonly Subject[],
  keys: {readonly ofCandidate: KeysOf; readonly ofPartner: KeysOf},
): {readonly alone: ReadonlyMap<Subject, readonly string[]>; readonly unused: readonly Subject[]} {
  let asking = instances(candidates, keys.ofCandidate)
  let free = instances(partners, keys.ofPartner)
  const levels = Math.max(0, ...[...asking, ...free].map(({keys: all}) => all.length))
  for (let level = 0; level < levels && asking.length > 0 && free.length > 0; level++) {
    const waiting = new Map<string, KeyedInstance[]>()
    for (const one of free) {
      const key = keyAt(one, level)
      if (key === undefined) continue
      const group = waiting.get(key)
      if (group) group.push(one)
      else waiting.set(key, [one])
    }
    const taken = new Set<KeyedInstance>()
    asking = asking.filter((one) => {
      const key = keyAt(one, level)
      const partner = key === undefined ? undefined : waiting.get(key)?.shift()
      if (partner) taken.add(partner)
      return !partner
    })
    free = free.filter((one) => !taken.has(one))
  }
  const alone = new Map<Subject, string[]>(candidates.map((subject) => [subject, []]))
  for (const {subject, brand} of asking) alone.get(subject)?.push(brand)
  const freeBrands = new Map<Subject, number>()
  for (const {subject} of free) freeBrands.set(subject, (freeBrands.get(subject) ?? 0) + 1)
  return {alone, unused: partners.filter((subject) => freeBrands.get(subject) === subject.brands.length)}
}

interface KeyedInstance extends Instance {
  readonly keys: readonly (string | undefined)[]
}

function instances(subjects: readonly Subject[], keysOf: KeysOf): KeyedInstance[] {
  return subjects.flatMap((subject) => {
    const keys = keysOf(subject)
    return subject.brands.map((brand) => ({subject, brand, keys}))
  })
}

function keyAt({brand, keys}: KeyedInstance, level: number): string | undefined {
  const key = keys[level]
  return key === undefined ? undefined : `${brand} ${key}`
}
