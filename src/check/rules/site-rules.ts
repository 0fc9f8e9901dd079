import {brandLeaks} from './brand-leaks.ts'
import type {SiteRule} from './site-rule.ts'
import {unlistedPages} from './unlisted-pages.ts'
import {unusedValues} from './unused-values.ts'
import {valuesWithoutLocale} from './values-without-locale.ts'

/** Every rule about pages together. */
export const siteRules: readonly SiteRule[] = [brandLeaks, unlistedPages, unusedValues, valuesWithoutLocale]
