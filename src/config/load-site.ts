import {access, readFile, stat} from 'node:fs/promises'
import path from 'node:path'
import type {Diagnostic} from '../core/diagnostic.ts'
import {locator} from '../../plugins/source-text/locator.ts'
import type {Place} from '../core/position.ts'
import {isFontFile} from '../core/font-file.ts'
import type {BrandTheme, Site} from '../core/site.ts'
import {formatConfigPath, listChoices, quoteValue, type ConfigPath, type Finding} from './finding.ts'
import {navPlaces} from './nav-places.ts'
import {parseYaml} from './parse-yaml.ts'
import {resolveSite} from './resolve-site.ts'

/** Where to look for the configuration. */
export interface LoadOptions {
  /** Configuration file, relative to `cwd`; left out, it is looked for in `cwd`. */
  readonly config?: string | undefined
  /** What findings call the file; left out: `config`, or the name under which it was found. */
  readonly configName?: string | undefined
  /** Absolute folder that paths of the command line are relative to. */
  readonly cwd: string
  /** Output folder relative to `cwd`; wins over the configured one. */
  readonly out?: string | undefined
}

/** A loaded configuration. */
export interface LoadedSite {
  /** Left out when there is an error among the diagnostics. */
  readonly site: Site | undefined
  readonly diagnostics: readonly Diagnostic[]
  /** Absolute paths of the files that were read. */
  readonly inputs: readonly string[]
  /** The configuration as its author wrote it; left out when it cannot be read. */
  readonly written?: WrittenConfiguration
}

/** A configuration as data, and the way back to its text. */
export interface WrittenConfiguration {
  readonly data: unknown
  /** Where the key or the value at a path stands; `undefined` in a module, which is code. */
  readonly locate: (path: ConfigPath, at: 'key' | 'value') => Place | undefined
}

/** Names that a configuration file has when none is given. */
export const configFileNames = [
  'docprism.yml',
  'docprism.yaml',
  'docprism.config.ts',
  'docprism.config.js',
  'docprism.config.mjs',
] as const

/** A configuration as data, and how to say where a part of it stands. */
interface Source {
  readonly data?: unknown
  readonly faults: readonly Diagnostic[]
  /** Absolute paths of the files that were read. */
  readonly inputs: readonly string[]
  readonly toDiagnostic: (finding: Finding) => Diagnostic
  readonly locate: WrittenConfiguration['locate']
}

/**
 * Finds, reads, validates and resolves the configuration. Whatever is wrong with it is reported, with a position
 * where the file is YAML and with the path of the key where it is a module.
 */
export async function loadSite(options: LoadOptions): Promise<LoadedSite> {
  const {cwd} = options
  const found = options.config === undefined ? await findConfig(cwd) : {name: options.config}
  if (!('name' in found)) return {site: undefined, diagnostics: [found], inputs: []}
  const {name} = found
  const configPath = options.configName ?? name.replaceAll(path.sep, '/')
  const file = path.resolve(cwd, name)
  const source = await readSource(file, configPath)
  if (!('toDiagnostic' in source)) return {site: undefined, diagnostics: [source], inputs: []}
  if (source.faults.length > 0) return {site: undefined, diagnostics: source.faults, inputs: source.inputs}
  const out = options.out === undefined ? undefined : path.resolve(cwd, options.out)
  const {site, findings} = resolveSite(source.data, {root: path.dirname(file), configPath, out})
  const missing = site ? await checkFiles(site, source.data) : []
  const diagnostics = [...findings, ...missing].map((finding) => source.toDiagnostic(finding))
  const failed = diagnostics.some((diagnostic) => diagnostic.severity === 'error')
  const {data, locate, inputs} = source
  return {
    site: site && !failed ? {...site, navPlaces: navPlaces(site.nav, data, locate)} : undefined,
    diagnostics: diagnostics.sort(byPlace),
    inputs,
    written: {data, locate},
  }
}

async function findConfig(cwd: string): Promise<{readonly name: string} | Diagnostic> {
  const present: string[] = []
  for (const name of configFileNames) if (await exists(path.join(cwd, name))) present.push(name)
  const [name, ...more] = present
  if (name === undefined) {
    return problem(
      configFileNames[0],
      `Cannot find a configuration file, expected ${listChoices(configFileNames)} in this folder`,
    )
  }
  if (more.length === 0) return {name}
  const list = present.map((each) => `\`${each}\``).join(' and ')
  return problem(name, `Found ${list}, expected one configuration file; choose one with \`--config\``)
}

async function exists(file: string): Promise<boolean> {
  return access(file).then(
    () => true,
    () => false,
  )
}

async function readSource(file: string, configPath: string): Promise<Source | Diagnostic> {
  const kind = await stat(file).catch(() => undefined)
  if (!kind) return problem(configPath, `Cannot find the configuration file ${quoteValue(configPath)}`)
  if (!kind.isFile())
    return problem(configPath, `Found a folder at ${quoteValue(configPath)}, expected a configuration file`)
  if (/\.(?:ya?ml|json)$/i.test(file)) return readYaml(file, configPath)
  if (/\.[cm]?[jt]s$/i.test(file)) return readModule(file, configPath)
  return problem(
    configPath,
    `Found ${quoteValue(path.basename(file))}, expected a file that ends in \`.yml\`, \`.yaml\`, \`.ts\`, \`.js\` or \`.mjs\``,
  )
}

async function readYaml(file: string, configPath: string): Promise<Source> {
  const text = (await readFile(file, 'utf8')).replace(/^\uFEFF/, '').replaceAll('\r\n', '\n')
  const {data, faults, locate} = parseYaml(text)
  return {
    data,
    faults: faults.map(({message, place}) => ({
      ruleId: 'config/syntax',
      severity: 'error',
      message,
      path: configPath,
      place,
    })),
    inputs: [file],
    toDiagnostic: (finding) => withPlace(fromFinding(finding, configPath), locate(finding.path, finding.at)),
    locate,
  }
}

async function readModule(file: string, configPath: string): Promise<Source> {
  // What runs modules is large, and most configurations are YAML.
  const {loadConfigModule} = await import('./load-config-module.ts')
  const {data, fault, inputs} = await loadConfigModule(file)
  // A module is code: the best that can be said is which key holds the value.
  const toDiagnostic = (finding: Finding): Diagnostic => {
    const diagnostic = fromFinding(finding, configPath)
    const where = formatConfigPath(finding.path)
    return where === '' ? diagnostic : {...diagnostic, message: `${diagnostic.message} (at \`${where}\`)`}
  }
  const locate = (): undefined => undefined
  if (!fault) return {data, faults: [], inputs, toDiagnostic, locate}
  const place = fault.at && (await placeIn(file, fault.at))
  const ruleId = place ? 'config/syntax' : 'config/invalid'
  const diagnostic: Diagnostic = {ruleId, severity: 'error', message: fault.message, path: configPath}
  return {faults: [withPlace(diagnostic, place)], inputs, toDiagnostic, locate}
}

async function placeIn(file: string, at: {readonly line: number; readonly column: number}): Promise<Place> {
  const text = (await readFile(file, 'utf8')).replaceAll('\r\n', '\n')
  const before = text.split('\n').slice(0, at.line - 1)
  const offset = before.reduce((sum, line) => sum + line.length + 1, 0) + at.column - 1
  const point = locator(text)(offset)
  return {start: point, end: point}
}

/** What only the disk can tell: the content folder must be there, and files that are named should be. */
async function checkFiles(site: Site, data: unknown): Promise<readonly Finding[]> {
  const findings: Finding[] = []
  const content = await stat(site.content).catch(() => undefined)
  if (content?.isDirectory() !== true) {
    const shown = path.relative(site.root, site.content).replaceAll(path.sep, '/')
    const what = content ? 'Found a file' : 'Cannot find a folder'
    findings.push({
      path: ['content'],
      at: 'value',
      message: `${what} at ${quoteValue(shown)}, expected the content folder`,
    })
    return findings
  }
  const asked = new Set<string>()
  for (const {id, theme} of site.brands) {
    for (const {keys, file} of namedFiles(theme)) {
      // What a brand inherits is reported where it is written.
      const keyPath = [
        ['brands', id, 'theme', ...keys],
        ['theme', ...keys],
      ].find((path) => names(data, path, file))
      if (!keyPath || asked.has([...keyPath, file].join(' '))) continue
      asked.add([...keyPath, file].join(' '))
      if (await exists(path.join(site.content, file))) continue
      const message = `Cannot find ${quoteValue(file)} in the content folder`
      findings.push({path: keyPath, at: 'value', message, actual: file, severity: 'warning'})
    }
  }
  return findings
}

/** Files of the content folder that a look names, each with its key. */
function namedFiles(theme: BrandTheme): readonly {readonly keys: readonly string[]; readonly file: string}[] {
  return [
    ...(['logo', 'favicon'] as const).map((key) => ({keys: [key], file: theme[key]})),
    ...(['body', 'code'] as const).flatMap((key) =>
      (theme.fonts?.[key] ?? []).filter(isFontFile).map((file) => ({keys: ['font', key], file})),
    ),
  ].flatMap(({keys, file}) => (file === undefined ? [] : [{keys, file}]))
}

/** Whether a key has this value, or a list with it. */
function names(data: unknown, keyPath: readonly string[], file: string): boolean {
  let value = data
  for (const key of keyPath) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, key)) return false
    value = Object.entries(value).find(([name]) => name === key)?.[1]
  }
  return Array.isArray(value) ? value.includes(file) : value === file
}

function problem(file: string, message: string): Diagnostic {
  return {ruleId: 'config/invalid', severity: 'error', message, path: file}
}

function fromFinding({message, actual, expected, severity}: Finding, file: string): Diagnostic {
  return {
    ruleId: 'config/invalid',
    severity: severity ?? 'error',
    message,
    path: file,
    ...(actual === undefined ? {} : {actual}),
    ...(expected === undefined ? {} : {expected}),
  }
}

function withPlace(diagnostic: Diagnostic, place: Place | undefined): Diagnostic {
  return place ? {...diagnostic, place} : diagnostic
}

function byPlace(a: Diagnostic, b: Diagnostic): number {
  return (a.place?.start.offset ?? 0) - (b.place?.start.offset ?? 0)
}
