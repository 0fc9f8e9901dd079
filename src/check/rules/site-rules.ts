import {brandFallThrough} from './brand-fall-through.ts'
import {brandLeaks} from './brand-leaks.ts'
import {differentOutlines} from './different-outlines.ts'
import {frontMatterRules} from './front-matter.ts'
import {imageFiles} from './image-files.ts'
import {literalValues} from './literal-values.ts'
import {missingTranslations} from './missing-translations.ts'
import {otherLocaleAnchors} from './other-locale-anchors.ts'
import {otherLocaleLinks} from './other-locale-links.ts'
import type {SiteRule} from './site-rule.ts'
import {staleTranslations} from './stale-translations.ts'
import {unlistedPages} from './unlisted-pages.ts'
import {unusedValues} from './unused-values.ts'
import {valuesWithoutLocale} from './values-without-locale.ts'

/** Every rule about pages together. */
export const siteRules: readonly SiteRule[] = [
  brandFallThrough,
  brandLeaks,
  differentOutlines,
  frontMatterRules,
  imageFiles,
  literalValues,
  missingTranslations,
  otherLocaleAnchors,
  otherLocaleLinks,
  staleTranslations,
  unlistedPages,
  unusedValues,
  valuesWithoutLocale,
]
