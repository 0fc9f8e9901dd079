import {randomBytes} from 'node:crypto'
import {mkdirSync, readFileSync, renameSync, writeFileSync} from 'node:fs'
import path from 'node:path'
import {digest} from '../digest.ts'

/** An image as `keepImage` kept it; `undefined` where there is none, or not what was kept. */
export function recallImage(folder: string | undefined, name: string): Uint8Array | undefined {
  if (folder === undefined) return undefined
  try {
    const bytes = readFileSync(path.join(folder, `${name}.png`))
    const image = bytes.subarray(32)
    return bytes.toString('latin1', 0, 32) === digest(image) ? image : undefined
  } catch {
    return undefined
  }
}

/** Keeps an image with its digest. What cannot be kept is drawn again by the next build, and that is all. */
export function keepImage(folder: string | undefined, name: string, image: Uint8Array): void {
  if (folder === undefined) return
  const temporary = path.join(folder, `${randomBytes(8).toString('hex')}.tmp`)
  try {
    mkdirSync(folder, {recursive: true})
    writeFileSync(temporary, Buffer.concat([Buffer.from(digest(image)), image]))
    renameSync(temporary, path.join(folder, `${name}.png`))
  } catch {
    // Only time is lost.
  }
}
