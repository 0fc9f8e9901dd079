/** Stream that a command writes to. */
export interface OutputStream {
  write(text: string): unknown
  /** Whether a person reads along. */
  readonly isTTY?: boolean
  /** Width in columns. */
  readonly columns?: number
}

/** What a command knows of the process that it runs in. */
export interface Terminal {
  /** Absolute working folder; relative paths of the user start here. */
  readonly cwd: string
  readonly env: Readonly<Record<string, string | undefined>>
  /** For results. */
  readonly stdout: OutputStream
  /** For findings, progress and errors. */
  readonly stderr: OutputStream
  /** Keys that the user presses; left out where nobody can. */
  readonly stdin?: InputStream
}

/** Stream that keys come from. */
export interface InputStream {
  readonly isTTY?: boolean
  setRawMode?(isRaw: boolean): unknown
  on(event: 'data', listener: (keys: Uint8Array | string) => void): unknown
  off(event: 'data', listener: (keys: Uint8Array | string) => void): unknown
  resume(): unknown
  pause(): unknown
}

/** Whether to use colours on a stream: `NO_COLOR` and `FORCE_COLOR` decide, then whether it is a terminal. */
export function wantsColor(stream: OutputStream, env: Terminal['env']): boolean {
  if (env['NO_COLOR']) return false
  if (env['FORCE_COLOR'] !== undefined) return env['FORCE_COLOR'] !== '0'
  return stream.isTTY === true && env['TERM'] !== 'dumb' && !env['CI']
}

/** Whether to show progress: on a terminal outside continuous integration. */
export function wantsProgress(stream: OutputStream, env: Terminal['env']): boolean {
  return stream.isTTY === true && env['TERM'] !== 'dumb' && !env['CI']
}
