import type {Diagnostic} from '../../../src/core/diagnostic.ts'
import {loadSite} from '../../../src/config/load-site.ts'
import {temporaryFolder} from '../../support/temporary-folder.ts'

/** A diagnostic on one line: `3:5-3:9 message`, or the message alone where there is no position. */
export function showDiagnostic({place, message}: Diagnostic): string {
  if (!place) return message
  const {start, end} = place
  return `${start.line}:${start.column}-${end.line}:${end.column} ${message}`
}

/** Loads a configuration text from a file of that name beside an empty content folder, and says what is wrong. */
export async function diagnose(text: string, name = 'docprism.yml'): Promise<readonly string[]> {
  const cwd = temporaryFolder({[name]: text, 'content/en/index.md': '# Home\n'})
  const {diagnostics} = await loadSite({cwd})
  return diagnostics.map(showDiagnostic)
}
