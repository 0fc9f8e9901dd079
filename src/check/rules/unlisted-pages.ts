import {rules} from '../../core/rules.ts'
import type {SiteRule} from './site-rule.ts'

/** Reports `nav/not-listed`: a page that no nav leads to. Pages that fall back to another locale are not asked about. */
export const unlistedPages: SiteRule = ({prepared, selection}) =>
  prepared.brands.flatMap(({brand, sites}) =>
    sites
      .filter(({edition}) => selection.locales.has(edition.locale.tag))
      .flatMap(({edition, entries, positions}) =>
        [...entries.values()]
          .filter(
            ({contentLocale, localePath}) => contentLocale.tag === edition.locale.tag && !positions.has(localePath),
          )
          .map(({content: {page}}) => ({
            ruleId: 'nav/not-listed' as const,
            severity: rules['nav/not-listed'].severity,
            message: 'Page that is in no nav; list it, or name it in the nav of its folder',
            path: page.path,
            brands: [brand.id],
          })),
      ),
  )
