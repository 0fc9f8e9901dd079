import {lstatSync, readdirSync} from 'node:fs'
import type {BigIntStats} from 'node:fs'
import path from 'node:path'
import {inFolder} from '../core/paths.ts'
import {readChecked, writeChecked} from './checked-file.ts'
import {digest} from './digest.ts'
import {stampOf} from './disk.ts'
import type {BrandNotes} from './write-brand.ts'

/** What was written to an output folder. */
export interface OutputState {
  /** Changes with every build that changes the folder. */
  readonly id: string
  /** Digest and stamp by path from the folder. */
  readonly files: ReadonlyMap<string, readonly [digest: string, stamp: string]>
  /** What the files were made from, so that the next build can tell which would come out the same. */
  readonly notes: () => BrandNotes
}

/** Form of a state in its file. */
interface WrittenState {
  readonly id: string
  readonly files: readonly (readonly [file: string, written: readonly [digest: string, stamp: string]])[]
  readonly notes: BrandNotes
}

/** What is known of the last writing of an output folder. */
export interface KnownOutput {
  readonly state: OutputState
  /** Whether this process wrote it, and no other since. */
  readonly isOwn: boolean
  /** Whether nobody can have changed it since without leaving a trace. */
  readonly isTrusted: boolean
}

/** What stands in an output folder. */
export interface OutputSurvey {
  /** Stamps by path from the folder; empty for what is no ordinary file. */
  readonly files: ReadonlyMap<string, string>
  /** Folders by path from the folder, each after those it stands in. */
  readonly folders: readonly string[]
}

/** What stands in a folder; `undefined` where there is no such folder. Links are not followed. */
export function surveyOutput(folder: string): OutputSurvey | undefined {
  const files = new Map<string, string>()
  const folders: string[] = []
  const visit = (below: string): void => {
    for (const entry of readdirSync(path.join(folder, below), {withFileTypes: true})) {
      const file = inFolder(below, entry.name)
      if (entry.isDirectory()) {
        folders.push(file)
        visit(file)
      } else files.set(file, entry.isFile() ? stampOfFile(path.join(folder, file)) : '')
    }
  }
  try {
    if (!lstatSync(folder).isDirectory()) return undefined
    visit('')
  } catch {
    return undefined
  }
  return {files, folders}
}

/** Stamp of a file; empty where it is not there. */
export function stampOfFile(file: string): string {
  const stats = lookAt(file)
  return stats ? stampOf(stats) : ''
}

function lookAt(file: string): BigIntStats | undefined {
  try {
    return lstatSync(file, {bigint: true})
  } catch {
    return undefined
  }
}

/** Whether a folder holds what was written to it, and nothing else. */
export function isIntact(folder: string, {files}: OutputState): boolean {
  const survey = surveyOutput(folder)
  if (survey?.files.size !== files.size) return false
  const needed = new Set<string>()
  for (const name of files.keys()) {
    for (let end = name.lastIndexOf('/'); end > 0; end = name.lastIndexOf('/', end - 1)) needed.add(name.slice(0, end))
  }
  return (
    [...files].every(([name, [, stamp]]) => survey.files.get(name) === stamp) &&
    survey.folders.every((below) => needed.has(below))
  )
}

/** Remembers what was written to output folders. */
export interface OutputMemory {
  /** What was written last to a folder. */
  read(target: string): KnownOutput | undefined
  write(target: string, state: OutputState): void
  /** Lets other processes know. Until then they see files that are not as they know them, and write them again. */
  save(): void
}

/**
 * Makes the memory.
 *
 * @param folder  absolute; left out: it remembers nothing beyond its own life
 * @param library  name of the code; see `libraryId`
 */
export function createOutputMemory(folder: string | undefined, library: string): OutputMemory {
  const own = new Map<string, {readonly state: OutputState; readonly seen: string}>()
  const unsaved = new Set<string>()
  const fileOf = (target: string): string => path.join(folder ?? '', `${digest(target)}.json`)
  const mark = (target: string): string => {
    const root = lookAt(target)
    return `${String(root?.ino)} ${folder === undefined ? '' : stampOfFile(fileOf(target))}`
  }
  return {
    read: (target) => {
      const known = own.get(target)
      const isSame = known?.seen === mark(target)
      if (folder === undefined) return known && {state: known.state, isOwn: true, isTrusted: false}
      if (isSame) return {state: known.state, isOwn: true, isTrusted: true}
      const written = readChecked(fileOf(target), library) as WrittenState | undefined
      if (!written) return undefined
      const {id, files, notes} = written
      return {state: {id, files: new Map(files), notes: () => notes}, isOwn: false, isTrusted: false}
    },
    write: (target, state) => {
      own.set(target, {state, seen: mark(target)})
      unsaved.add(target)
    },
    save: () => {
      for (const target of unsaved) {
        const known = own.get(target)
        if (!known || folder === undefined) continue
        const {id, files, notes} = known.state
        const written: WrittenState = {id, files: [...files], notes: notes()}
        writeChecked(fileOf(target), written, library)
        own.set(target, {state: known.state, seen: mark(target)})
      }
      unsaved.clear()
    },
  }
}
