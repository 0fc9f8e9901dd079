import {mkdir, writeFile} from 'node:fs/promises'
import {existsSync} from 'node:fs'
import path from 'node:path'
import {UsageError} from '../build/usage-error.ts'
import {systemReason} from '../build/system-reason.ts'
import {count} from '../check/reports/summary.ts'
import {fromWorkingFolder} from './command-context.ts'
import {exitStatus} from './exit-status.ts'
import type {ExitStatus} from './exit-status.ts'
import {starterFiles} from './starter-files.ts'
import type {Terminal} from './terminal.ts'

/**
 * Runs `docprism init`: writes a small bilingual site with two brands.
 *
 * @throws UsageError when one of its files exists already; nothing is written then
 */
export async function runInit(folder: string, {cwd, stdout}: Terminal): Promise<ExitStatus> {
  const root = path.resolve(cwd, folder)
  const taken = [...starterFiles.keys()].filter((file) => existsSync(path.join(root, file)))
  if (taken.length > 0) {
    const names = taken.map((file) => `\`${fromWorkingFolder(path.join(root, file), cwd)}\``).join(', ')
    throw new UsageError(`Nothing was written, because ${names} would be overwritten`)
  }
  try {
    for (const [file, text] of starterFiles) {
      await mkdir(path.dirname(path.join(root, file)), {recursive: true})
      // Fails on a file that appeared after the check, instead of overwriting it.
      await writeFile(path.join(root, file), text, {flag: 'wx'})
    }
  } catch (error) {
    throw new Error(`Cannot write to \`${fromWorkingFolder(root, cwd)}\`: ${systemReason(error)}`, {cause: error})
  }
  const where = fromWorkingFolder(root, cwd)
  const enter = where === '.' ? '' : `cd ${where} && `
  stdout.write(`${count(starterFiles.size, 'file')} in ${where}; next: ${enter}docprism build\n`)
  return exitStatus.fine
}
