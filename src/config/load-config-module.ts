import path from 'node:path'
import {fileURLToPath} from 'node:url'
import {createJiti} from 'jiti'
import {isPlainMap} from './python-callable.ts'

/** A configuration module's value, or why there is none. */
export interface LoadedModule {
  readonly data?: unknown
  readonly fault?: ModuleFault
  /** Absolute paths of the module and of the TypeScript and CommonJS modules of the author that it imports. */
  readonly inputs: readonly string[]
}

/** Why a module has no value. */
interface ModuleFault {
  /** One sentence without a full stop. */
  readonly message: string
  /** Where the module cannot be parsed, both 1-based; left out when the fault is another one. */
  readonly at?: {readonly line: number; readonly column: number}
}

/**
 * Loads the default export of a TypeScript or JavaScript module, afresh each time.
 *
 * `docprism` resolves to this package, wherever it is installed.
 *
 * @param file  absolute path
 */
export async function loadConfigModule(file: string): Promise<LoadedModule> {
  const ending = import.meta.url.endsWith('.ts') ? 'ts' : 'js'
  const docprism = fileURLToPath(new URL(`./define-config.${ending}`, import.meta.url))
  const jiti = createJiti(import.meta.url, {moduleCache: true, fsCache: false, alias: {docprism}})
  const before = new Set(Object.keys(jiti.cache))
  // What was loaded leaves the cache again, so that the next load sees the files as they are then.
  const takeInputs = (): readonly string[] => {
    const loaded = Object.keys(jiti.cache).filter((name) => !before.has(name))
    for (const name of loaded) Reflect.deleteProperty(jiti.cache, name)
    const own = loaded.filter((name) => name !== docprism && path.isAbsolute(name) && !name.includes('node_modules'))
    return [...new Set([file, ...own])]
  }
  try {
    const loaded: unknown = await jiti.import(file)
    if (isPlainMap(loaded) && 'default' in loaded) return {data: await loaded['default'], inputs: takeInputs()}
    return {fault: {message: 'Found no default export, expected one made with `defineConfig`'}, inputs: takeInputs()}
  } catch (error) {
    return {fault: describeFailure(error, file), inputs: takeInputs()}
  }
}

/** A parse error of jiti says where on its second line: `/path/of/module.ts:1:19`, the column 0-based. */
function describeFailure(error: unknown, file: string): ModuleFault {
  const [first = '', second = ''] = (error instanceof Error ? error.message : String(error)).split('\n')
  const reason = first
    .replace(/^ParseError: /, '')
    .trim()
    .replace(/\.$/, '')
  const message = `Cannot load the module: ${reason}`
  const [, where, line, column] = /^\s*(.+):(\d+):(\d+)$/.exec(second) ?? []
  if (where === undefined) return {message}
  if (path.normalize(where) === path.normalize(file))
    return {message, at: {line: Number(line), column: Number(column) + 1}}
  return {message: `${message} in \`${path.basename(where)}\` on line ${String(line)}`}
}
