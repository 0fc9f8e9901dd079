import path from 'node:path'

/** Whether a path is a folder or lies in it. Both absolute. */
export function isInside(file: string, folder: string): boolean {
  return file === folder || file.startsWith(folder + path.sep)
}
