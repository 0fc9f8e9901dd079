import {randomBytes} from 'node:crypto'
import {copyFileSync, constants, mkdirSync, readFileSync, renameSync, rmSync, rmdirSync, writeFileSync} from 'node:fs'
import path from 'node:path'
import type {Diagnostic} from '../core/diagnostic.ts'
import {dirname} from '../core/paths.ts'
import {rules} from '../core/rules.ts'
import {digest} from './digest.ts'
import type {Disk} from './disk.ts'
import {unreadable} from './list-content.ts'
import {discardStaged, stageFolder, swapIn} from './output-swap.ts'
import type {StagedFolder} from './output-swap.ts'
import {stampOfFile, surveyOutput} from './output-state.ts'
import type {KnownOutput, OutputState} from './output-state.ts'
import type {BrandNotes} from './write-brand.ts'
import {systemReason} from './system-reason.ts'

/** Takes the files of one brand. What stands in its folder already is not written again. */
export interface FileWriter {
  /** @param file  POSIX path from the folder */
  readonly write: (file: string, content: string | Uint8Array) => void
  /**
   * @param file  POSIX path from the folder
   * @param from  POSIX path from the content folder
   */
  readonly copy: (file: string, from: string) => void
  /**
   * Says that a file is to be as the last build wrote it.
   *
   * @returns `false` when it is not there as it was written: then it has to be written
   */
  readonly keep: (file: string) => boolean
  /** Text of a file as the last build wrote it; `undefined` when it is not there as it was written. */
  readonly readBefore: (file: string) => string | undefined
  /**
   * Bytes of a file that was written or kept.
   *
   * @throws the system's error when it cannot be read
   */
  readonly read: (file: string) => Uint8Array
}

/** An output folder that is being written beside what readers see. */
export interface OutputWriter extends FileWriter {
  /**
   * Ends the writing.
   *
   * @returns `source/unreadable` for each file that could not be copied because it cannot be read
   * @throws when something cannot be written, with the system's error as `cause`
   */
  readonly finish: () => {readonly files: number; readonly diagnostics: readonly Diagnostic[]}
  /**
   * Lets readers see what was written: a folder whose state is not known is replaced as a whole; in one whose state is
   * known, files are replaced one by one, each by renaming.
   */
  readonly commit: (notes: () => BrandNotes) => OutputState
  /** Removes what was written and not committed. */
  readonly discard: () => void
}

/** What an output folder is written with. */
export interface OutputOptions {
  /** Absolute folder that the output folder stands in. */
  readonly out: string
  readonly name: string
  /** Absolute content folder, for copies. */
  readonly content: string
  readonly disk: Disk
  /** What is known of the last writing; left out when nothing is. */
  readonly known: KnownOutput | undefined
}

/** What stands in the output folder before it is written. */
interface Present {
  /** Digests of the files that are as they were written. */
  readonly intact: ReadonlyMap<string, readonly [digest: string, stamp: string]>
  readonly files: Iterable<string>
  readonly folders: readonly string[]
  /** Whether nothing else can stand there. */
  readonly isTrusted: boolean
}

/**
 * Opens an output folder for writing. A file given twice is written once, as given last.
 *
 * @throws when the output folder cannot be written, with the system's error as `cause`
 */
export function openOutput({out, name, content, disk, known}: OutputOptions): OutputWriter {
  const target = path.join(out, name)
  const present = known && (known.isTrusted ? presentOf(known.state) : readPresent(target, known.state))
  const digests = new Map<string, string>()
  const copies = new Map<string, string>()
  const staged = new Set<string>()
  const folder: {staged?: StagedFolder} = {}
  const stagingFolder = (): string => (folder.staged ??= stageFolder(out, name)).staging
  // What an interrupted build left is cleared away even if there is nothing to write.
  if (!known?.isTrusted) stagingFolder()
  const madeFolders = new Set<string>()

  const stage = (file: string, put: (target: string) => void): void => {
    const place = path.join(stagingFolder(), file)
    const parent = dirname(file)
    try {
      if (!madeFolders.has(parent)) mkdirSync(path.dirname(place), {recursive: true})
      madeFolders.add(parent)
      put(place)
      staged.add(file)
    } catch (error) {
      throw new Error(`Cannot write \`${file}\`: ${systemReason(error)}`, {cause: error})
    }
  }
  const unstage = (file: string): void => {
    if (staged.delete(file)) rmSync(path.join(stagingFolder(), file), {force: true})
  }
  const put = (file: string, made: string, write: (target: string) => void): void => {
    digests.set(file, made)
    if (present?.intact.get(file)?.[0] === made) unstage(file)
    else stage(file, write)
  }
  const copyAll = (): readonly Diagnostic[] => {
    if (copies.size === 0) return []
    const taken = foldersOf([...digests.keys(), ...copies.keys()])
    const diagnostics: Diagnostic[] = []
    for (const [file, from] of copies) {
      if (taken.has(file)) {
        diagnostics.push(inTheWay(from, file))
        continue
      }
      const source = path.join(content, from)
      const found = attempt(() => disk.file(source).digest)
      if ('error' in found) diagnostics.push(unreadable(from, `Cannot copy \`${from}\`: ${systemReason(found.error)}`))
      else
        put(file, found.value, (place) => {
          copyFileSync(source, place, constants.COPYFILE_FICLONE)
        })
    }
    return diagnostics
  }
  return {
    write: (file, text) => {
      copies.delete(file)
      const bytes = typeof text === 'string' ? Buffer.from(text, 'utf8') : text
      put(file, digest(bytes), (place) => {
        writeFileSync(place, bytes)
      })
    },
    copy: (file, from) => {
      digests.delete(file)
      unstage(file)
      copies.set(file, from)
    },
    keep: (file) => {
      const written = present?.intact.get(file)
      if (!written) return false
      copies.delete(file)
      digests.set(file, written[0])
      unstage(file)
      return true
    },
    readBefore: (file) => {
      if (!present?.intact.has(file)) return undefined
      const found = attempt(() => readFileSync(path.join(target, file), 'utf8'))
      return 'value' in found ? found.value : undefined
    },
    read: (file) => readFileSync(path.join(staged.has(file) ? stagingFolder() : target, file)),
    finish: () => {
      const diagnostics = copyAll()
      return {files: digests.size, diagnostics}
    },
    commit: (notes) => {
      if (present) replaceFiles({target, staging: folder.staged?.staging ?? '', staged, present, wanted: digests})
      else swapIn([folder.staged ?? stageFolder(out, name)])
      if (present && folder.staged) discardStaged([folder.staged])
      const files = new Map<string, readonly [string, string]>()
      for (const [file, made] of digests) {
        const before = staged.has(file) ? undefined : present?.intact.get(file)
        files.set(file, before ?? [made, stampOfFile(path.join(target, file))])
      }
      const id = staged.size === 0 && files.size === known?.state.files.size ? known.state.id : undefined
      return {id: id ?? randomBytes(8).toString('hex'), files, notes}
    },
    discard: () => {
      if (folder.staged) discardStaged([folder.staged])
    },
  }
}

function presentOf({files}: OutputState): Present {
  return {
    intact: files,
    files: files.keys(),
    isTrusted: true,
    get folders() {
      return [...foldersOf(files.keys())].sort()
    },
  }
}

function readPresent(target: string, known: OutputState): Present | undefined {
  const survey = surveyOutput(target)
  if (!survey) return undefined
  const intact = [...known.files].filter(([file, [, stamp]]) => survey.files.get(file) === stamp)
  return {intact: new Map(intact), files: survey.files.keys(), folders: survey.folders, isTrusted: false}
}

/** Takes away what is not wanted, then puts each new file in its place. */
function replaceFiles(options: {
  readonly target: string
  readonly staging: string
  readonly staged: ReadonlySet<string>
  readonly present: Present
  readonly wanted: ReadonlyMap<string, string>
}): void {
  const {target, staging, staged, present, wanted} = options
  let removed = 0
  try {
    for (const file of present.files) {
      if (wanted.has(file)) continue
      rmSync(path.join(target, file), {force: true})
      removed++
    }
    // Folders without files are left by what was removed, or by somebody else.
    const isChanged = removed > 0 || !present.isTrusted
    const neededFolders = isChanged ? foldersOf(wanted.keys()) : new Set<string>()
    for (const folder of isChanged ? present.folders.toReversed() : []) {
      if (!neededFolders.has(folder)) rmdirSync(path.join(target, folder))
    }
    const made = new Set<string>()
    for (const file of staged) {
      const parent = dirname(file)
      if (!made.has(parent)) mkdirSync(path.join(target, parent), {recursive: true})
      made.add(parent)
      renameSync(path.join(staging, file), path.join(target, file))
    }
  } catch (error) {
    throw new Error(`Cannot replace files of the output folder \`${target}\`: ${systemReason(error)}`, {cause: error})
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

function attempt<Value>(act: () => Value): {readonly value: Value} | {readonly error: unknown} {
  try {
    return {value: act()}
  } catch (error) {
    return {error}
  }
}

function inTheWay(from: string, file: string): Diagnostic {
  return {
    ruleId: 'source/duplicate-address',
    severity: rules['source/duplicate-address'].severity,
    message: `File \`${from}\` would be published as \`${file}\`, where a folder of the same name must be, and is left out`,
    path: from,
  }
}
