import {attributesHtml, escapeHtml} from './escape-html.ts'
import {fenceAttributes} from './fence-info.ts'
import type {FenceInfo, FenceLineNumbers} from './fence-info.ts'
import {plainLines} from './highlight-lines.ts'
import type {LineOptions} from './highlight-lines.ts'
import {resolveLanguage} from './highlight-options.ts'
import type {HighlightSettings} from './highlight-options.ts'
import {languageTitle} from './language-titles.ts'
import {countLines, prepareCode} from './prepare-code.ts'
import type {CodePreparation} from './prepare-code.ts'

/** HTML around code, and how the code in it is written: `before + highlightLines(code, language, lines) + after`. */
export interface CodeFrame {
  readonly before: string
  readonly after: string
  readonly language: string
  readonly lines: LineOptions
}

/** What a frame is made for. */
export interface FramedCode {
  readonly info: FenceInfo
  /** The code: only the number of its lines counts, so it may hold placeholders for values without line feeds. */
  readonly code: string
  /** Number of the block on its page, from 0; part of the ids of its lines. */
  readonly block: number
}

/** Line numbers of a block, everything decided. */
type Numbers = Required<FenceLineNumbers>

/**
 * Frame of a code block as `pymdownx.highlight` of pymdown-extensions 11 builds it: `div.highlight`, with a table where
 * line numbers stand beside the code, or `pre.highlight` where `use_pygments` is off.
 */
export function frameCode({info, code, block}: FramedCode, settings: HighlightSettings): CodeFrame {
  const named = info.language === '' ? settings.default_lang : info.language
  const language = resolveLanguage(named, settings.extend_pygments_lang)
  const lineFeeds = settings.stripnl ? 'strip' : 'end'
  const preparation: CodePreparation = {lineFeeds, expandTabs: !settings.preserve_tabs}
  if (!settings.use_pygments) return frameWithoutTokens(info, named, settings)
  const numbers = lineNumbers(info, settings)
  const inTable = numbers !== undefined && settings.linenums_style === 'table'
  const prefix = linePrefixes(info.id ?? String(block), settings)
  const title = blockTitle(info, language, settings)
  const lines: LineOptions = {
    preparation,
    colours: true,
    guess: settings.guess_lang === true || settings.guess_lang === 'block',
    start: numbers?.start ?? 1,
    highlighted: info.highlightedLines,
    anchorHref: numbers === undefined,
    finalLineFeed: true,
    ...prefix,
    ...(numbers && !inTable ? {numbers: inlineNumbers(numbers, settings)} : {}),
  }
  const linkPrefix = settings.anchor_linenums ? (prefix.anchorPrefix ?? prefix.spanPrefix) : undefined
  const count = inTable ? countLines(prepareCode(code, preparation)) : 0
  const table = inTable ? tableHtml(numberColumn(numbers, count, linkPrefix), title, settings) : undefined
  const filename = title === '' || table ? '' : `<span class="filename">${escapeHtml(title)}</span>`
  return {
    before: `<div${wrapperAttributes(info, named, settings)}>${table?.before ?? ''}${filename}<pre><span></span><code>`,
    after: `</code></pre>${table?.after ?? ''}</div>`,
    language,
    lines,
  }
}

function frameWithoutTokens(info: FenceInfo, language: string, settings: HighlightSettings): CodeFrame {
  const onPre = settings.code_attr_on_pre
  const names = [language === '' ? '' : settings.language_prefix + language, ...info.classes]
  if (onPre) names.splice(1, 0, settings.css_class)
  const others = settings.attr_list ? fenceAttributes(info, true) : []
  const attributes = attributesHtml([['id', info.id], ['class', classes(names)], ...others])
  const preClass = attributesHtml([['class', classes([settings.css_class])]])
  return {
    before: onPre ? `<pre${attributes}><code>` : `<pre${preClass}><code${attributes}>`,
    after: '</code></pre>',
    language,
    lines: {...plainLines, preparation: {lineFeeds: 'keep', expandTabs: !settings.preserve_tabs}, colours: false},
  }
}

function lineNumbers(info: FenceInfo, settings: HighlightSettings): Numbers | undefined {
  const asked = info.lineNumbers
  const enabled =
    settings.linenums === true ? asked?.start !== 0 : settings.linenums !== false && (asked?.start ?? 0) > 0
  if (!enabled) return undefined
  const special = asked?.special ?? Math.max(0, settings.linenums_special)
  return {start: asked?.start ?? 1, step: asked?.step ?? 1, special}
}

function inlineNumbers(numbers: Numbers, settings: HighlightSettings) {
  const style = settings.linenums_style === 'inline' ? 'text' : 'data'
  return {style, step: numbers.step, special: numbers.special, linked: settings.anchor_linenums} as const
}

function linePrefixes(block: string, settings: HighlightSettings): Pick<LineOptions, 'anchorPrefix' | 'spanPrefix'> {
  const {line_spans: spans, line_anchors: given, anchor_linenums: linked} = settings
  const anchors = given === '' && linked ? '__codelineno' : given
  return {
    ...(anchors === '' ? {} : {anchorPrefix: `${anchors}-${block}`}),
    ...(spans === '' ? {} : {spanPrefix: `${spans}-${block}`}),
  }
}

function blockTitle(info: FenceInfo, language: string, settings: HighlightSettings): string {
  if (info.title !== undefined || !settings.auto_title) return info.title ?? ''
  const title = languageTitle(language)
  const map = settings.auto_title_map
  return Object.hasOwn(map, title) ? (map[title] ?? title) : title
}

function wrapperAttributes(info: FenceInfo, language: string, settings: HighlightSettings): string {
  const languageClass = settings.language_prefix + (language === '' ? 'text' : language)
  const names = [settings.pygments_lang_class ? languageClass : '', ...info.classes, settings.css_class]
  const others = settings.attr_list ? fenceAttributes(info).filter(([name]) => name.startsWith('data-')) : []
  return attributesHtml([['id', info.id], ['class', classes(names)], ...others])
}

function classes(names: readonly string[]): string | undefined {
  const given = names.filter((name) => name !== '')
  return given.length === 0 ? undefined : given.join(' ')
}

/** Numbers of `count` lines for the table. */
function numberColumn({start, step, special}: Numbers, count: number, linkPrefix: string | undefined): string {
  const width = String(start + count - 1).length
  const rows: string[] = []
  for (let number = start; number < start + count; number++) {
    const shown = number % step === 0
    const text = (shown ? String(number) : '').padStart(width)
    const link = shown && linkPrefix !== undefined ? `<a href="#${escapeHtml(linkPrefix)}-${number}">${text}</a>` : text
    rows.push(`<span class="${special > 0 && number % special === 0 ? 'special' : 'normal'}">${link}</span>`)
  }
  return rows.join('\n')
}

function tableHtml(column: string, title: string, settings: HighlightSettings) {
  const caption = `<tr><th colspan="2" class="filename"><span class="filename">${escapeHtml(title)}</span></th></tr>`
  const numbers = `<td class="linenos"><div class="linenodiv"><pre><span></span>${column}</pre></div></td>`
  return {
    before:
      `<table class="${escapeHtml(settings.css_class)}table">${title === '' ? '' : caption}` +
      `<tr>${numbers}<td class="code"><div>`,
    after: '</div></td></tr></table>',
  }
}
