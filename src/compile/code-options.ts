import type {CustomFence} from '../../plugins/highlight/choose-fence.ts'
import type {BlockSettings} from '../../plugins/highlight/frame-block.ts'
import {withHighlightDefaults} from '../../plugins/highlight/highlight-options.ts'
import type {HighlightOptions} from '../../plugins/highlight/highlight-options.ts'
import type {InlineHighlightOptions} from '../../plugins/inline-highlight/remark-inline-highlight.ts'
import type {MarkdownExtensions} from '../core/site.ts'

type Options = Readonly<Record<string, unknown>>

/**
 * How code blocks are written, from the options of the extensions that make them. `mermaid` fences are diagrams unless
 * `custom_fences` says otherwise.
 */
export function codeSettings(extensions: MarkdownExtensions): BlockSettings {
  const superfences: Options | undefined = extensions['pymdownx.superfences']
  const highlighting = extensions['pymdownx.highlight']
  const options = sharedOptions(extensions)
  const {css_class: cssClass, preserve_tabs: tabs, custom_fences: fences} = superfences ?? {}
  const fenced = withHighlightDefaults({
    ...options,
    ...(typeof cssClass === 'string' && cssClass !== '' && {css_class: cssClass}),
    preserve_tabs: tabs === true,
  })
  return {
    plain: extensions['fenced_code'] ?? {},
    ...((highlighting ?? superfences) && {fenced}),
    // Nobody links to the lines of indented code: in the reference they have no ids.
    ...(highlighting && {
      indented: withHighlightDefaults({...options, line_spans: '', line_anchors: '', anchor_linenums: false}),
    }),
    rules: {
      fences: customFences(superfences, fences),
      relaxed: superfences?.['relaxed_headers'] === true,
      lineOptions: fenced.use_pygments,
    },
  }
}

/** How code in text is written, from the options of `pymdownx.inlinehilite` and `pymdownx.highlight`. */
export function inlineCodeOptions(extensions: MarkdownExtensions): InlineHighlightOptions {
  const {css_class: cssClass, style_plain_text: plain}: Options = extensions['pymdownx.inlinehilite'] ?? {}
  return {
    ...sharedOptions(extensions),
    ...(typeof cssClass === 'string' && cssClass !== '' && {css_class: cssClass}),
    ...((typeof plain === 'string' || typeof plain === 'boolean') && {style_plain_text: plain}),
    defer: true,
  }
}

/** Options of `pymdownx.highlight`. The language is a class of the wrapper, as `dialect.md` has it, where there are any. */
function sharedOptions(extensions: MarkdownExtensions): HighlightOptions {
  const highlight: HighlightOptions = extensions['pymdownx.highlight'] ?? {}
  return {
    pygments_lang_class: highlight.css_class !== '',
    ...highlight,
    attr_list: extensions['attr_list'] !== undefined,
  }
}

function customFences(superfences: Options | undefined, value: unknown): readonly CustomFence[] {
  const given: readonly CustomFence[] = isFences(value) ? value : []
  return superfences && given.length === 0 ? [{name: 'mermaid', class: 'mermaid'}] : given
}

function isFences(value: unknown): value is readonly CustomFence[] {
  return (
    Array.isArray(value) &&
    value.every((fence) => typeof fence === 'object' && fence !== null && 'name' in fence && 'class' in fence)
  )
}
