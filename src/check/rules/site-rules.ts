import {brandFallThrough} from './brand-fall-through.ts'
import {brandLeaks} from './brand-leaks.ts'
import type {SiteRule} from './site-rule.ts'
import {unlistedPages} from './unlisted-pages.ts'
import {unusedValues} from './unused-values.ts'
import {valuesWithoutLocale} from './values-without-locale.ts'

/** Every rule about pages together. */
export const siteRules: readonly SiteRule[] = [
  brandFallThrough,
  brandLeaks,
  unlistedPages,
  unusedValues,
  valuesWithoutLocale,
]
