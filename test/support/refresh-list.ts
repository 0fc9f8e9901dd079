import {readFileSync, writeFileSync} from 'node:fs'

/**
 * Reads a list of known differences, a JSON map from the id of a case to what is known about it.
 *
 * With `DOCPRISM_REFRESH` set, the file is written anew first: the ids that are given, in their order, each with what
 * the file had for it, else with what is given. So what people wrote stays, and what is new waits for a reason.
 */
export function refreshList<T>(
  file: string,
  found: readonly (readonly [id: string, entry: T])[],
  merge: (known: T, entry: T) => T = (known) => known,
): Readonly<Record<string, T>> {
  const listed = JSON.parse(readFileSync(file, 'utf8')) as Readonly<Record<string, T>>
  if (process.env['DOCPRISM_REFRESH'] === undefined) return listed
  const fresh = Object.fromEntries(
    found.map(([id, entry]) => {
      const known = listed[id]
      return [id, known === undefined ? entry : merge(known, entry)]
    }),
  )
  writeFileSync(file, `${JSON.stringify(fresh, undefined, 2)}\n`)
  return fresh
}
