import type {BlockSettings} from './context.ts'

const optionNames: Readonly<Record<BlockSettings['kind'], readonly string[]>> = {
  admonition: ['attrs', 'type'],
  details: ['attrs', 'open', 'type'],
  tab: ['attrs', 'new', 'select'],
  html: ['attrs', 'markdown'],
  'definition-list': ['attrs'],
  caption: ['attrs'],
}

/** How the content of an `html` block can be read. */
const htmlModes: readonly string[] = ['auto', 'block', 'inline', 'raw', 'html']

/** A CSS identifier, without escapes; names of attributes, ids, classes and types have to be one. */
const identifier = /^(?:-?[A-Za-z_\u00a0-\uffff]|--)[\w\u00a0-\uffff-]*$/

/**
 * Attributes of the container, or `undefined` where argument or options do not validate, as pymdown-extensions 11
 * does: an option that the block does not have, or a value of another type, leaves the block text.
 */
export function blockAttributes(
  settings: BlockSettings,
  head: {name: string; argument: string | undefined; options: Readonly<Record<string, unknown>>},
): Record<string, string> | undefined {
  const {argument, options} = head
  const {kind} = settings
  const known = optionNames[kind]
  // A name that stands for a type cannot be given another one.
  const fixed = settings.class !== undefined
  if (Object.keys(options).some((name) => !known.includes(name) || (fixed && name === 'type'))) return undefined
  if (kind === 'definition-list' && argument !== undefined) return undefined
  if ((kind === 'tab' || kind === 'html') && argument === undefined) return undefined
  const attrs = readAttrs(options['attrs'])
  if (!attrs) return undefined
  const result: Record<string, string> = {block: head.name}
  const {class: extra = '', ...others} = attrs
  for (const [name, value] of Object.entries(others)) result[`attr:${name}`] = value
  const {type} = options
  if (type !== undefined && !(typeof type === 'string' && identifier.test(type))) return undefined
  for (const flag of ['open', 'new', 'select']) {
    const value = options[flag]
    if (value !== undefined && typeof value !== 'boolean') return undefined
    if (value === true) result[flag] = 'true'
  }
  const named = type ?? settings.class ?? ''
  result['class'] = [named, extra].filter(Boolean).join(' ')
  if (settings.title !== undefined && type === undefined) result['title'] = settings.title
  if (named !== '') result['type'] = named
  if (kind === 'html')
    return htmlAttributes(result, {argument: argument ?? '', markdown: options['markdown'], settings})
  if (kind === 'caption') return captionAttributes(result, argument ?? '')
  return result
}

/** The `attrs` option, a map of strings; `undefined` when it is something else. */
function readAttrs(attrs: unknown): Record<string, string> | undefined {
  if (attrs === undefined) return {}
  if (typeof attrs !== 'object' || attrs === null || Array.isArray(attrs)) return undefined
  const result: Record<string, string> = {}
  for (const [name, value] of Object.entries(attrs)) {
    if (!identifier.test(name) || typeof value !== 'string') return undefined
    const lower = name.toLowerCase()
    const words = lower === 'class' ? value.split(' ').filter(Boolean) : [value]
    if ((lower === 'class' || lower === 'id') && !words.every((word) => identifier.test(word))) return undefined
    result[lower === 'class' || lower === 'id' ? lower : name] = words.join(' ')
  }
  return result
}

/** Reads `< ^1 .class#id`, the argument of a caption: side, number or level, classes and one id. */
function captionAttributes(base: Record<string, string>, argument: string): Record<string, string> | undefined {
  const match = /^([<>])?\s*(?:\^(\d{1,2})|(\d+(?:\.\d+)*))?\s*((?:[.#][\p{L}\p{N}_-]+)*)\s*$/u.exec(argument)
  if (!match) return undefined
  const [, side, level, number, selector = ''] = match
  const ids = selector.match(/#[^.#]+/g) ?? []
  if (ids.length > 1) return undefined
  const classes = (selector.match(/\.[^.#]+/g) ?? []).map((name) => name.slice(1))
  return {
    ...(ids[0] !== undefined && {'attr:id': ids[0].slice(1)}),
    ...base,
    ...(side !== undefined && {side}),
    ...(level !== undefined && {level}),
    ...(number !== undefined && {number}),
    class: [base['class'] ?? '', ...classes].filter(Boolean).join(' '),
  }
}

const selectorPart = /\.([\p{L}\p{N}_:-]+)|#([\p{L}\p{N}_:-]+)|\[((?:"[^"]*"|'[^']*'|[^\]"'])*)\]/uy

/** Reads `tag.class#id[name=value]`, the argument of an `html` block. */
function htmlAttributes(
  base: Record<string, string>,
  head: {argument: string; markdown: unknown; settings: BlockSettings},
): Record<string, string> | undefined {
  const name = /^[A-Za-z][\w-]*/.exec(head.argument)?.[0]
  if (name === undefined) return undefined
  const mode =
    head.markdown === undefined ? 'auto' : typeof head.markdown === 'string' ? head.markdown.toLowerCase() : ''
  if (!htmlModes.includes(mode)) return undefined
  const modes = head.settings.modes ?? {}
  const element = name.toLowerCase()
  const result: Record<string, string> = {
    ...base,
    element,
    mode: mode === 'auto' && Object.hasOwn(modes, element) ? (modes[element] ?? mode) : mode,
  }
  const classes: string[] = []
  selectorPart.lastIndex = name.length
  let end = name.length
  for (let match = selectorPart.exec(head.argument); match; match = selectorPart.exec(head.argument)) {
    end = selectorPart.lastIndex
    if (match[1] !== undefined) classes.push(match[1])
    else if (match[2] !== undefined) result['attr:id'] = match[2]
    else {
      for (const [attribute, value] of Object.entries(bracketAttributes(match[3] ?? '')))
        result[`attr:${attribute}`] = value
    }
  }
  if (end !== head.argument.trimEnd().length) return undefined
  result['class'] = [result['class'] ?? '', ...classes].filter(Boolean).join(' ')
  return result
}

function bracketAttributes(list: string): Record<string, string> {
  const result: Record<string, string> = {}
  for (const match of list.matchAll(/([^\s=]+)(?:=(?:"([^"]*)"|'([^']*)'|(\S+)))?/g)) {
    const [, name = '', double, single, bare] = match
    result[name] = double ?? single ?? bare ?? name
  }
  return result
}
