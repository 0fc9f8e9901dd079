import type {Brand} from '../core/site.ts'

/**
 * Way from a page back to the root of its brand: `./` for the home page, `../../` for `en/install/`.
 *
 * Put in front of an address below the root, it gives a relative URL that works from any base path.
 *
 * @param url  address of the page below the brand's root, percent-encoded, directory style
 */
export function rootPrefix(url: string): string {
  let depth = 0
  for (let at = url.indexOf('/'); at !== -1; at = url.indexOf('/', at + 1)) depth++
  return depth === 0 ? './' : '../'.repeat(depth)
}

/** Whether the brand has a fixed address, so that absolute URLs can be written. */
export function hasAbsoluteUrl(brand: Brand): boolean {
  return /^https?:\/\//i.test(brand.url)
}

/** Absolute URL of an address below the brand's root (percent-encoded); `undefined` for a brand without a fixed address. */
export function absoluteUrl(brand: Brand, url: string): string | undefined {
  return hasAbsoluteUrl(brand) ? brand.url.replace(/\/*$/, '/') + url : undefined
}

/** Path of the brand's root on its host, with leading and trailing slash: `/` or `/docs/`. */
export function hostPath(brand: Brand): string {
  return hasAbsoluteUrl(brand) ? new URL(brand.url).pathname.replace(/\/*$/, '/') : brand.url
}
