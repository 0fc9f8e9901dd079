import {randomBytes} from 'node:crypto'
import {mkdirSync, readFileSync, readdirSync, renameSync, rmSync, statSync, writeFileSync} from 'node:fs'
import path from 'node:path'
import {digest} from './digest.ts'

/** Most files of one folder; those that were written longest ago are removed. */
const mostFiles = 64

/**
 * Plain data of a file that `writeChecked` wrote.
 *
 * @param library  name of the code that reads; what other code wrote may mean something else
 * @returns `undefined` where there is none, where other code wrote it, or where it is not what was written
 */
export function readChecked(file: string, library: string): unknown {
  try {
    const text = readFileSync(file, 'utf8')
    const end = text.indexOf('\n')
    const json = text.slice(end + 1)
    return text.slice(0, end) === digest(library + json) ? JSON.parse(json) : undefined
  } catch {
    return undefined
  }
}

/**
 * Writes plain data with its digest, so that nobody sees a part of it. What cannot be written is not there for the next
 * build, and that is all.
 */
export function writeChecked(file: string, data: unknown, library: string): void {
  const folder = path.dirname(file)
  const json = JSON.stringify(data)
  const temporary = path.join(folder, `${randomBytes(8).toString('hex')}.tmp`)
  try {
    mkdirSync(folder, {recursive: true})
    writeFileSync(temporary, `${digest(library + json)}\n${json}`)
    renameSync(temporary, file)
    removeOldest(folder)
  } catch {
    try {
      rmSync(temporary, {force: true})
    } catch {
      // Not even its folder can be used.
    }
  }
}

function removeOldest(folder: string): void {
  const names = readdirSync(folder).filter((name) => /^[0-9a-f]+\.(?:json|tmp)$/.test(name))
  if (names.length <= mostFiles) return
  const aged = names.map((name) => {
    const file = path.join(folder, name)
    return {file, time: statSync(file).mtimeMs}
  })
  for (const {file} of aged.sort((a, b) => b.time - a.time).slice(mostFiles)) rmSync(file, {force: true})
}
