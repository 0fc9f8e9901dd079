import {parse as parseYaml} from 'yaml'
import {deepestNesting} from './context.ts'
import type {BlockSettings, Frame, LoweringContext} from './context.ts'
import {blockAttributes} from './block-attributes.ts'
import {readFence} from './read-fence.ts'
import {dedent, lineText} from './line.ts'
import type {Line} from './line.ts'
import {frameInside} from './scan-state.ts'
import type {ScanState, Step} from './scan-state.ts'

/** Admonition types that the generic form knows by their own name. */
const directiveTypes = new Set(
  'note abstract info tip success question warning failure danger bug example quote attention caution important hint error'.split(
    ' ',
  ),
)

/** The opening line of a block, checked. */
interface BlockHead {
  readonly name: string
  readonly attributes: Readonly<Record<string, string>>
  readonly title?: readonly [number, number]
  /** Number of lines that the head takes, options included. */
  readonly lines: number
}

/** Lowers `/// name | argument` … `///` (pymdownx.blocks). A head that does not validate stays text. */
export const lowerBlock: Step = (context, frame, state) => {
  const line = state.lines[state.at]
  if (!line || !context.options.blocks || frame.depth >= deepestNesting) return false
  const match = /^(\/{3,})[ \t]*([\w-]+)[ \t]*(?:\|[ \t]*(.*?))?[ \t]*$/.exec(lineText(context.source, line))
  if (!match) return false
  const [, slashes = '', written = ''] = match
  const name = written.toLowerCase()
  const settings = Object.hasOwn(context.options.blocks, name) ? context.options.blocks[name] : undefined
  if (!settings) return false
  const head = readHead(context, state, {line, name, settings, argument: match[3]})
  if (!head) return false
  const closing = new RegExp(`^${slashes}[ \\t]*$`)
  return lowerBody(context, frame, {state, head, closes: (text) => closing.test(text)})
}

/** Lowers the generic form, `:::name[label]{attributes}` … `:::`. */
export const lowerDirective: Step = (context, frame, state) => {
  const line = state.lines[state.at]
  if (!line || !context.options.directives || frame.depth >= deepestNesting) return false
  const match = /^(:{3,})[ \t]*([A-Za-z][\w-]*)[ \t]*(?:\[(.*?)\])?[ \t]*(?:\{(.*)\})?[ \t]*$/.exec(
    lineText(context.source, line),
  )
  if (!match) return false
  const [whole, colons = '', name = '', label, list = ''] = match
  const attributes = directiveAttributes(list)
  const named = directiveComponent(name.toLowerCase(), attributes, context.options.directiveTypes ?? [])
  if (!named) return false
  const start = label === undefined ? -1 : whole.indexOf('[') + 1
  const title = label === undefined ? undefined : ([line.start + start, line.start + start + label.length] as const)
  if (named.name === 'tab' && !title) return false
  const closing = new RegExp(`^${colons}[ \\t]*$`)
  return lowerBody(context, frame, {
    state,
    head: {...named, ...(title && {title}), lines: 1},
    closes: (text) => closing.test(text),
  })
}

function directiveComponent(
  name: string,
  attributes: Record<string, string>,
  types: readonly string[],
): Pick<BlockHead, 'name' | 'attributes'> | undefined {
  const {class: classes = '', ...rest} = attributes
  const joined = (first: string): string => [first, classes].filter(Boolean).join(' ')
  if (name === 'details' || name === 'admonition') return {name, attributes: {...rest, class: classes}}
  if (name === 'tab') return {name, attributes: {...rest, ...(classes && {class: classes})}}
  if (directiveTypes.has(name) || types.includes(name))
    return {
      name: 'open' in rest || 'collapsed' in rest ? 'details' : 'admonition',
      attributes: {...rest, class: joined(name)},
    }
  return undefined
}

function directiveAttributes(list: string): Record<string, string> {
  const result: Record<string, string> = {}
  const classes: string[] = []
  for (const match of list.matchAll(/([.#]?)([\p{L}\p{N}_:-]+)(?:=(?:"([^"]*)"|'([^']*)'|(\S+)))?/gu)) {
    const [, sign, name = '', double, single, bare] = match
    if (sign === '.') classes.push(name)
    else if (sign === '#') result['id'] = name
    else result[name] = double ?? single ?? bare ?? 'true'
  }
  if (classes.length > 0) result['class'] = [result['class'], ...classes].filter(Boolean).join(' ')
  return result
}

/** Reads the head of a `///` block with its options, the indented YAML below it. */
function readHead(
  context: LoweringContext,
  state: ScanState,
  head: {line: Line; name: string; settings: BlockSettings; argument: string | undefined},
): BlockHead | undefined {
  const options = readOptions(context, state, head.line)
  if (!options) return undefined
  const {line, settings} = head
  const argument = head.argument === '' ? undefined : head.argument
  const attributes = blockAttributes(settings, {name: head.name, argument, options: options.values})
  if (!attributes) return undefined
  const text = lineText(context.source, line)
  const start = line.start + text.indexOf('|') + 1
  const lead = argument === undefined ? 0 : text.slice(text.indexOf('|') + 1).search(/\S/)
  const titled =
    head.argument !== undefined &&
    (argument !== undefined || settings.kind !== 'tab') &&
    ['admonition', 'details', 'tab'].includes(settings.kind)
  return {
    name: settings.kind,
    attributes,
    ...(titled && {title: [start + lead, start + lead + (argument ?? '').length] as const}),
    lines: options.lines,
  }
}

function readOptions(
  context: LoweringContext,
  state: ScanState,
  head: Line,
): {values: Record<string, unknown>; lines: number} | undefined {
  let lines = 1
  const text: string[] = []
  for (; ; lines++) {
    const line = state.lines[state.at + lines]
    if (!line || line.indent < head.indent + 4) break
    text.push(' '.repeat(line.pad) + lineText(context.source, line))
  }
  if (text.length === 0) return {values: {}, lines}
  try {
    const values: unknown = parseYaml(text.join('\n'), {logLevel: 'silent', version: '1.1'})
    return typeof values === 'object' && values !== null && !Array.isArray(values)
      ? {values: {...values}, lines}
      : undefined
  } catch {
    return undefined
  }
}

/** Lowers the lines between a head and the line that closes it, or the end of the container around. */
function lowerBody(
  context: LoweringContext,
  frame: Frame,
  block: {state: ScanState; head: BlockHead; closes: (text: string) => boolean},
): boolean {
  const {state, head, closes} = block
  const first = state.lines[state.at]
  if (!first) return false
  const start = state.at + head.lines
  const {at: end, closed} = closingLine(context, state, {from: start, indent: first.indent, closes})
  const inner = frameInside(frame, state, first)
  const id = context.open(inner, {
    name: head.name,
    attributes: head.attributes,
    label: head.title !== undefined,
    start: first.start,
    end: first.end,
  })
  if (head.title) context.label(inner, [head.title])
  const body = state.lines.slice(start, end).map((line) => dedent(line, first.indent))
  const endOffset = state.lines[Math.max(state.at, end - 1)]?.end ?? first.end
  const mode = head.attributes['mode']
  if (mode === 'raw' || mode === 'html' || isRawElement(head.attributes['element'])) writeRaw(context, inner, body)
  else if (context.scan(inner, body)) context.blank(inner, endOffset)
  context.close(inner, id, endOffset)
  state.at = closed ? end + 1 : end
  state.paragraph = false
  return true
}

function isRawElement(element: string | undefined): boolean {
  return (
    element !== undefined &&
    ['script', 'style', 'pre', 'textarea', 'canvas', 'code', 'math', 'option', 'svg'].includes(element)
  )
}

/** Writes raw content as fenced code, from which the component takes it verbatim. */
function writeRaw(context: LoweringContext, frame: Frame, body: readonly Line[]): void {
  const fence = '~'.repeat(
    3 + Math.max(0, ...body.map((line) => /^~*/.exec(lineText(context.source, line))?.[0].length ?? 0)),
  )
  const at = body[0]?.start ?? 0
  context.output.insert(`${frame.prefix}${fence}\n`, at)
  const first = body.findIndex(({indent}) => indent >= 0)
  const last = body.findLastIndex(({indent}) => indent >= 0)
  for (const line of body.slice(Math.max(0, first), last + 1)) context.writeLine(frame, dedent(line, 4))
  context.output.insert(`${frame.prefix}${fence}\n`, at)
}

/** The line that closes a block, or the line that ends its container; fences hide their lines. */
function closingLine(
  context: LoweringContext,
  state: ScanState,
  search: {from: number; indent: number; closes: (text: string) => boolean},
): {at: number; closed: boolean} {
  let fence: ReturnType<typeof readFence>
  let at = search.from
  for (; at < state.lines.length; at++) {
    const line = state.lines[at]
    if (!line || line.indent < 0) continue
    const text = lineText(context.source, line)
    if (fence) {
      if (fence.closes(text)) fence = undefined
      continue
    }
    // Less indented text ends the container that the block stands in.
    if (line.indent < search.indent && search.indent >= 2) return {at, closed: false}
    if (line.indent < search.indent + 4 && search.closes(text)) return {at, closed: true}
    fence = readFence(text)
  }
  return {at, closed: false}
}
