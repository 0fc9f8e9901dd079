import type {} from 'micromark-util-types'

/** What a piece of critic markup is; a substitution is a deletion with an insertion. */
export type CriticKind = 'insertion' | 'deletion' | 'highlight' | 'comment' | 'substitution'

/** How each kind opens and closes. Between the halves of a substitution stands `~>`. */
export const criticMarkers: Readonly<Record<CriticKind, {readonly open: string; readonly close: string}>> = {
  insertion: {open: '{++', close: '++}'},
  deletion: {open: '{--', close: '--}'},
  highlight: {open: '{==', close: '==}'},
  comment: {open: '{>>', close: '<<}'},
  substitution: {open: '{~~', close: '~~}'},
}

/** Kind by opening marker, and by closing marker. */
export const kindOfMarker: ReadonlyMap<string, CriticKind> = new Map(
  (['insertion', 'deletion', 'highlight', 'comment', 'substitution'] as const).flatMap((kind) => [
    [criticMarkers[kind].open, kind] as const,
    [criticMarkers[kind].close, kind] as const,
  ]),
)

declare module 'micromark-util-types' {
  interface TokenTypeMap {
    /** Markers that are not paired yet. */
    criticOpen: 'criticOpen'
    criticClose: 'criticClose'
    criticArrow: 'criticArrow'
    criticMarker: 'criticMarker'
    criticInsertion: 'criticInsertion'
    criticDeletion: 'criticDeletion'
    criticHighlight: 'criticHighlight'
    criticComment: 'criticComment'
    criticCommentText: 'criticCommentText'
  }
}
