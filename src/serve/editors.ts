import {nearest} from '../core/nearest.ts'
import {UsageError} from '../build/usage-error.ts'

/** Addresses that open a file at a place, by editor; `{path}` is absolute and starts with a slash. */
const editors: Readonly<Record<string, string>> = {
  vscode: 'vscode://file{path}:{line}:{column}',
  'vscode-insiders': 'vscode-insiders://file{path}:{line}:{column}',
  vscodium: 'vscodium://file{path}:{line}:{column}',
  cursor: 'cursor://file{path}:{line}:{column}',
  windsurf: 'windsurf://file{path}:{line}:{column}',
  zed: 'zed://file{path}:{line}:{column}',
  idea: 'idea://open?file={path}&line={line}&column={column}',
  webstorm: 'webstorm://open?file={path}&line={line}&column={column}',
  sublime: 'subl://open?url=file://{path}&line={line}&column={column}',
  textmate: 'txmt://open?url=file://{path}&line={line}&column={column}',
}

/** Names that `--editor` takes. */
export const editorNames: readonly string[] = [...Object.keys(editors), 'none']

/**
 * Pattern of the addresses that open files in an editor; `undefined` for `none`.
 *
 * @param wanted  the name of an editor, or a pattern with `{path}`
 * @throws UsageError for an unknown name
 */
export function editorPattern(wanted: string): string | undefined {
  if (wanted === 'none') return undefined
  if (wanted.includes('{path}')) return wanted
  const known = editors[wanted]
  if (known !== undefined) return known
  const guess = nearest(wanted, editorNames)
  const hint =
    guess === undefined
      ? `expected one of ${editorNames.join(', ')}, or an address with \`{path}\``
      : `did you mean \`${guess}\``
  throw new UsageError(`Unknown editor \`${wanted}\`; ${hint}`)
}

/** Address that opens a file. @param file  absolute */
export function editorAddress(
  pattern: string,
  {file, line = 1, column = 1}: {readonly file: string; readonly line?: number; readonly column?: number},
): string {
  const posix = file.replaceAll('\\', '/')
  const path = encodeURI(posix.startsWith('/') ? posix : `/${posix}`)
    .replaceAll('#', '%23')
    .replaceAll('?', '%3F')
  return pattern
    .replace('{path}', () => path)
    .replace('{line}', String(line))
    .replace('{column}', String(column))
}
