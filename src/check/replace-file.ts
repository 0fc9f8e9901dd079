import {randomBytes} from 'node:crypto'
import {renameSync, rmSync, statSync, writeFileSync} from 'node:fs'
import path from 'node:path'

/**
 * Writes a file beside its target and renames it over it, so that a reader sees the old file or the new one. The mode of
 * a file that is there is kept.
 *
 * @throws what the system says
 */
export function replaceFile(file: string, content: string): void {
  const temporary = path.join(path.dirname(file), `.${path.basename(file)}.${randomBytes(6).toString('hex')}.tmp`)
  try {
    const mode = statSync(file, {throwIfNoEntry: false})?.mode
    writeFileSync(temporary, content, {flag: 'wx', ...(mode !== undefined && {mode: mode & 0o777})})
    renameSync(temporary, file)
  } catch (error) {
    rmSync(temporary, {force: true})
    throw error
  }
}
