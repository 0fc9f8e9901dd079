import {existsSync} from 'node:fs'
import path from 'node:path'
import {findingFile} from '../build/finding-file.ts'
import {UsageError} from '../build/usage-error.ts'
import type {Site} from '../core/site.ts'
import {isInside} from './is-inside.ts'

/**
 * Test for the files that a user named.
 *
 * @param names  files and folders, from `cwd` or from the content folder
 * @returns a function of the path of a finding
 * @throws UsageError for a name that is nothing
 */
export function choosePaths(names: readonly string[], site: Site, cwd: string | undefined): (found: string) => boolean {
  const chosen = names.map((name) => {
    const places = [path.resolve(cwd ?? '.', name), path.resolve(site.content, name)]
    const place = places.find((candidate) => existsSync(candidate))
    if (place === undefined) throw new UsageError(`Cannot find \`${name}\`, expected a file or folder of the content`)
    return place
  })
  return (found) => {
    const file = findingFile(found, site)
    return chosen.some((place) => isInside(file, place))
  }
}
