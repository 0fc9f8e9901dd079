import type {Progress} from '../build/progress.ts'
import {wantsProgress} from './terminal.ts'
import type {Terminal} from './terminal.ts'

const verbs: Readonly<Record<Progress['phase'], string>> = {
  read: 'Reading',
  compile: 'Compiling',
  link: 'Linking',
  write: 'Writing',
}

/** One line of a terminal that is written over and over. */
export interface ProgressLine {
  readonly update: (progress: Progress) => void
  /** Takes the line away, before anything else is printed. */
  readonly clear: () => void
}

/** Progress on a terminal, a line per whole per cent at most; nothing at all elsewhere. */
export function createProgressLine({stderr, env}: Terminal): ProgressLine {
  if (!wantsProgress(stderr, env)) return {update: () => undefined, clear: () => undefined}
  let shown = ''
  return {
    update({phase, done, total}) {
      const text = `${verbs[phase]} ${Math.floor((100 * done) / Math.max(1, total))} %`
      if (text === shown) return
      stderr.write(`\r\u001B[2K${text}`)
      shown = text
    },
    clear() {
      if (shown !== '') stderr.write('\r\u001B[2K')
      shown = ''
    },
  }
}
