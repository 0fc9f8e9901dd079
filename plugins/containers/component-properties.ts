import type {Properties} from 'hast'
import type {BlockContent, DefinitionContent, Paragraph} from 'mdast'
import type {ContainerDirective} from 'mdast-util-directive'
import {isLabel} from './pair-markers.ts'

/** Properties of a component: its classes, then what the author's `attrs` say. */
export function containerProperties(directive: ContainerDirective, classes: readonly string[]): Properties {
  const properties: Properties = {}
  const all = [...new Set([...classes, ...(directive.attributes?.['class'] ?? '').split(/\s+/)])].filter(Boolean)
  if (all.length > 0) properties['className'] = all
  for (const [name, value] of Object.entries(directive.attributes ?? {})) {
    if (name.startsWith('attr:')) properties[name.slice(5)] = value ?? ''
    else if (name === 'id') properties['id'] = value ?? ''
  }
  return properties
}

/** The label's inline content, and the content after it. */
export function splitLabel(directive: ContainerDirective): {
  label: Paragraph | undefined
  content: (BlockContent | DefinitionContent)[]
} {
  const [first, ...rest] = directive.children
  return isLabel(first) ? {label: first, content: rest} : {label: undefined, content: directive.children}
}
