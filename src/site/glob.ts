/** One step of a glob: any run of characters, or one character that passes. */
type Step = 'run' | ((character: string) => boolean)

/**
 * Test for names that a glob covers: `*`, `?`, `[abc]`, `[a-z]` and `[!a]`, as in Python's `fnmatch`.
 *
 * The test takes at most the length of the name times that of the glob.
 */
export function globMatcher(glob: string): (name: string) => boolean {
  const steps = parseGlob(glob)
  return (name) => matchSteps(steps, Array.from(name))
}

function parseGlob(glob: string): readonly Step[] {
  const characters = Array.from(glob)
  const steps: Step[] = []
  for (let at = 0; at < characters.length; at++) {
    const character = characters[at] ?? ''
    const end = character === '[' ? setEnd(characters, at) : -1
    if (character === '*') {
      if (steps.at(-1) !== 'run') steps.push('run')
    } else if (character === '?') {
      steps.push(() => true)
    } else if (end !== -1) {
      steps.push(setTest(characters.slice(at + 1, end)))
      at = end
    } else {
      steps.push((other) => other === character)
    }
  }
  return steps
}

/** Index of the `]` that closes the set opened at `start`; -1 when it stays open. A `]` right after the start is a member. */
function setEnd(characters: readonly string[], start: number): number {
  const first = characters[start + 1] === '!' ? start + 3 : start + 2
  return characters.indexOf(']', first)
}

function setTest(members: readonly string[]): (character: string) => boolean {
  const negated = members[0] === '!'
  const listed = negated ? members.slice(1) : members
  const singles = new Set<string>()
  const ranges: [number, number][] = []
  for (let at = 0; at < listed.length; at++) {
    const from = listed[at] ?? ''
    const to = listed[at + 1] === '-' ? listed[at + 2] : undefined
    if (to === undefined) {
      singles.add(from)
    } else {
      ranges.push([from.codePointAt(0) ?? 0, to.codePointAt(0) ?? 0])
      at += 2
    }
  }
  return (character) => {
    const code = character.codePointAt(0) ?? 0
    const inside = singles.has(character) || ranges.some(([from, to]) => from <= code && code <= to)
    return inside !== negated
  }
}

// Going back to the last run only is enough: what an earlier run could take instead, the last one can take as well.
function matchSteps(steps: readonly Step[], name: readonly string[]): boolean {
  let step = 0
  let at = 0
  let runStep = -1
  let runAt = 0
  while (at < name.length) {
    const current = steps[step]
    if (current === 'run') {
      runStep = step++
      runAt = at
    } else if (current?.(name[at] ?? '')) {
      step++
      at++
    } else if (runStep !== -1) {
      step = runStep + 1
      at = ++runAt
    } else {
      return false
    }
  }
  while (steps[step] === 'run') step++
  return step === steps.length
}
