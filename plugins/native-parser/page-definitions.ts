import type {Root} from 'mdast'
import {visitNodes} from '../tree/walk.ts'

/** Definitions of a page that a part of it may refer to. */
export interface PageDefinitions {
  /** Whether anything of this label is defined; labels of footnotes start with `^`. */
  has(label: string): boolean
  /**
   * The definitions that a part of the page names, as Markdown. What they define is left out: it is enough to know that
   * they are there.
   */
  namedIn(text: string): string
}

/** Finds the definitions of a page when they are first asked for. */
export function pageDefinitions(tree: Root): PageDefinitions {
  const found: {byLabel?: ReadonlyMap<string, string>} = {}
  const byLabel = (): ReadonlyMap<string, string> => (found.byLabel ??= collect(tree))
  return {
    has: (label) => byLabel().has(normalize(label)),
    namedIn: (text) => {
      if (!text.includes('[') || byLabel().size === 0) return ''
      // Labels hold no brackets that are not escaped, so each is what stands between two that follow each other.
      const labels = new Set(
        Array.from(text.matchAll(/\[((?:[^[\]\\]|\\[^])*)(?=\])/g), ([, label = '']) => normalize(label)),
      )
      return [...labels].flatMap((label) => byLabel().get(label) ?? []).join('\n\n')
    },
  }
}

function collect(tree: Root): ReadonlyMap<string, string> {
  const byLabel = new Map<string, string>()
  visitNodes(tree, (node) => {
    if (node.type === 'definition') {
      const label = node.label ?? node.identifier
      byLabel.set(normalize(label), `[${label}]: <>`)
    } else if (node.type === 'footnoteDefinition') {
      const label = `^${node.label ?? node.identifier}`
      byLabel.set(normalize(label), `[${label}]: .`)
    }
    return undefined
  })
  return byLabel
}

/** One form for all spellings of a label; those of different labels may fall together, which does no harm. */
function normalize(label: string): string {
  return label.replace(/\s+/g, ' ').trim().toLowerCase().toUpperCase()
}
