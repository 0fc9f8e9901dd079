/** Which links are made of text that holds no URL, and of URLs that are shown in another form. */
export interface LinkSyntax {
  /** `#1`, `@user`, `user/repo#1`, hashes. */
  readonly shorthand: boolean
  /** URLs of users and repositories are shown in their short form. */
  readonly shortener: boolean
}

interface Run {
  readonly end: number
  /** Holds a sign of a short form. */
  readonly shorthand: boolean
  /** Offset behind which a URL may go on; the end where there is none. */
  readonly url: number
}

// What a short form can hold or ask about, and what may be read as such.
const shorthandUnit = /[\p{L}\p{M}\p{N}\p{Cs}_.:/@#!?&;\\-]/u

/**
 * Whether a value has to be written out at each place because it may be part of a short form, or of a URL that has one.
 *
 * @param text  with one letter in place of each value in question
 * @param holes  offsets of these letters, ascending
 */
export function linkDemands(text: string, holes: readonly number[], syntax: LinkSyntax): readonly boolean[] {
  let word: Run | undefined
  let run: Run | undefined
  return holes.map((hole) => {
    if (!word || hole >= word.end) word = runAt(text, hole, /\S/)
    if (!run || hole >= run.end) run = runAt(text, hole, shorthandUnit)
    return (syntax.shorthand && run.shorthand) || (syntax.shortener && word.url < hole)
  })
}

/** Whether a value holds what is a hash where no letter or digit stands next to it. */
export function holdsHash(value: string): boolean {
  return /[a-f\d]{40}/.test(value)
}

function runAt(text: string, hole: number, unit: RegExp): Run {
  let start = hole
  while (start > 0 && unit.test(text.charAt(start - 1))) start--
  let end = hole + 1
  while (end < text.length && unit.test(text.charAt(end))) end++
  const run = text.slice(start, end)
  const url = run.indexOf('://')
  return {end, shorthand: /@|[#!?][1-9]/.test(run), url: url === -1 ? end : start + url}
}
