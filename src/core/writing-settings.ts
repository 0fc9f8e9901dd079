import type {CheckSettings} from './check-settings.ts'
import type {GlossaryEntry} from './glossary-entry.ts'
import type {RuleId} from './rules.ts'

/** Rules that the compiler looks at only where they are asked for. */
const compiledRules: readonly RuleId[] = [
  'heading/duplicate',
  'heading/punctuation',
  'writing/punctuation',
  'writing/spacing',
]

/** What the compiler has to know for the rules about writing; what is left out costs nothing. */
export interface WritingSettings {
  /** Rules that are off unless configured, and are configured: for some files or brands at least. */
  readonly rules: readonly RuleId[]
  /** By locale tag; `*` for all locales. */
  readonly glossary: Readonly<Record<string, readonly GlossaryEntry[]>>
}

/** What the compiler has to know of the settings of the checks; `undefined` for nothing. */
export function writingSettings({rules: levels, overrides, glossary = {}}: CheckSettings): WritingSettings | undefined {
  const isOn = (id: RuleId): boolean =>
    [levels, ...overrides.map(({rules: others}) => others)].some((some) => (some[id] ?? 'off') !== 'off')
  const wanted = compiledRules.filter((id) => isOn(id))
  return wanted.length > 0 || Object.keys(glossary).length > 0 ? {rules: wanted, glossary} : undefined
}
