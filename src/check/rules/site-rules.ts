import {imageFiles} from './image-files.ts'
import {otherLocaleAnchors} from './other-locale-anchors.ts'
import type {SiteRule} from './site-rule.ts'
import {unlistedPages} from './unlisted-pages.ts'

/** Every rule about pages together. */
export const siteRules: readonly SiteRule[] = [imageFiles, otherLocaleAnchors, unlistedPages]
