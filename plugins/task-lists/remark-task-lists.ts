import type {ElementContent, Properties} from 'hast'
import type {List, ListItem, Node, Paragraph, Root} from 'mdast'
import type {} from 'mdast-util-to-hast'
import {visitType} from '../tree/walk.ts'

/** Check box at the start of a task. */
export interface TaskCheckbox extends Node {
  readonly type: 'taskCheckbox'
  readonly checked: boolean
  readonly data: {hName: string; hProperties: Properties; hChildren: ElementContent[]}
}

declare module 'mdast' {
  interface PhrasingContentMap {
    taskCheckbox: TaskCheckbox
  }
  interface RootContentMap {
    taskCheckbox: TaskCheckbox
  }
}

/** Options, named as those of `pymdownx.tasklist`. */
export interface TaskListOptions {
  /** Wrap the box so that a style sheet can draw its own; default: `false`. */
  readonly custom_checkbox?: boolean
  /** Let readers tick the boxes; default: `false`. */
  readonly clickable_checkbox?: boolean
}

const checkboxStart = /^ *\[([ xX])\] +/

/**
 * Turns list items that start with `[ ]`, `[x]` or `[X]` and a blank into tasks, in lists of any kind.
 *
 * The tree is changed in place: a `taskCheckbox` node is put before the text, and lists and items get the classes
 * `task-list` and `task-list-item`.
 */
function transformTaskLists(tree: Root, options: TaskListOptions = {}): void {
  visitType(tree, 'list', (list) => {
    const tasks = list.children.filter((item) => markTask(item, options))
    if (tasks.length > 0) addClass(list, 'task-list')
  })
}

/** Unified plugin: `transformTaskLists`. */
export default function remarkTaskLists(options: TaskListOptions = {}): (tree: Root) => void {
  return (tree) => {
    transformTaskLists(tree, options)
  }
}

function markTask(item: ListItem, options: TaskListOptions): boolean {
  const [paragraph] = item.children
  const text = paragraph?.type === 'paragraph' ? paragraph.children[0] : undefined
  if (paragraph?.type !== 'paragraph' || text?.type !== 'text') return false
  const match = checkboxStart.exec(text.value)
  if (!match) return false
  text.value = ` ${text.value.slice(match[0].length)}`
  insertCheckbox(paragraph, match[1] !== ' ', options)
  addClass(item, 'task-list-item')
  return true
}

function insertCheckbox(paragraph: Paragraph, checked: boolean, options: TaskListOptions): void {
  const properties: Properties = {type: 'checkbox'}
  if (options.clickable_checkbox !== true) properties['disabled'] = true
  if (checked) properties['checked'] = true
  const node: TaskCheckbox = {
    type: 'taskCheckbox',
    checked,
    data: options.custom_checkbox === true ? customCheckbox(properties) : plainCheckbox(properties),
  }
  paragraph.children.unshift(node)
}

function plainCheckbox(properties: Properties): TaskCheckbox['data'] {
  return {hName: 'input', hProperties: properties, hChildren: []}
}

function customCheckbox(properties: Properties): TaskCheckbox['data'] {
  return {
    hName: 'label',
    hProperties: {className: ['task-list-control']},
    hChildren: [
      {type: 'element', tagName: 'input', properties, children: []},
      {type: 'element', tagName: 'span', properties: {className: ['task-list-indicator']}, children: []},
    ],
  }
}

function addClass(node: List | ListItem, name: string): void {
  const properties = node.data?.hProperties
  node.data = {...node.data, hProperties: {...properties, className: [...(properties?.className ?? []), name]}}
}
