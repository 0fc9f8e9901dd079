import {readFileSync} from 'node:fs'
import {decodeSource} from '../build/decode-source.ts'
import {findingFile} from '../build/finding-file.ts'
import type {Site} from '../core/site.ts'

/** Text of the file of a finding, as its place counts; `undefined` where it cannot be read. */
export function readText(found: string, site: Site): string | undefined {
  try {
    return decodeSource(readFileSync(findingFile(found, site)), found).text
  } catch {
    return undefined
  }
}
