import {differentOutlines} from './different-outlines.ts'
import {imageFiles} from './image-files.ts'
import {missingTranslations} from './missing-translations.ts'
import {otherLocaleAnchors} from './other-locale-anchors.ts'
import {otherLocaleLinks} from './other-locale-links.ts'
import type {SiteRule} from './site-rule.ts'
import {staleTranslations} from './stale-translations.ts'
import {unlistedPages} from './unlisted-pages.ts'

/** Every rule about pages together. */
export const siteRules: readonly SiteRule[] = [
  differentOutlines,
  imageFiles,
  missingTranslations,
  otherLocaleAnchors,
  otherLocaleLinks,
  staleTranslations,
  unlistedPages,
]
