import type {Diagnostic} from '../core/diagnostic.ts'
import type {CheckAnswer, NamedFinding} from './check-messages.ts'

/** What is known to be wrong, from the last check and from what was compiled since. */
export interface FindingsBoard {
  /** Takes over the findings of a check. @returns how many of them are new, and how many of the last ones are gone */
  setChecked(answer: CheckAnswer): {readonly fresh: number; readonly fixed: number}
  /** Takes over what was found while sources were compiled; sources that are not named are as they were. */
  setCompiled(diagnostics: readonly Diagnostic[], sources: Iterable<string>): void
  /** Takes over what was found while all sources were compiled. */
  setAllCompiled(diagnostics: readonly Diagnostic[]): void
  /** Why a page cannot be made as its writer meant it; empty when it can. @param paths  its source and snippets */
  breaking(paths: readonly string[], brand: string): readonly Diagnostic[]
  /** Findings of the last check about a page. @param paths  its source and snippets */
  ofPage(paths: readonly string[], brand: string): readonly Diagnostic[]
  /** Number of findings of the last check; `undefined` before the first one. */
  total(): number | undefined
}

/** Makes an empty board. */
export function createFindingsBoard(): FindingsBoard {
  const state: {checked?: ReadonlyMap<string, NamedFinding>} = {}
  const byPath = new Map<string, Diagnostic[]>()
  const broken = new Map<string, readonly Diagnostic[]>()
  return {
    setChecked: ({findings}) => {
      const before = state.checked
      const now = new Map(findings.map((finding) => [finding.id, finding]))
      state.checked = now
      byPath.clear()
      for (const {diagnostic} of findings) {
        const known = byPath.get(diagnostic.path)
        if (known) known.push(diagnostic)
        else byPath.set(diagnostic.path, [diagnostic])
      }
      return {
        fresh: before ? findings.filter(({id}) => !before.has(id)).length : 0,
        fixed: before ? [...before.keys()].filter((id) => !now.has(id)).length : 0,
      }
    },
    setCompiled: (diagnostics, sources) => {
      for (const source of sources) broken.delete(source)
      for (const [path, found] of group(diagnostics.filter(isBreaking))) broken.set(path, found)
    },
    setAllCompiled: (diagnostics) => {
      broken.clear()
      for (const [path, found] of group(diagnostics.filter(isBreaking))) broken.set(path, found)
    },
    breaking: (paths, brand) =>
      paths.flatMap((path) => broken.get(path) ?? []).filter((found) => holdsFor(found, brand)),
    ofPage: (paths, brand) => paths.flatMap((path) => byPath.get(path) ?? []).filter((found) => holdsFor(found, brand)),
    total: () => state.checked?.size,
  }
}

/** Whether a finding means that the text of a page could not be made: a macro or its front matter is wrong. */
function isBreaking({severity, ruleId}: Diagnostic): boolean {
  return (
    severity === 'error' &&
    /^(?:macro|front-matter|snippet)\/|^source\/(?:encoding|unreadable|too-complex)$/.test(ruleId)
  )
}

function holdsFor({brands}: Diagnostic, brand: string): boolean {
  return brands?.includes(brand) ?? true
}

function group(diagnostics: readonly Diagnostic[]): Map<string, Diagnostic[]> {
  const groups = new Map<string, Diagnostic[]>()
  for (const diagnostic of diagnostics) {
    const known = groups.get(diagnostic.path)
    if (known) known.push(diagnostic)
    else groups.set(diagnostic.path, [diagnostic])
  }
  return groups
}
