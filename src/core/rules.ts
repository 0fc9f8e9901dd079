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
  'anchor/duplicate-id': {severity: 'warning', summary: 'An id that is written twice on a page', checkOnly: true},
  'anchor/other-locale': {
    severity: 'info',
    summary: 'An explicit id of a heading that the same page in another language lacks',
    checkOnly: true,
  },
  'brand/leak': {
    severity: 'error',
    summary: 'A name, an address or a forbidden word of another brand in the output of a brand',
    checkOnly: true,
  },
  'code/leaves-body': {
    severity: 'error',
    summary: 'A line of fenced code that is indented less than the tab or admonition it stands in',
  },
  'config/invalid': {severity: 'error', summary: 'A configuration value that is not allowed'},
  'config/syntax': {severity: 'error', summary: 'A configuration file that cannot be parsed'},
  'external/broken': {severity: 'error', summary: 'A link to a web page that does not exist', checkOnly: true},
  'external/missing-anchor': {
    severity: 'warning',
    summary: 'A link to an anchor that a web page does not have',
    checkOnly: true,
  },
  'external/redirect': {severity: 'info', summary: 'A link to a web page that has moved', checkOnly: true},
  'external/refused': {
    severity: 'warning',
    summary: 'A link to an address that a check must not connect to',
    checkOnly: true,
  },
  'external/unreachable': {
    severity: 'warning',
    summary: 'A link to a web page that gave no good answer this time',
    checkOnly: true,
  },
  'fence/unknown-option': {severity: 'warning', summary: 'An option of a fence that nobody reads'},
  'footnote/duplicate': {severity: 'warning', summary: 'A footnote that is written twice', checkOnly: true},
  'footnote/missing': {severity: 'warning', summary: 'A reference to a footnote that is not there', checkOnly: true},
  'footnote/unused': {severity: 'warning', summary: 'A footnote that nothing refers to', checkOnly: true},
  'front-matter/invalid': {severity: 'error', summary: 'Front matter that is not valid YAML or has a wrong type'},
  'front-matter/schema': {
    severity: 'warning',
    summary: 'Front matter that is not as the configuration asks',
    checkOnly: true,
  },
  'git/incomplete-history': {severity: 'info', summary: 'Dates and authors of pages that cannot be had from git'},
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
  'image/absolute-path': {severity: 'warning', summary: 'An image by a path from the root of the site or of a disk'},
  'image/missing-alt': {severity: 'warning', summary: 'An image without a text in its place', checkOnly: true},
  'image/missing-file': {severity: 'error', summary: 'An image that is not in the edition'},
  'image/too-large': {
    severity: 'warning',
    summary: 'An image file with more bytes than its type may have',
    checkOnly: true,
  },
  'image/unused': {severity: 'warning', summary: 'An image file that no edition uses', checkOnly: true},
  'link/absolute-path': {severity: 'warning', summary: 'A link from the root of the site or of a disk'},
  'link/conditional-anchor': {
    severity: 'error',
    summary: 'A link to an anchor that only other brands have on that page',
  },
  'link/directory-style': {severity: 'warning', summary: 'A link to a page without its `.md` ending'},
  'link/duplicate-definition': {
    severity: 'warning',
    summary: 'A label that is defined twice on a page',
    checkOnly: true,
  },
  'link/malformed': {severity: 'warning', summary: 'A link destination that is not a valid path or URL'},
  'link/missing-anchor': {severity: 'error', summary: 'A link to an anchor that the target page does not have'},
  'link/missing-file': {severity: 'error', summary: 'A link to a file that is not in the edition'},
  'link/missing-page': {severity: 'error', summary: 'A link to a page that the edition does not have'},
  'link/other-edition': {severity: 'error', summary: 'A link to what only other brands or languages publish'},
  'link/outside-content': {severity: 'error', summary: 'A link that leaves the content folder'},
  'link/undefined-reference': {
    severity: 'warning',
    summary: 'A link by a label that nothing defines',
    checkOnly: true,
  },
  'link/unused-definition': {
    severity: 'warning',
    summary: 'The definition of a label that no link uses',
    checkOnly: true,
  },
  'link/wrong-case': {severity: 'error', summary: 'A link whose letters have another case than those of the file'},
  'locale/different-code': {
    severity: 'warning',
    summary: 'A section with another number of code blocks than in the source language',
    checkOnly: true,
  },
  'locale/different-headings': {
    severity: 'warning',
    summary: 'A translation whose headings are not those of the source language',
    checkOnly: true,
  },
  'locale/different-images': {
    severity: 'warning',
    summary: 'A section with another number of images than in the source language',
    checkOnly: true,
  },
  'locale/invalid-record': {
    severity: 'error',
    summary: 'A record of translations that cannot be read',
    checkOnly: true,
  },
  'locale/missing-page': {severity: 'info', summary: 'A page that is not there in every language', checkOnly: true},
  'locale/other-locale-link': {
    severity: 'warning',
    summary: 'A link to a page in another language than that of the reader',
    checkOnly: true,
  },
  'locale/stale-translation': {
    severity: 'warning',
    summary: 'A translation whose source changed since it was made',
    checkOnly: true,
  },
  'macro/brand-fall-through': {
    severity: 'warning',
    summary: 'A condition on the brand that does not name a brand which gets there',
    checkOnly: true,
    optIn: true,
  },
  'macro/literal-value': {
    severity: 'warning',
    summary: 'A name or an address that is written out where its macro could stand',
    checkOnly: true,
    optIn: true,
  },
  'macro/malformed': {severity: 'error', summary: 'Something that looks like a macro but has wrong delimiters'},
  'macro/missing-in-locale': {
    severity: 'warning',
    summary: 'A value given by locale that lacks a locale which the brand publishes',
    checkOnly: true,
  },
  'macro/syntax': {severity: 'error', summary: 'A macro that cannot be parsed: unclosed, unbalanced or unknown tag'},
  'macro/undefined': {severity: 'error', summary: 'A macro that names an unknown value'},
  'macro/unused-value': {
    severity: 'warning',
    summary: 'A value of the configuration that nothing reads',
    checkOnly: true,
  },
  'math/syntax': {severity: 'error', summary: 'A formula that KaTeX cannot read'},
  'nav/duplicate-entry': {severity: 'warning', summary: 'A nav entry for what the nav has already', checkOnly: true},
  'nav/missing-page': {severity: 'warning', summary: 'A nav entry that leads to no page'},
  'nav/not-listed': {severity: 'warning', summary: 'A page that is in no nav', checkOnly: true},
  'redirect/loop': {severity: 'error', summary: 'A redirect that leads back to itself'},
  'redirect/missing-target': {severity: 'error', summary: 'A redirect to what the edition does not have'},
  'redirect/taken': {severity: 'error', summary: 'A redirect at an address where something else is'},
  'offline/external-resource': {
    severity: 'error',
    summary: 'Something that a page of a brand without the internet loads from another host',
  },
  'snippet/cycle': {severity: 'warning', summary: 'A snippet that includes itself'},
  'snippet/macro-in-path': {severity: 'error', summary: 'A macro in the file name of a snippet'},
  'snippet/malformed': {severity: 'warning', summary: 'A list of snippets or a section that is not closed'},
  'snippet/missing-file': {severity: 'warning', summary: 'A snippet that does not exist'},
  'snippet/missing-section': {severity: 'warning', summary: 'A section or lines that a snippet does not have'},
  'snippet/outside-base-path': {severity: 'error', summary: 'A snippet outside the folders that snippets are in'},
  'snippet/url': {severity: 'warning', summary: 'A snippet from the web that is not downloaded'},
  'social/missing-font': {
    severity: 'warning',
    summary: 'A page whose image for social networks has letters that no font has',
  },
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
