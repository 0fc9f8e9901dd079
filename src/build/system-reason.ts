/** What the system says about a failed call, in words where the code is a common one. */
export function systemReason(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  const words: Readonly<Record<string, string>> = {
    EACCES: 'permission denied',
    EEXIST: 'a file of this name is in the way',
    EISDIR: 'it is a folder',
    ELOOP: 'its symbolic links form a circle',
    ENOENT: 'it does not exist',
    ENOSPC: 'no space is left on the device',
    ENOTDIR: 'a part of the path is not a folder',
    EPERM: 'the operation is not permitted',
    EROFS: 'the file system is read-only',
  }
  return words[code] ?? (error instanceof Error ? error.message : String(error))
}
