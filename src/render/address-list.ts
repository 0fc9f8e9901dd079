import type {EditionSite} from '../site/edition-site.ts'
import {assetFolder} from './theme-assets.ts'

/** Where the list of an edition's addresses is published, below the brand's output folder. */
export function addressListPath({edition}: EditionSite): string {
  return `${assetFolder}/pages/${edition.locale.tag}.json`
}

/**
 * Addresses of an edition below the brand's root, each with the title of its page, as JSON: `[["en/install/", "Install"]]`.
 * The page for addresses that do not exist proposes the nearest of them.
 */
export function addressList({entries}: EditionSite): string {
  return `${JSON.stringify([...entries.values()].map(({url, content}) => [url, content.title]))}\n`
}
