import type {CheckSettings} from './check-settings.ts'
import type {GlossaryEntry} from './glossary-entry.ts'
import {ruleOf} from './rules.ts'
import type {RuleId} from './rules.ts'

/** Rules that the compiler looks at only where they are asked for; a page that belongs to no site needs no title. */
const compiledRules: readonly RuleId[] = [
  'heading/duplicate',
  'heading/missing-title',
  'heading/punctuation',
  'writing/punctuation',
  'writing/spacing',
]

/** What the compiler has to know for the rules about writing; what is left out costs nothing. */
export interface WritingSettings {
  /** Rules that the compiler looks at only where they are asked for, and are: for some files or brands at least. */
  readonly rules: readonly RuleId[]
  /** By locale tag; `*` for all locales. */
  readonly glossary: Readonly<Record<string, readonly GlossaryEntry[]>>
}

/** What the compiler has to know of the settings of the checks. */
export function writingSettings({rules: levels, overrides, glossary = {}}: CheckSettings): WritingSettings {
  const isOn = (id: RuleId): boolean =>
    [{[id]: ruleOf(id).optIn ? 'off' : 'warning', ...levels}, ...overrides.map(({rules: others}) => others)].some(
      (some) => (some[id] ?? 'off') !== 'off',
    )
  return {rules: compiledRules.filter((id) => isOn(id)), glossary}
}
