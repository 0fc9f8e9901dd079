import path from 'node:path'
import {isUrl} from '../../plugins/snippets/compose-snippets.ts'
import type {SnippetFile, UnavailableSnippet} from '../../plugins/snippets/compose-snippets.ts'
import {splitFrontMatter} from '../compile/front-matter.ts'
import {snippetSettings, wantedSnippets} from '../compile/snippets.ts'
import type {Snippets} from '../compile/snippets.ts'
import type {Diagnostic} from '../core/diagnostic.ts'
import type {MarkdownExtensions} from '../core/site.ts'
import {decodeSnippet} from './decode-source.ts'
import type {Disk} from './disk.ts'
import {download, downloadOptions} from './download-snippet.ts'
import {findSnippet} from './find-snippet.ts'
import type {SnippetFolders} from './find-snippet.ts'
import {systemReason} from './system-reason.ts'

/** Reads the files that sources include, each once in its life. */
export interface SnippetReader {
  /** Whether a source can include anything, told without its text. */
  mayAsk(source: {readonly asks: boolean}): boolean
  /** Files that a source includes, and those that these include, by name. */
  gather(source: {readonly path: string; readonly text: string}): Promise<Snippets>
  /** `source/encoding`: files read so far whose bytes are not text. */
  diagnostics(): readonly Diagnostic[]
  /** Whether something was asked of the web, which can answer otherwise at any time. */
  isVolatile(): boolean
}

/** What a reader of snippets depends on. */
export interface SnippetReaderOptions {
  readonly extensions: MarkdownExtensions
  /** Folder that relative base paths start from, absolute. */
  readonly root: string
  /** Folder that paths in findings start from, absolute. */
  readonly home: string
  readonly disk: Disk
}

const nothing: Snippets = new Map()

/** Makes a reader. Files and addresses that cannot be had are part of what it gives; it never throws for one. */
export function createSnippetReader(options: SnippetReaderOptions): SnippetReader {
  const settings = snippetSettings(options.extensions)
  const loaded = new Map<string, Promise<SnippetFile | UnavailableSnippet>>()
  const diagnostics: Diagnostic[] = []
  const load = createLoader(options, diagnostics)
  const loadOnce = (name: string): Promise<SnippetFile | UnavailableSnippet> => {
    const known = loaded.get(name) ?? load(name)
    loaded.set(name, known)
    return known
  }
  const mayAsk = ({asks}: {readonly asks: boolean}): boolean =>
    settings !== undefined && (settings.append.length > 0 || asks)
  return {
    mayAsk,
    gather: async ({path: source, text}) => {
      if (!settings || !mayAsk({asks: asksForSnippets(text)})) return nothing
      const {body} = splitFrontMatter(text, source)
      const snippets = new Map<string, SnippetFile | UnavailableSnippet>()
      for (;;) {
        const wanted = wantedSnippets({body, snippets}, settings)
        if (wanted.length === 0) return snippets
        await Promise.all(
          wanted.map(async (name) => {
            snippets.set(name, await loadOnce(name))
          }),
        )
      }
    },
    diagnostics: () => diagnostics,
    isVolatile: () => [...loaded.keys()].some(isUrl),
  }
}

/** Whether a text may ask for snippets: it holds the mark of one. */
export function asksForSnippets(text: string): boolean {
  return text.includes('8<-')
}

type Load = (name: string) => Promise<SnippetFile | UnavailableSnippet>

function createLoader({extensions, root, home, disk}: SnippetReaderOptions, diagnostics: Diagnostic[]): Load {
  const options = extensions['pymdownx.snippets'] ?? {}
  const {base_path: basePath = '.', encoding} = options
  const folders: SnippetFolders = {
    root,
    basePaths: Array.isArray(basePath) ? basePath.filter((base) => typeof base === 'string') : [String(basePath)],
    restrict: options['restrict_base_path'] !== false,
  }
  const downloads = downloadOptions(extensions)
  const files = new Map<string, SnippetFile | UnavailableSnippet>()
  const decode = (bytes: Uint8Array, file: string): string => {
    const decoded = decodeSnippet(bytes, file, typeof encoding === 'string' ? encoding : 'utf-8')
    diagnostics.push(...decoded.diagnostics)
    return decoded.text
  }
  const readLocal = (file: string): SnippetFile | UnavailableSnippet => {
    const name = path.relative(home, file).split(path.sep).join('/')
    try {
      const text = decode(disk.file(file).bytes(), name)
      return {path: name, text, ...(/\.md$/i.test(file) && {bodyStart: splitFrontMatter(text, name).bodyStart})}
    } catch (error) {
      return {rule: 'missing-file', reason: `Cannot read snippet \`${name}\`: ${systemReason(error)}`}
    }
  }
  return async (name) => {
    if (name.includes('<<<')) return macroInPath(name)
    if (isUrl(name)) {
      if (!downloads) return {rule: 'url', reason: `Snippet \`${name}\` is not downloaded: \`url_download\` is off`}
      try {
        return {path: name, text: decode(await download(name, downloads), name)}
      } catch (error) {
        const reason = error instanceof Error ? error.message : String(error)
        return {rule: 'url', reason: `Cannot download snippet \`${name}\`: ${reason}`}
      }
    }
    const found = findSnippet(name, folders, disk)
    if (!('file' in found)) return found
    const read = files.get(found.file) ?? readLocal(found.file)
    files.set(found.file, read)
    return read
  }
}

function macroInPath(name: string): UnavailableSnippet {
  const reason =
    `File name \`${name}\` holds a macro, but snippets are put in before macros; ` +
    'name each file inside `<<<% if … %>>>`'
  return {rule: 'macro-in-path', reason}
}
