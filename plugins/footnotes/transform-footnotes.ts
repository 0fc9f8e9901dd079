import type {ElementContent, Properties} from 'hast'
import type {
  FootnoteDefinition,
  FootnoteReference,
  List,
  ListItem,
  Node,
  Parent,
  PhrasingContent,
  Root,
  RootContent,
} from 'mdast'
import type {} from 'mdast-util-to-hast'
import {withFootnoteDefaults} from './footnote-options.ts'
import type {FootnoteOptions} from './footnote-options.ts'
import {SKIP, childrenOf, holdsBlocks, visitNodes, visitType} from '../tree/walk.ts'

/** Reference to a note, or the links back from one: nothing but the HTML in `data`. */
export interface FootnoteMark extends Node {
  readonly type: 'footnoteMark'
  data: {hName: string; hProperties: Properties; hChildren: ElementContent[]}
}

/** All notes of a document. */
export interface Footnotes extends Parent {
  type: 'footnotes'
  children: RootContent[]
  data: {hName: string; hProperties: Properties}
}

declare module 'mdast' {
  interface PhrasingContentMap {
    footnoteMark: FootnoteMark
  }
  interface RootContentMap {
    footnoteMark: FootnoteMark
    footnotes: Footnotes
  }
  interface BlockContentMap {
    footnotes: Footnotes
  }
}

/** A note while the page is put together. */
interface Note {
  readonly label: string
  readonly item: ListItem
  /** Times that the text refers to it. */
  references: number
  /** What the text calls it, from 1; 0 while that waits for its first reference. */
  number: number
}

type Settings = Required<FootnoteOptions>

/**
 * Turns footnote references and definitions, as `mdast-util-gfm-footnote` reads them, into the HTML of Python-Markdown
 * 3.10: `sup.footnote-ref` links in the text, and a list of all notes, used or not, with links back.
 *
 * The notes stand at the end of the document, or in place of a paragraph that holds `PLACE_MARKER`. Of two definitions
 * of one label the later one counts. The tree is changed in place.
 */
export function transformFootnotes(tree: Root, options: FootnoteOptions = {}): void {
  const settings = withFootnoteDefaults(options)
  const notes = takeDefinitions(tree, settings)
  if (notes.size === 0) {
    restoreReferences(tree)
    return
  }
  const list: List = {type: 'list', ordered: true, spread: true, children: [...notes.values()].map(({item}) => item)}
  place(tree, settings.PLACE_MARKER, {
    type: 'footnotes',
    data: {hName: 'div', hProperties: {className: ['footnote']}},
    children: [{type: 'thematicBreak'}, list],
  })
  const used = markReferences(tree, notes, settings)
  restoreReferences(tree)
  const unused = [...notes.values()].filter((note) => note.references === 0)
  const order = settings.USE_DEFINITION_ORDER ? [...notes.values()] : [...used, ...unused]
  list.children = order.map(({item}) => item)
  for (const [index, note] of order.entries()) addBacklinks(note, index + 1, settings)
}

/** Takes every definition out of the tree, those inside of other notes as well. */
function takeDefinitions(tree: Root, settings: Settings): Map<string, Note> {
  const found: FootnoteDefinition[] = []
  visitType(tree, 'footnoteDefinition', (definition) => {
    found.push(definition)
  })
  if (found.length > 0) for (const node of [tree, ...found]) removeDefinitions(node)
  const notes = new Map<string, Note>()
  for (const {identifier, label, children, position} of found) {
    const name = labelOf(label ?? identifier)
    const id = `fn${settings.SEPARATOR}${prefix(settings)}${name}`
    const item: ListItem = {type: 'listItem', spread: true, data: {hProperties: {id}}, children}
    if (position) item.position = position
    notes.set(name, {label: name, item, references: 0, number: 0})
  }
  if (settings.USE_DEFINITION_ORDER) for (const [index, note] of [...notes.values()].entries()) note.number = index + 1
  return notes
}

/** What tells notes apart: the label, letter by letter, its blanks collapsed. */
function labelOf(label: string): string {
  return label.replace(/\s+/g, ' ').trim()
}

/** References whose label is written with other capitals than that of any note are text. */
function restoreReferences(tree: Root): void {
  visitType(tree, 'footnoteReference', (reference, index, parent) => {
    const value = `[^${reference.label ?? reference.identifier}]`
    parent.children.splice(index, 1, {type: 'text', value, ...(reference.position && {position: reference.position})})
  })
}

function removeDefinitions(tree: Root | FootnoteDefinition): void {
  visitNodes(tree, (node) => {
    const children = childrenOf(node)
    if (!children || !holdsBlocks(node)) return SKIP
    if (children.some(({type}) => type === 'footnoteDefinition'))
      Object.assign(node, {children: children.filter(({type}) => type !== 'footnoteDefinition')})
    return undefined
  })
}

/** Puts the notes in place of the paragraph with the marker, or at the end. */
function place(tree: Root, marker: string, footnotes: Footnotes): void {
  let target: {readonly siblings: RootContent[]; readonly index: number} | undefined
  visitType(tree, 'paragraph', (paragraph, index, {children: siblings}) => {
    if (paragraph.children.some((child) => holds(child, marker))) target ??= {siblings, index}
  })
  if (target) target.siblings.splice(target.index, 1, footnotes)
  else tree.children.push(footnotes)
}

function holds(node: PhrasingContent, text: string): boolean {
  return text !== '' && node.type === 'text' && node.value.includes(text)
}

/** Makes links of all references; returns the notes that have any, in the order of their first one. */
function markReferences(tree: Root, notes: ReadonlyMap<string, Note>, settings: Settings): Note[] {
  const used: Note[] = []
  visitType(tree, 'footnoteReference', (reference, index, parent) => {
    const note = notes.get(labelOf(reference.label ?? reference.identifier))
    if (!note) return
    if (note.references === 0) used.push(note)
    note.references++
    if (note.number === 0) note.number = used.length
    parent.children.splice(index, 1, referenceMark(reference, note, settings))
  })
  return used
}

function referenceMark(reference: FootnoteReference, note: Note, settings: Settings): FootnoteMark {
  const text = settings.SUPERSCRIPT_TEXT.replace('{}', () => String(note.number))
  const href = `#fn${settings.SEPARATOR}${prefix(settings)}${note.label}`
  const link: ElementContent = {
    type: 'element',
    tagName: 'a',
    properties: {className: ['footnote-ref'], href},
    children: [{type: 'text', value: text}],
  }
  const id = referenceId(note, note.references, settings)
  const mark: FootnoteMark = {type: 'footnoteMark', data: {hName: 'sup', hProperties: {id}, hChildren: [link]}}
  if (reference.position) mark.position = reference.position
  return mark
}

/** Puts the links back into the last paragraph of a note, or into one of their own. An empty note gets none. */
function addBacklinks(note: Note, number: number, settings: Settings): void {
  const {item} = note
  const last = item.children.at(-1)
  if (!last) return
  const title = settings.BACKLINK_TITLE.replace(/%d|\{\}/, () => String(number))
  const links: PhrasingContent[] = []
  for (let nth = 1; nth <= Math.max(1, note.references); nth++) {
    const href = `#${referenceId(note, nth, settings)}`
    const hProperties: Properties = {className: ['footnote-backref'], href, title}
    links.push({type: 'footnoteMark', data: {hName: 'a', hProperties, hChildren: [backlinkText(settings)]}})
  }
  if (last.type === 'paragraph') last.children = [...last.children, {type: 'text', value: '\u00a0'}, ...links]
  else item.children.push({type: 'paragraph', children: links})
}

function backlinkText({BACKLINK_TEXT: text}: Settings): ElementContent {
  if (text === '&#8617;') return {type: 'text', value: '\u21a9'}
  return /[&<]/.test(text) ? {type: 'raw', value: text} : {type: 'text', value: text}
}

function referenceId(note: Note, nth: number, settings: Settings): string {
  return `fnref${nth === 1 ? '' : String(nth)}${settings.SEPARATOR}${prefix(settings)}${note.label}`
}

// Python-Markdown counts how often it was reset, which it is twice before its first page.
function prefix(settings: Settings): string {
  return settings.UNIQUE_IDS ? '2-' : ''
}
