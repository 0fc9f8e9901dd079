import {frontMatterRules} from './front-matter.ts'
import type {SiteRule} from './site-rule.ts'
import {unlistedPages} from './unlisted-pages.ts'

/** Every rule about pages together. */
export const siteRules: readonly SiteRule[] = [frontMatterRules, unlistedPages]
