/** Options of footnotes, named as those of the `footnotes` extension. */
export interface FootnoteOptions {
  /** Text of the paragraph that the notes replace; default: `///Footnotes Go Here///`. */
  readonly PLACE_MARKER?: string
  /** Number every id of the page (`fn:2-x`); default: `false`. */
  readonly UNIQUE_IDS?: boolean
  /** HTML of the link back from a note; default: `&#8617;`. */
  readonly BACKLINK_TEXT?: string
  /** Title of that link, `%d` or `{}` for the number of the note; default: `Jump back to footnote %d in the text`. */
  readonly BACKLINK_TITLE?: string
  /** Text of a reference, `{}` for the number of the note; default: `{}`. */
  readonly SUPERSCRIPT_TEXT?: string
  /** Stands between `fn` or `fnref` and the label in ids; default: `:`. */
  readonly SEPARATOR?: string
  /** Number notes in the order of their definitions, otherwise in that of their first references; default: `true`. */
  readonly USE_DEFINITION_ORDER?: boolean
}

/** Options with the defaults of Python-Markdown 3.10. */
export function withFootnoteDefaults(options: FootnoteOptions): Required<FootnoteOptions> {
  return {
    PLACE_MARKER: '///Footnotes Go Here///',
    UNIQUE_IDS: false,
    BACKLINK_TEXT: '&#8617;',
    BACKLINK_TITLE: 'Jump back to footnote %d in the text',
    SUPERSCRIPT_TEXT: '{}',
    SEPARATOR: ':',
    USE_DEFINITION_ORDER: true,
    ...options,
  }
}
