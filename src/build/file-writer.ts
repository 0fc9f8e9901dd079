import {access, constants, copyFile, mkdir, writeFile} from 'node:fs/promises'
import path from 'node:path'
import type {Diagnostic} from '../core/diagnostic.ts'
import {dirname} from '../core/paths.ts'
import {rules} from '../core/rules.ts'
import {unreadable} from './list-content.ts'
import {systemReason} from './system-reason.ts'

/** Writes files below one folder, several at a time. */
export interface FileWriter {
  /** @param file  POSIX path from the folder */
  readonly write: (file: string, content: string | Uint8Array) => void
  /**
   * @param file  POSIX path from the folder
   * @param from  POSIX path from the content folder
   */
  readonly copy: (file: string, from: string) => void
  /**
   * Waits until everything is written.
   *
   * @returns `source/unreadable` for each file that could not be copied because it cannot be read
   * @throws when something cannot be written, with the system's error as `cause`
   */
  readonly finish: () => Promise<{readonly files: number; readonly diagnostics: readonly Diagnostic[]}>
}

type Job = {readonly content: string | Uint8Array} | {readonly from: string}

const concurrentWrites = 32

/**
 * Writer for the files of one brand. A file given twice is written once, as given last.
 *
 * @param folder  absolute, exists
 * @param content  absolute content folder, for copies
 */
export function createFileWriter(folder: string, content: string): FileWriter {
  const jobs = new Map<string, Job>()
  const folders = new Map<string, Promise<unknown>>()
  const diagnostics: Diagnostic[] = []

  const makeFolder = (of: string): Promise<unknown> => {
    const known = folders.get(of)
    if (known) return known
    const made = mkdir(of, {recursive: true})
    folders.set(of, made)
    return made
  }
  const copy = async (from: string, target: string): Promise<void> => {
    const source = path.join(content, from)
    try {
      await copyFile(source, target, constants.COPYFILE_FICLONE)
    } catch (error) {
      const readable = await access(source, constants.R_OK).then(
        () => true,
        () => false,
      )
      if (readable) throw error
      diagnostics.push(unreadable(from, `Cannot copy \`${from}\`: ${systemReason(error)}`))
    }
  }
  const run = async (queue: Iterable<readonly [string, Job]>) => {
    for (const [file, job] of queue) {
      const target = path.join(folder, file)
      try {
        await makeFolder(path.dirname(target))
        if ('content' in job) await writeFile(target, job.content)
        else await copy(job.from, target)
      } catch (error) {
        throw new Error(`Cannot write \`${file}\`: ${systemReason(error)}`, {cause: error})
      }
    }
  }
  return {
    write: (file, content) => void jobs.set(file, {content}),
    copy: (file, from) => void jobs.set(file, {from}),
    async finish() {
      const taken = foldersOf(jobs.keys())
      for (const [file, job] of [...jobs]) {
        if (!('from' in job) || !taken.has(file)) continue
        jobs.delete(file)
        diagnostics.push(inTheWay(job.from, file))
      }
      const queue = jobs.entries()
      const workers = Array.from({length: concurrentWrites}, () => run(queue))
      // Waits for every worker before it throws, so that nothing is written after the folder was discarded.
      const results = await Promise.allSettled(workers)
      const failure = results.find((result) => result.status === 'rejected')
      if (failure) throw failure.reason
      return {files: jobs.size, diagnostics}
    },
  }
}

/** Every folder that files stand in, the folders above included. */
function foldersOf(files: Iterable<string>): ReadonlySet<string> {
  const folders = new Set<string>()
  for (const file of files) {
    let folder = dirname(file)
    while (folder !== '' && !folders.has(folder)) {
      folders.add(folder)
      folder = dirname(folder)
    }
  }
  return folders
}

function inTheWay(from: string, file: string): Diagnostic {
  return {
    ruleId: 'source/duplicate-address',
    severity: rules['source/duplicate-address'].severity,
    message: `File \`${from}\` would be published as \`${file}\`, where a folder of the same name must be, and is left out`,
    path: from,
  }
}
