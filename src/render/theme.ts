import nunjucks from 'nunjucks'
import type {Callback, Environment, LoaderSource} from 'nunjucks'
import type {Diagnostic} from '../core/diagnostic.ts'
import {interfaceStrings} from './interface-strings.ts'
import type {InterfaceStrings} from './interface-strings.ts'
import {templateDiagnostic} from './template-error.ts'
import {fileNames, findFile, resolveTemplateName} from './template-layers.ts'
import type {ThemeLayer} from './template-layers.ts'

/** A compiled theme: pure functions over the files it was made from. */
export interface Theme {
  /** Names of the page layouts: templates outside a folder. */
  readonly layouts: readonly string[]
  /** Style sheets and scripts: every file under `css/` and `js/`, by path. */
  readonly assets: ReadonlyMap<string, string>
  /** Interface strings of a locale. */
  strings(tag: string): InterfaceStrings
  /**
   * Fills a template.
   *
   * Where an override fails, the built-in template is used in its place and the failure is reported as
   * `template/invalid`, so that a page is always written.
   *
   * @throws when the built-in template fails too: that is a fault of Docprism
   */
  render(name: string, context: object): Rendered
}

/** HTML and what was found while it was made. */
export interface Rendered {
  readonly html: string
  readonly diagnostics: readonly Diagnostic[]
}

/**
 * Compiles the templates of a theme.
 *
 * Templates are Nunjucks with autoescape on; printing a name without a value is an error. Layers are folders: the first
 * that has a file wins, so a site or a brand replaces one template by a file of the same name. To change one block
 * only, the override starts with `{% extends "!page.html" %}`: `!` leads to the template that the file replaces.
 *
 * @param options.layers  most specific first; the last is the built-in theme
 * @param options.locales  tags whose strings are read at once, so that their faults are reported here
 * @returns the theme, and a `template/invalid` finding for each override that does not compile (it is left out)
 */
export function createTheme(options: {readonly layers: readonly ThemeLayer[]; readonly locales: readonly string[]}): {
  theme: Theme
  diagnostics: readonly Diagnostic[]
} {
  const {layers, diagnostics: faults} = withoutBrokenTemplates(options.layers)
  const environment = createEnvironment(layers)
  const builtIn = layers.slice(-1)
  const builtInEnvironment = builtIn.length === layers.length ? environment : createEnvironment(builtIn)
  const read = options.locales.map((tag) => ({tag, ...interfaceStrings(layers, tag)}))
  const stringsByTag = new Map(read.map(({tag, strings}) => [tag, strings]))
  const names = fileNames(layers).filter((name) => name.endsWith('.html'))
  const published = fileNames(layers).filter((name) => /^(?:css|js)\//.test(name))
  const theme: Theme = {
    layouts: names.filter((name) => !name.includes('/')),
    assets: new Map(published.map((name) => [name, findFile(layers, name)?.text ?? ''])),
    strings: (tag) => stringsByTag.get(tag) ?? interfaceStrings(layers, tag).strings,
    render(name, context) {
      try {
        return {html: environment.render(name, context), diagnostics: []}
      } catch (error) {
        if (environment === builtInEnvironment) throw error
        const fallback = findFile(builtIn, name) ? name : 'page.html'
        return {
          html: builtInEnvironment.render(fallback, context),
          diagnostics: [templateDiagnostic(error, name, layers)],
        }
      }
    },
  }
  return {theme, diagnostics: [...faults, ...read.flatMap((strings) => strings.diagnostics)]}
}

function createEnvironment(layers: readonly ThemeLayer[]): Environment {
  // Nunjucks types let only asynchronous loaders say that a template does not exist; the answer is given at once.
  const loader = {
    async: true as const,
    getSource(name: string, answer: Callback<Error, LoaderSource>) {
      const file = findFile(layers, name)
      answer(null, file ? {src: file.text, path: name, noCache: false} : null)
    },
    isRelative: (name: string) => name.startsWith('!'),
    resolve: (from: string, to: string) => resolveTemplateName(layers, from, to),
  }
  return new nunjucks.Environment(loader, {
    autoescape: true,
    throwOnUndefined: true,
    trimBlocks: true,
    lstripBlocks: true,
  })
}

// Every template is compiled before the first page: Nunjucks throws a syntax error in an included template outside the
// call that renders it, where nobody could catch it.
function withoutBrokenTemplates(layers: readonly ThemeLayer[]): {
  layers: readonly ThemeLayer[]
  diagnostics: readonly Diagnostic[]
} {
  const diagnostics: Diagnostic[] = []
  const kept = layers.map((layer, index) => {
    if (index === layers.length - 1) return layer
    const alone = createEnvironment([layer])
    const broken = new Set<string>()
    for (const name of layer.files.keys()) {
      if (!name.endsWith('.html')) continue
      try {
        alone.getTemplate(name, true)
      } catch (error) {
        broken.add(name)
        diagnostics.push(templateDiagnostic(error, name, [layer]))
      }
    }
    return {path: layer.path, files: new Map([...layer.files].filter(([name]) => !broken.has(name)))}
  })
  return {layers: kept, diagnostics}
}
