import {attributesHtml, escapeCode} from './escape-html.ts'
import type {CodeFrame} from './code-frame.ts'
import type {FenceInfo} from './fence-info.ts'
import {plainLines} from './highlight-lines.ts'

/** A fence with a meaning of its own, an entry of the option `custom_fences`. */
export interface CustomFence {
  /** Language that it is for; `*` is every language. */
  readonly name: string
  readonly class: string
  /**
   * `div` (or `fence_div_format`, with or without the name of its module): text in a `div`. Everything else is
   * `pre > code`.
   */
  readonly format?: string
}

/** Options of plain code blocks, named as those of `fenced_code`. */
export interface FencedCodeOptions {
  /** Default: `language-`. */
  readonly lang_prefix?: string
}

/**
 * Frame of a code block as Python-Markdown 3.10 builds it without a highlighter: `pre > code.language-x`, further
 * classes and the id on `pre`, other attributes on `code`.
 */
export function framePlainCode(info: FenceInfo, options: FencedCodeOptions = {}): CodeFrame {
  const {language, attributes} = info
  const onPre = attributesHtml([
    ['id', info.id],
    ['class', classes(info.classes)],
  ])
  const languageClass = language === '' ? undefined : (options.lang_prefix ?? 'language-') + language
  // `use_pygments=true` asks for a highlighter, which takes no attributes; otherwise it says nothing to the reader.
  const others = attributes.some(([name, value]) => name === 'use_pygments' && /^(?:true|yes|y|on|1)$/i.test(value))
    ? []
    : attributes.filter(([name]) => name !== 'use_pygments')
  return {
    before: `<pre${onPre}><code${attributesHtml([['class', languageClass], ...others])}>`,
    after: '</code></pre>',
    language,
    lines: {...plainLines, colours: false, finalLineFeed: true},
  }
}

/**
 * HTML of a custom fence: its class first, then those of the author. The code is escaped and otherwise as written.
 *
 * @param code  as the author wrote it, without the line feed before the closing fence
 */
export function customFenceHtml(fence: CustomFence, info: FenceInfo, code: string): string {
  const names = [fence.class, ...info.classes]
  const attributes = attributesHtml([['id', info.id], ['class', classes(names)], ...info.attributes])
  const text = escapeCode(code)
  return isDivFormat(fence.format) ? `<div${attributes}>${text}</div>` : `<pre${attributes}><code>${text}</code></pre>`
}

/** The custom fence for a language; a later entry wins over an earlier one. */
export function findCustomFence(fences: readonly CustomFence[], language: string): CustomFence | undefined {
  return fences.findLast((fence) => fence.name === language || fence.name === '*')
}

function isDivFormat(format = ''): boolean {
  return /(?:^|[.:])(?:div|fence_div_format)$/.test(format)
}

function classes(names: readonly string[]): string | undefined {
  const given = names.filter((name) => name !== '')
  return given.length === 0 ? undefined : given.join(' ')
}
