import type {} from 'micromark-util-types'

declare module 'micromark-util-types' {
  interface TokenTypeMap {
    /** Run of one delimiter character, not yet paired. */
    delimiterSequence: 'delimiterSequence'
    /** The part of a run that opens or closes a span. */
    delimiterMarker: 'delimiterMarker'
    markSpan: 'markSpan'
    insertSpan: 'insertSpan'
    superscriptSpan: 'superscriptSpan'
    deleteSpan: 'deleteSpan'
    subscriptSpan: 'subscriptSpan'
    /** Backslash before a space, where it is not yet known whether it escapes. */
    spaceEscape: 'spaceEscape'
    escapableSpace: 'escapableSpace'
    /** The same two, once they are known to stand in a superscript or subscript. */
    escapedSpaceMarker: 'escapedSpaceMarker'
    escapedSpace: 'escapedSpace'
  }

  interface Token {
    /** Whether a delimiter sequence has a letter or digit of a spaced script directly before it. */
    _afterWord?: boolean
    /** Whether a delimiter sequence has a letter or digit of a spaced script directly after it. */
    _beforeWord?: boolean
  }
}
