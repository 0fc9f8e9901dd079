import {cpSync} from 'node:fs'
import path from 'node:path'
import {temporaryFolder} from './temporary-folder.ts'

const fixtures = path.resolve(import.meta.dirname, '../fixtures')

/** Copies the site of one fixture folder to a folder of the test's own, and returns that folder. */
export function fixtureSite(name: string): string {
  const folder = temporaryFolder()
  cpSync(path.join(fixtures, name), folder, {recursive: true})
  return folder
}
