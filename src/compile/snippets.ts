import {composeSnippets} from '../../plugins/snippets/compose-snippets.ts'
import type {
  Composition,
  SnippetFile,
  SnippetProblem,
  UnavailableSnippet,
} from '../../plugins/snippets/compose-snippets.ts'
import {originOf} from '../../plugins/snippets/composed-text.ts'
import type {Diagnostic, Severity} from '../core/diagnostic.ts'
import {nearest} from '../core/nearest.ts'
import type {PageVariant} from '../core/page.ts'
import {locator} from '../../plugins/source-text/locator.ts'
import type {Place} from '../core/position.ts'
import {rules} from '../core/rules.ts'
import type {MarkdownExtensions} from '../core/site.ts'

/** What each name of a snippet stands for, by the name as it is written. */
export type Snippets = ReadonlyMap<string, SnippetFile | UnavailableSnippet>

/** How `pymdownx.snippets` puts snippets in, so far as it concerns the text. */
export interface SnippetSettings {
  readonly append: readonly string[]
  readonly dedent: boolean
  /** Whether what is missing is an error. */
  readonly checkPaths: boolean
}

/** A place and the file it is in. */
interface FilePlace {
  readonly path: string
  readonly place: Place
}

/** Takes a place of a composed text to the file it came from. */
export type OriginFinder = (place: Place) => FilePlace

/** A source with its snippets in it. */
export interface ComposedSource {
  readonly text: string
  /** Paths of the files that were put in. */
  readonly snippets: readonly string[]
  readonly diagnostics: readonly Diagnostic[]
  /** Takes a place of the composed text to the file it came from; left out where the text is that of the source. */
  readonly origin?: OriginFinder
}

/** What is read of a source to put snippets into it. */
interface SourceParts {
  readonly path: string
  /** Front matter is blanked out. */
  readonly body: string
  readonly snippets: Snippets
  /** File that findings about `auto_append` are about. */
  readonly configPath: string
}

/** Settings of the extension; `undefined` when it is off. */
export function snippetSettings(extensions: MarkdownExtensions): SnippetSettings | undefined {
  const options = extensions['pymdownx.snippets']
  if (!options) return undefined
  const {auto_append: append, dedent_subsections: dedent, check_paths: checkPaths} = options
  return {
    append: Array.isArray(append) ? append.filter((name) => typeof name === 'string') : [],
    dedent: dedent === true,
    checkPaths: checkPaths === true,
  }
}

/** Names that a source asks for and that are not known yet, its snippets included. */
export function wantedSnippets(
  source: Pick<SourceParts, 'body' | 'snippets'>,
  settings: SnippetSettings,
): readonly string[] {
  const wanted = new Set<string>()
  composeSnippets(source.body, {
    path: '',
    lookup: (name) => {
      const known = source.snippets.get(name)
      if (!known) wanted.add(name)
      return known
    },
    append: settings.append,
    dedent: settings.dedent,
  })
  return [...wanted]
}

/** Puts its snippets into a source. */
export function composeSource(source: SourceParts, settings: SnippetSettings | undefined): ComposedSource {
  const {path, body, snippets, configPath} = source
  const composed: Composition | undefined =
    settings &&
    composeSnippets(body, {
      path,
      lookup: (name) => snippets.get(name),
      append: settings.append,
      dedent: settings.dedent,
    })
  if (!settings || !composed) return {text: body, snippets: [], diagnostics: []}
  const locate = fileLocator(source)
  return {
    text: composed.text,
    snippets: [...new Set(composed.files.slice(1))],
    diagnostics: composed.problems.map((problem) => {
      const {at} = problem
      const where = at ? {path: at.file, place: locate(at)} : {path: problem.rule === 'too-large' ? path : configPath}
      return {...toFinding(problem, settings), ...where}
    }),
    ...(composed.text !== body && {
      origin: ({start, end}) => {
        const range = originOf(composed, start.offset, end.offset)
        return {path: range.file, place: locate(range)}
      },
    }),
  }
}

/** Lines and columns of ranges, whichever file of a source they are in. */
function fileLocator({
  path,
  body,
  snippets,
}: SourceParts): (range: {file: string; start: number; end: number}) => Place {
  const texts = new Map([[path, body]])
  for (const snippet of snippets.values()) {
    if ('text' in snippet && !texts.has(snippet.path)) texts.set(snippet.path, snippet.text)
  }
  const locators = new Map<string, ReturnType<typeof locator>>()
  return ({file, start, end}) => {
    const locate = locators.get(file) ?? locator(texts.get(file) ?? '')
    locators.set(file, locate)
    return {start: locate(start), end: locate(end)}
  }
}

function toFinding(problem: SnippetProblem, settings: SnippetSettings): Omit<Diagnostic, 'path'> {
  const {rule, reason, actual, sections, at} = problem
  const guess = nearestSection(problem)
  const expected = sections ? (guess === undefined ? undefined : [guess]) : problem.expected
  const hint = expected?.[0] === undefined ? '' : `; did you mean \`${expected[0]}\``
  const ruleId = rule === 'too-large' ? 'source/too-complex' : (`snippet/${rule}` as const)
  const usual: Severity = rules[ruleId].severity
  const isMissing = rule === 'missing-file' || rule === 'missing-section' || rule === 'url'
  return {
    ruleId,
    severity: settings.checkPaths && isMissing ? 'error' : usual,
    message: `${reason}${isMissing && at ? ', so its line is left out' : ''}${hint}`,
    actual,
    ...(expected && {expected}),
  }
}

/** The target that was probably meant, with the nearest of the sections that there are. */
function nearestSection({actual, sections}: SnippetProblem): string | undefined {
  const colon = actual.lastIndexOf(':')
  const guess = sections && nearest(actual.slice(colon + 1), sections)
  return guess === undefined ? undefined : actual.slice(0, colon + 1) + guess
}

/** A variant with the places of what came from snippets in their own files. */
export function withOrigins(page: PageVariant, path: string, origin: OriginFinder): PageVariant {
  const ownPlace = (place: Place | undefined): {readonly place?: Place} => {
    const found = place && origin(place)
    return found?.path === path ? {place: found.place} : {}
  }
  return {
    ...page,
    headings: page.headings.map(({place, ...heading}) => ({...heading, ...ownPlace(place)})),
    anchors: page.anchors.map(({place, ...anchor}) => ({...anchor, ...ownPlace(place)})),
    references: page.references.map((reference) => {
      const found = reference.place && origin(reference.place)
      return found ? {...reference, place: found.place, ...(found.path !== path && {path: found.path})} : reference
    }),
  }
}
