import {randomBytes} from 'node:crypto'
import {existsSync, mkdirSync, readdirSync, renameSync, rmSync} from 'node:fs'
import path from 'node:path'
import {systemReason} from './system-reason.ts'

/** A folder that is written beside the one it will replace. */
export interface StagedFolder {
  /** Absolute folder that readers see. */
  readonly target: string
  /** Absolute folder to write to. */
  readonly staging: string
}

/**
 * Makes an empty folder beside `out/name` and clears away what interrupted builds left there.
 *
 * A target that an interruption moved aside is put back first.
 *
 * @throws when the output folder cannot be written, with the system's error as `cause`
 */
export function stageFolder(out: string, name: string): StagedFolder {
  const target = path.join(out, name)
  try {
    mkdirSync(out, {recursive: true})
    clearLeftovers(out, name)
    // Not `mkdtemp`: its folders are for their owner only, and web servers have to read this one.
    const staging = path.join(out, `.${name}.tmp-${process.pid}-${randomBytes(3).toString('hex')}`)
    mkdirSync(staging)
    return {target, staging}
  } catch (error) {
    throw new Error(`Cannot write to the output folder \`${out}\`: ${systemReason(error)}`, {cause: error})
  }
}

/**
 * Puts staged folders in the place of their targets: by renaming, so a reader sees the old or the new one.
 *
 * @throws when a rename fails, with the system's error as `cause`; the target concerned is then what it was
 */
export function swapIn(folders: readonly StagedFolder[]): void {
  for (const {target, staging} of folders) {
    const aside = path.join(path.dirname(target), `.${path.basename(target)}.old-${process.pid}-${staging.slice(-6)}`)
    try {
      const replaces = existsSync(target)
      if (replaces) renameSync(target, aside)
      try {
        renameSync(staging, target)
      } catch (error) {
        if (replaces) renameSync(aside, target)
        throw error
      }
      rmSync(aside, {recursive: true, force: true})
    } catch (error) {
      throw new Error(`Cannot replace the output folder \`${target}\`: ${systemReason(error)}`, {cause: error})
    }
  }
}

/** Removes staged folders that will not be swapped in. */
export function discardStaged(folders: readonly StagedFolder[]): void {
  for (const {staging} of folders) rmSync(staging, {recursive: true, force: true})
}

function clearLeftovers(out: string, name: string): void {
  const target = path.join(out, name)
  for (const entry of readdirSync(out)) {
    const [, kind, pid] = leftoverPattern(name).exec(entry) ?? []
    if (kind === undefined || isRunning(Number(pid))) continue
    const leftover = path.join(out, entry)
    if (kind === 'old' && !existsSync(target)) renameSync(leftover, target)
    else rmSync(leftover, {recursive: true, force: true})
  }
}

function leftoverPattern(name: string): RegExp {
  return new RegExp(`^\\.${name.replace(/[^\w-]/g, '\\$&')}\\.(tmp|old)-(\\d+)-\\w{6}$`)
}

/** Whether another build may still be at work: this process, or one that takes signals. */
function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
}
