/** What a feature flag of Material for MkDocs does here. */
export interface ThemeFeature {
  /**
   * - `switch`: on where the configuration names it, and off where it names others only
   * - `always`: whether named or not
   * - `replaced`: something else does more; naming the flag changes nothing
   * - `none`: not offered; naming the flag changes nothing
   */
  readonly support: 'switch' | 'always' | 'replaced' | 'none'
  /** Whether it is on for a site that names no features at all. */
  readonly byDefault: boolean
}

const onByDefault: ThemeFeature = {support: 'switch', byDefault: true}
const onRequest: ThemeFeature = {support: 'switch', byDefault: false}
const always: ThemeFeature = {support: 'always', byDefault: true}
const replaced: ThemeFeature = {support: 'replaced', byDefault: false}
const none: ThemeFeature = {support: 'none', byDefault: false}

/**
 * Every theme feature flag of Material for MkDocs (9.7, `theme.features`), and what it does here. The handbook’s page
 * about features says the same in words.
 */
export const themeFeatures: Readonly<Record<string, ThemeFeature>> = {
  'announce.dismiss': onByDefault,
  'content.action.edit': onByDefault,
  'content.action.view': onByDefault,
  // `markdown.annotate_code` does this: what is parsed once for all brands cannot depend on one.
  'content.code.annotate': replaced,
  'content.code.copy': onByDefault,
  'content.code.select': onByDefault,
  'content.footnote.tooltips': onByDefault,
  'content.tabs.link': onByDefault,
  'content.tooltips': onByDefault,
  'header.autohide': onRequest,
  'navigation.expand': onRequest,
  'navigation.footer': onByDefault,
  'navigation.indexes': always,
  'navigation.instant': onByDefault,
  'navigation.instant.prefetch': onByDefault,
  'navigation.instant.preview': none,
  // The browser itself loads pages and shows how far it is.
  'navigation.instant.progress': replaced,
  'navigation.path': onByDefault,
  'navigation.prune': onRequest,
  'navigation.sections': onRequest,
  'navigation.tabs': onRequest,
  'navigation.tabs.sticky': onRequest,
  'navigation.top': onByDefault,
  'navigation.tracking': onRequest,
  'search.highlight': onByDefault,
  'search.share': onByDefault,
  'search.suggest': onByDefault,
  'toc.follow': onByDefault,
  'toc.integrate': onRequest,
}

/**
 * Names of the features that are on, in the order of the table.
 *
 * @param named  what the configuration lists, known names only; left out, what is on by default
 */
export function activeFeatures(named: readonly string[] | undefined): readonly string[] {
  return Object.entries(themeFeatures).flatMap(([name, {support, byDefault}]) => {
    const isOn = support === 'switch' && named !== undefined ? named.includes(name) : byDefault
    return isOn ? [name] : []
  })
}
