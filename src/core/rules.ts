import type {Severity} from './diagnostic.ts'

/** What one rule finds and how severe that is unless configured otherwise. */
export interface Rule {
  readonly severity: Severity
  readonly summary: string
  /** Found by `docprism check` and by strict builds only. */
  readonly checkOnly?: true
  /** Found only where the configuration gives it a severity. */
  readonly optIn?: true
}

/** Every rule by its stable id, `area/what-is-wrong`. Ids are never renamed or reused. */
export const rules = {
  'admonition/unknown-type': {severity: 'warning', summary: 'An admonition type that no style knows'},
  'code/leaves-body': {
    severity: 'error',
    summary: 'A line of fenced code that is indented less than the tab or admonition it stands in',
  },
  'config/invalid': {severity: 'error', summary: 'A configuration value that is not allowed'},
  'config/syntax': {severity: 'error', summary: 'A configuration file that cannot be parsed'},
  'fence/unknown-option': {severity: 'warning', summary: 'An option of a fence that nobody reads'},
  'front-matter/invalid': {severity: 'error', summary: 'Front matter that is not valid YAML or has a wrong type'},
  'front-matter/schema': {
    severity: 'warning',
    summary: 'Front matter that is not as the configuration asks',
    checkOnly: true,
  },
  'heading/duplicate': {
    severity: 'warning',
    summary: 'A heading with the text of another one in the same section',
    checkOnly: true,
    optIn: true,
  },
  'heading/empty': {severity: 'warning', summary: 'A heading without text', checkOnly: true},
  'heading/missing-title': {severity: 'warning', summary: 'A page without a title', checkOnly: true},
  'heading/multiple-titles': {
    severity: 'warning',
    summary: 'A page with more than one heading of level 1',
    checkOnly: true,
  },
  'heading/punctuation': {
    severity: 'warning',
    summary: 'A heading that ends like a sentence',
    checkOnly: true,
    optIn: true,
  },
  'heading/skipped-level': {
    severity: 'warning',
    summary: 'A heading more than one level below the one before it',
    checkOnly: true,
  },
  'html/unclosed-comment': {severity: 'warning', summary: 'A comment without an end'},
  'html/unbalanced': {
    severity: 'warning',
    summary: 'A raw HTML element that is not closed, or closed without being open',
  },
  'icon/unknown': {severity: 'warning', summary: 'An icon or emoji short code that no icon set knows'},
  'image/missing-alt': {severity: 'warning', summary: 'An image without a text in its place', checkOnly: true},
  'image/missing-file': {severity: 'error', summary: 'An image that is not in the edition'},
  'link/absolute-path': {severity: 'warning', summary: 'A link from the root of the site'},
  'link/directory-style': {severity: 'warning', summary: 'A link to a page without its `.md` ending'},
  'link/malformed': {severity: 'warning', summary: 'A link destination that is not a valid path or URL'},
  'link/missing-anchor': {severity: 'error', summary: 'A link to an anchor that the target page does not have'},
  'link/missing-file': {severity: 'error', summary: 'A link to a file that is not in the edition'},
  'link/missing-page': {severity: 'error', summary: 'A link to a page that the edition does not have'},
  'link/outside-content': {severity: 'error', summary: 'A link that leaves the content folder'},
  'macro/malformed': {severity: 'error', summary: 'Something that looks like a macro but has wrong delimiters'},
  'macro/syntax': {severity: 'error', summary: 'A macro that cannot be parsed: unclosed, unbalanced or unknown tag'},
  'macro/undefined': {severity: 'error', summary: 'A macro that names an unknown value'},
  'math/syntax': {severity: 'error', summary: 'A formula that KaTeX cannot read'},
  'nav/missing-page': {severity: 'warning', summary: 'A nav entry that leads to no page'},
  'nav/not-listed': {severity: 'warning', summary: 'A page that is in no nav', checkOnly: true},
  'snippet/cycle': {severity: 'warning', summary: 'A snippet that includes itself'},
  'snippet/macro-in-path': {severity: 'error', summary: 'A macro in the file name of a snippet'},
  'snippet/malformed': {severity: 'warning', summary: 'A list of snippets or a section that is not closed'},
  'snippet/missing-file': {severity: 'warning', summary: 'A snippet that does not exist'},
  'snippet/missing-section': {severity: 'warning', summary: 'A section or lines that a snippet does not have'},
  'snippet/outside-base-path': {severity: 'error', summary: 'A snippet outside the folders that snippets are in'},
  'snippet/url': {severity: 'warning', summary: 'A snippet from the web that is not downloaded'},
  'source/duplicate-address': {
    severity: 'error',
    summary: 'Two files of the content that would be written to one address',
  },
  'source/encoding': {severity: 'error', summary: 'A source that is not valid UTF-8'},
  'source/outside-locale': {severity: 'warning', summary: 'A page that is in no locale folder'},
  'source/too-complex': {severity: 'error', summary: 'A source that would take too long to parse'},
  'source/unreadable': {severity: 'error', summary: 'A source that cannot be read'},
  'suppression/unknown-rule': {
    severity: 'warning',
    summary: 'A comment that switches off a rule which does not exist',
    checkOnly: true,
  },
  'suppression/unused': {
    severity: 'warning',
    summary: 'A comment that switches off a rule which finds nothing there',
    checkOnly: true,
  },
  'template/invalid': {severity: 'error', summary: 'A template or interface string file that cannot be used'},
  'writing/glossary': {severity: 'warning', summary: 'A word that the glossary replaces by another', checkOnly: true},
  'writing/punctuation': {
    severity: 'warning',
    summary: 'A half-width sign in Chinese or Japanese text',
    checkOnly: true,
    optIn: true,
  },
  'writing/spacing': {
    severity: 'warning',
    summary: 'Chinese or Japanese text that touches Latin text, or a space beside a full-width sign',
    checkOnly: true,
    optIn: true,
  },
} as const satisfies Record<string, Rule>

export type RuleId = keyof typeof rules

/** Whether text is the id of a rule. */
export function isRuleId(text: string): text is RuleId {
  return Object.hasOwn(rules, text)
}

/** A rule by its id, with what it may say of itself. */
export function ruleOf(id: RuleId): Rule {
  return rules[id]
}
