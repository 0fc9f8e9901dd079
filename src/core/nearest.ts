import {distance} from 'fastest-levenshtein'

/** Most candidates that are given as equally near. */
const mostCandidates = 5

/**
 * Candidate closest to `word` by edit distance, ignoring case; `undefined` when none is close enough to be a typo
 * (more than a third of the longer word differs).
 */
export function nearest(word: string, candidates: Iterable<string>): string | undefined {
  return nearestAll(word, candidates)[0]
}

/**
 * All candidates that are equally close to `word` and closer than every other one, in their order and at most five;
 * none where none is close enough, see `nearest`.
 */
export function nearestAll(word: string, candidates: Iterable<string>): readonly string[] {
  const wanted = word.toLowerCase()
  let best: string[] = []
  let bestDistance = Infinity
  for (const candidate of candidates) {
    const limit = Math.max(1, Math.floor(Math.max(word.length, candidate.length) / 3))
    if (Math.abs(candidate.length - word.length) > limit) continue
    const d = distance(wanted, candidate.toLowerCase())
    if (d > limit || d > bestDistance) continue
    if (d < bestDistance) best = []
    bestDistance = d
    if (best.length < mostCandidates && !best.includes(candidate)) best.push(candidate)
  }
  return best
}
