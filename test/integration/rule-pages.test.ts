import {existsSync, readFileSync, readdirSync} from 'node:fs'
import path from 'node:path'
import {describe, expect, it} from 'vitest'
import {check} from '../../src/check/check.ts'
import {displayPath} from '../../src/cli/command-context.ts'
import {formatDiagnostics} from '../../src/cli/format-diagnostic.ts'
import {ruleOf, rules, type RuleId} from '../../src/core/rules.ts'
import {temporaryFolder} from '../support/temporary-folder.ts'

const root = path.resolve(import.meta.dirname, '../..')
const ruleIds = Object.keys(rules) as RuleId[]
/** Rules that depend on the file system, on a repository, on fonts, on sizes or on the web; their pages explain in words. */
const withoutExamples: readonly RuleId[] = [
  'git/incomplete-history',
  'social/missing-font',
  'source/too-complex',
  'source/unreadable',
  ...ruleIds.filter((id) => id.startsWith('external/')),
]

/** What an example leaves out. */
const common = {
  'docprism.yml': [
    'locales:',
    '  en: {name: English}',
    'brands:',
    '  nova:',
    '    url: https://docs.nova.example/',
    '    values: {brand_name: Nova}',
    '',
  ].join('\n'),
  'content/en/about.md': '# About\n',
}

interface Example {
  /** Contents by path from the site's folder. */
  readonly files: Readonly<Record<string, string | Uint8Array>>
  /** What the command prints about them. */
  readonly findings: string
}

/**
 * The example below one heading of a rule's page: every fence with a title is a file, the fence without one holds the
 * findings. `\xE9` stands for the byte E9.
 */
function readExample(page: string, heading: string): Example {
  // Examples hold headings themselves, so only the two that every page has cut it.
  const section =
    page.split(/^## (?=(?:Not reported|Reported)$)/m).find((part) => part.startsWith(`${heading}\n`)) ?? ''
  const fences = [...section.matchAll(/^(`{3,})\w+(?: title="([^"]*)")?\n([^]*?\n)\1$/gm)]
  const files = fences.flatMap(([, , name, text = '']) => (name === undefined ? [] : [[name, toBytes(text)] as const]))
  const findings = fences.find(([, , name]) => name === undefined)?.[3] ?? ''
  return {files: Object.fromEntries(files), findings}
}

function toBytes(text: string): string | Uint8Array {
  const parts = text.split('\\xE9')
  if (parts.length === 1) return text
  return Buffer.concat(
    parts.flatMap((part, index) => [Buffer.from(index === 0 ? '' : '\u00E9', 'latin1'), Buffer.from(part)]),
  )
}

/** What `docprism check` prints for the example of a rule; other rules that only checks look at are another matter. */
async function findingsOf(files: Example['files'], id: RuleId): Promise<string> {
  const folder = temporaryFolder({...common, ...files})
  const {diagnostics, site} = await check({cwd: folder})
  return formatDiagnostics(diagnostics, {
    color: false,
    displayPath: (file) => displayPath(file, site, folder),
  })
    .split('\n')
    .filter((line) => /\s(?:error|warning|info)\s/.test(line))
    .filter((line) => !ruleIds.some((other) => other !== id && ruleOf(other).checkOnly && line.includes(` ${other}`)))
    .map((line) => `${line.replace(/ +/g, ' ')}\n`)
    .join('')
}

describe('the page of a rule', () => {
  it('exists for every rule and for nothing else', () => {
    const pages = readdirSync(path.join(root, 'docs/rules'), {recursive: true, encoding: 'utf8'})
      .filter((file) => file.endsWith('.md'))
      .map((file) => file.slice(0, -'.md'.length).split(path.sep).join('/'))
    expect(pages.sort()).toEqual([...ruleIds].sort())
  })

  it.each(ruleIds)('starts with the id, severity and summary of `%s`', (id) => {
    const {severity, summary} = rules[id]
    expect(readPage(id)).toMatch(`# \`${id}\`\n\n${severity}: ${summary}\n`)
  })

  it.each(ruleIds)('has a row for `%s` in the handbook, in both languages', (id) => {
    for (const locale of ['en', 'zh']) {
      const findings = path.join(root, 'content', locale, 'findings.md')
      expect(readFileSync(findings, 'utf8')).toContain(`| \`${id}\` |`)
    }
  })
})

describe.each(ruleIds.filter((id) => !withoutExamples.includes(id)))('the examples of `%s`', (id) => {
  it('are reported as the page says', async () => {
    const {files, findings} = readExample(readPage(id), 'Reported')
    expect(findings).toContain(id)
    expect(await findingsOf(files, id)).toBe(findings.replace(/ +/g, ' '))
  })

  it('are fine once put right', async () => {
    const {files} = readExample(readPage(id), 'Not reported')
    expect(Object.keys(files)).not.toEqual([])
    expect(await findingsOf(files, id)).toBe('')
  })
})

function readPage(id: RuleId): string {
  const file = path.join(root, 'docs/rules', `${id}.md`)
  return existsSync(file) ? readFileSync(file, 'utf8') : ''
}
