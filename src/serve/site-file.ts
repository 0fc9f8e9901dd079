import {readFile, realpath, stat} from 'node:fs/promises'
import path from 'node:path'
import {setTimeout as delay} from 'node:timers/promises'
import type {Answer} from './answer.ts'
import {contentType} from './answer.ts'

/** Bytes up to which a file is read as a whole, so that it is never sent half. */
const heldBytes = 16 * 1024 * 1024
/** Milliseconds since the last change after which a file counts as written. */
const settledAfter = 50
/** Looks at a file that is being written before it is sent as it is. */
const mostLooks = 20

/**
 * A file of the content folder as an answer. One that is being written is waited for.
 *
 * @param file  absolute
 * @param roots  absolute folders without links; a file whose links lead out of them is refused
 */
export async function readSiteFile(file: string, roots: readonly string[]): Promise<Answer> {
  const real = await realpath(file).catch(() => undefined)
  if (real === undefined) return missing(file)
  if (!roots.some((root) => real.startsWith(`${root}${path.sep}`))) {
    return {
      kind: 'refused',
      status: 403,
      reason: 'The file is a link that leads out of the project; only a build follows it',
    }
  }
  try {
    for (let looks = 0; ; looks++) {
      const before = await stat(real)
      if (!before.isFile()) return missing(file)
      const isSettled = looks >= mostLooks || Date.now() - before.mtimeMs > settledAfter
      if (isSettled && before.size > heldBytes) {
        return {kind: 'stream', file: real, type: contentType(file), size: before.size}
      }
      const body = isSettled ? await readFile(real) : undefined
      const after = await stat(real)
      const isSame = after.mtimeMs === before.mtimeMs && after.size === before.size
      if (body && (isSame || looks >= mostLooks)) return {kind: 'content', status: 200, type: contentType(file), body}
      await delay(settledAfter / 2)
    }
  } catch {
    return missing(file)
  }
}

function missing(file: string): Answer {
  return {kind: 'refused', status: 404, reason: `Cannot read \`${path.basename(file)}\``}
}
