import type {Root} from 'mdast'

// Stands in for satteri's own types (tsconfig.json, `paths`): those declare mdast nodes for formulas under the names that
// the math plugin declares, with other fields. Types of satteri 0.10.

/** Parses Markdown into a tree of plain objects. */
export declare function markdownToMdast(
  source: string,
  options: {readonly features: {readonly gfm: boolean | {readonly footnotes: boolean}; readonly frontmatter: false}},
): Root
