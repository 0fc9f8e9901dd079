import type {CustomFence} from './choose-fence.ts'
import {attributesHtml} from './escape-html.ts'
import type {CodeFrame} from './code-frame.ts'
import {fenceAttributes} from './fence-info.ts'
import type {FenceInfo} from './fence-info.ts'
import {plainLines} from './highlight-lines.ts'
import type {HighlightSettings} from './highlight-options.ts'

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
  const {language} = info
  const attributes = fenceAttributes(info, true)
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
    lines: {...plainLines, preparation: {lineFeeds: 'keep', expandTabs: true}, colours: false, finalLineFeed: true},
  }
}

/**
 * Frame of a custom fence: its class first, then those of the author. The code is escaped and otherwise as written.
 */
export function frameCustomFence(
  fence: CustomFence,
  info: FenceInfo,
  settings: Pick<HighlightSettings, 'attr_list' | 'preserve_tabs'>,
): CodeFrame {
  const others = settings.attr_list ? fenceAttributes(info, true) : []
  const attributes = attributesHtml([['id', info.id], ['class', classes([fence.class, ...info.classes])], ...others])
  const [before, after] = isDivFormat(fence.format)
    ? [`<div${attributes}>`, '</div>']
    : [`<pre${attributes}><code>`, '</code></pre>']
  const preparation = {lineFeeds: 'keep', expandTabs: !settings.preserve_tabs} as const
  return {before, after, language: '', lines: {...plainLines, preparation, colours: false}}
}

function isDivFormat(format = ''): boolean {
  return /(?:^|[.:])(?:div|fence_div_format)$/.test(format)
}

function classes(names: readonly string[]): string | undefined {
  const given = names.filter((name) => name !== '')
  return given.length === 0 ? undefined : given.join(' ')
}
