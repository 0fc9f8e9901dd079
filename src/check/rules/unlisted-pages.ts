import type {Content} from '../../build/read-content.ts'
import {chosenSites} from '../../build/select-editions.ts'
import {dirname} from '../../core/paths.ts'
import {rules} from '../../core/rules.ts'
import {ownEntries} from '../../site/own-entries.ts'
import {readPagesFile} from '../../site/pages-file.ts'
import type {SiteRule} from './site-rule.ts'

/**
 * Reports `nav/not-listed`: a page that no nav leads to. Not asked about are pages that fall back to another locale, those in
 * folders that a `.pages` file hides, and those that other pages include.
 */
export const unlistedPages: SiteRule = ({prepared, selection}) => {
  const isHidden = hiddenTest(prepared.content)
  return prepared.brands.flatMap(({brand, sites, pages}) => {
    const included = new Set([...pages.values()].flatMap(({content}) => content.page.snippets))
    return chosenSites(sites, selection).flatMap((site) =>
      ownEntries(site)
        .filter(
          ({localePath, content: {page}}) =>
            !site.positions.has(localePath) && !included.has(page.path) && !isHidden(page.path),
        )
        .map(({content: {page}}) => ({
          ruleId: 'nav/not-listed' as const,
          severity: rules['nav/not-listed'].severity,
          message: 'Page that is in no nav; list it, or name it in the nav of its folder',
          path: page.path,
          brands: [brand.id],
        })),
    )
  })
}

/** Makes the test for sources below a folder that its `.pages` file hides, the file of a brand or the shared one. */
function hiddenTest({pagesFiles}: Content): (source: string) => boolean {
  const hidden = new Set<string>()
  for (const [path, text] of pagesFiles) {
    if (text.includes('hide') && readPagesFile(text, path).pages.hide) hidden.add(dirname(path))
  }
  const isBelow = (folder: string): boolean => hidden.has(folder) || (folder !== '' && isBelow(dirname(folder)))
  return (source) =>
    hidden.size > 0 && (isBelow(dirname(source)) || isBelow(dirname(source.replace(/^brands\/[^/]+\//, ''))))
}
