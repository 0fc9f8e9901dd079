import type {Brand} from '../core/site.ts'
import type {WrittenConfiguration} from './load-site.ts'

/** Brands whose redirects know where they stand in the configuration. */
export function placeRedirects(brands: readonly Brand[], locate: WrittenConfiguration['locate']): readonly Brand[] {
  return brands.map((brand) => {
    if (!brand.redirects) return brand
    const redirects = brand.redirects.map((redirect) => {
      const place = locate(redirect.path, 'value')
      return place ? {...redirect, place} : redirect
    })
    return {...brand, redirects}
  })
}
