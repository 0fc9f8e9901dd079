import nodePath from 'node:path'
import {createDiskIconSet} from '../../plugins/icons/disk-icon-set.ts'
import {loadNativeParser} from '../../plugins/native-parser/load-native.ts'
import {openPage} from '../compile/open-page.ts'
import type {MarkdownConfig, MarkdownExtensionsConfig} from '../config/define-config.ts'
import {readMarkdownExtensions} from '../config/markdown-extensions.ts'
import {readSlugify} from '../config/slugify-option.ts'
import type {Diagnostic} from '../core/diagnostic.ts'
import type {TocEntry} from '../core/page.ts'
import type {MarkdownExtensions, MarkdownOptions, Values} from '../core/site.ts'
import {createTheme} from '../render/theme.ts'
import {customIconFolders} from './custom-icon-folders.ts'
import {normalizeLineEndings} from './decode-source.ts'
import {openDisk} from './disk.ts'
import {readThemeLayers} from './read-theme-layers.ts'
import {createSnippetReader} from './snippet-reader.ts'
import {UsageError} from './usage-error.ts'

/** Settings of a renderer. */
export interface RendererOptions {
  /** Short forms for the dialect, as in the configuration. */
  readonly markdown?: MarkdownConfig | undefined
  /** As in `mkdocs.yml`; left out, the Material set. An empty list is CommonMark, without the dialect. */
  readonly markdownExtensions?: MarkdownExtensionsConfig | undefined
  /** What macros see as `custom_key`. */
  readonly values?: Values | undefined
  /** BCP 47 tag; `en` when left out. */
  readonly locale?: string | undefined
  /** What macros see as `brand`; `default` when left out. */
  readonly brand?: string | undefined
  /** Folder that base paths of snippets and paths of sources start from; left out: the working folder. */
  readonly root?: string | undefined
}

/** One rendered page. */
export interface RenderedPage {
  /** The article without a layout; its links stand as they were written. */
  readonly html: string
  /** Front matter title, else the first heading, else the name of the file. Plain text. */
  readonly title: string
  readonly toc: readonly TocEntry[]
  readonly messages: readonly Diagnostic[]
}

/** Renders single pages, with no site around them. */
export interface Renderer {
  /** @param options.path  name of the source for messages and for its title; `page.md` when left out */
  render(source: string, options?: {readonly path?: string | undefined}): Promise<RenderedPage>
}

/**
 * Makes a renderer for single pages.
 *
 * @throws when an extension or an option of it is unknown or unsupported; the message names it and the nearest one
 */
export async function createRenderer(options: RendererOptions = {}): Promise<Renderer> {
  const {locale = 'en', brand = 'default', values = {}} = options
  const {createCompiler} = await import('../compile/compiler.ts')
  const root = nodePath.resolve(options.root ?? '.')
  const {theme} = createTheme({layers: readThemeLayers([], openDisk()), locales: [locale]})
  const markdown: MarkdownOptions = {
    extensions: readExtensions(options),
    annotateCode: options.markdown?.annotate_code,
    math: options.markdown?.math,
  }
  const compiler = createCompiler({
    markdown,
    icons: createDiskIconSet(customIconFolders(markdown)),
    admonitionTitles: {[locale]: theme.strings(locale).admonitions},
    native: await loadNativeParser(),
  })
  return {
    render: async (source, {path = 'page.md'} = {}) => {
      const text = normalizeLineEndings(source.replace(/^\uFEFF/, ''))
      const reader = createSnippetReader({extensions: markdown.extensions, root, home: root, disk: openDisk()})
      const snippets = await reader.gather({path, text})
      const page = compiler.compile({path, locale, text, snippets}, [{brand, values}])
      const opened = openPage(page, {brand, values, markdown})
      // Front matter can limit a page to other brands; there is nothing to show then.
      if (!opened) return {html: '', title: '', toc: [], messages: page.diagnostics}
      return {
        html: opened.page.renderArticle(opened.page.references.map(({target}) => target)),
        title: opened.page.title,
        toc: opened.page.toc,
        messages: [...reader.diagnostics(), ...page.diagnostics, ...opened.diagnostics],
      }
    },
  }
}

function readExtensions({markdown, markdownExtensions}: RendererOptions): MarkdownExtensions {
  const {extensions, problems} = readMarkdownExtensions(markdownExtensions)
  const slugify = markdown?.slugify === undefined ? undefined : readSlugify(markdown.slugify)
  const wrong = [...problems, ...(slugify && 'message' in slugify ? [slugify] : [])]
  if (wrong.length > 0) throw new UsageError(wrong.map(({message}) => message).join('; '))
  if (!slugify || !('value' in slugify)) return extensions
  return {...extensions, toc: {...extensions['toc'], slugify: slugify.value}}
}
