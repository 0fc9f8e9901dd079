import {readFileSync} from 'node:fs'
import path from 'node:path'
import {decodeSource} from '../build/decode-source.ts'
import type {Site} from '../core/site.ts'

/** Absolute path of the file of a finding. */
function fileOf(found: string, site: Site): string {
  return found === site.configPath ? path.join(site.root, path.basename(found)) : path.resolve(site.content, found)
}

/** Text of the file of a finding, as its place counts; `undefined` where it cannot be read. */
export function readText(found: string, site: Site): string | undefined {
  try {
    return decodeSource(readFileSync(fileOf(found, site)), found).text
  } catch {
    return undefined
  }
}
