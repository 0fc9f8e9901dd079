import type {FileWriter} from '../build/output-writer.ts'

/** A file that is no page: what the build makes, or a file of the content folder by its path from there. */
export type OtherFile = {readonly content: string | Uint8Array} | {readonly from: string}

/** What `write` hands to a writer, by path below the brand's folder. */
export function filesOf(write: (writer: FileWriter) => void): ReadonlyMap<string, OtherFile> {
  const files = new Map<string, OtherFile>()
  write({
    write: (file, content) => {
      files.set(file, {content})
    },
    copy: (file, from) => {
      files.set(file, {from})
    },
    keep: () => false,
    readBefore: () => undefined,
    read: (file) => {
      const known = files.get(file)
      if (!known || !('content' in known)) throw new TypeError(`nothing was written to ${file}`)
      return typeof known.content === 'string' ? Buffer.from(known.content, 'utf8') : known.content
    },
  })
  return files
}
