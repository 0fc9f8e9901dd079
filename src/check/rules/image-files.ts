import path from 'node:path'
import {customIconFolders} from '../../build/custom-icon-folders.ts'
import type {InspectedSites} from '../../build/inspection.ts'
import {formatSize, imageEnding, limitOf} from '../../core/image-limits.ts'
import type {Diagnostic} from '../../core/diagnostic.ts'
import {basename} from '../../core/paths.ts'
import {rules} from '../../core/rules.ts'
import {collectImageUses, type ImageUses} from '../image-uses.ts'
import {collectMentions} from '../mentioned-files.ts'
import type {SiteRule} from './site-rule.ts'

/** Names that browsers and systems ask for without being told. */
const askedFor = /^(?:favicon|apple-touch-icon|android-chrome|mstile|safari-pinned-tab)\b/i

/**
 * Reports `image/too-large` and `image/unused`: both are about files, once each, whatever the number of pages that show them.
 */
export const imageFiles: SiteRule = (sites) => {
  const images = collectImageUses(sites)
  return [...tooLarge(images, sites), ...unused(images, sites)]
}

function tooLarge({published, uses}: ImageUses, {site, disk}: InspectedSites): readonly Diagnostic[] {
  return [...published].flatMap((file): readonly Diagnostic[] => {
    const ending = imageEnding(file)
    const size = disk.size(path.join(site.content, file))
    if (ending === undefined || size === undefined) return []
    const limit = limitOf(ending, site.check.images)
    if (size <= limit) return []
    const isClose = formatSize(size) === formatSize(limit)
    const [found, allowed] = [size, limit].map((bytes) => (isClose ? `${String(bytes)} bytes` : formatSize(bytes)))
    const use = uses.get(file)
    const line = use?.place ? `:${String(use.place.start.line)}` : ''
    const where = use ? `; \`${use.path}${line}\` shows it` : ''
    return [finding('image/too-large', file, `Image of ${found ?? ''}, expected at most ${allowed ?? ''}${where}`)]
  })
}

/** What no edition needs can only be told when all of them are there. In doubt a file is used. */
function unused(images: ImageUses, sites: InspectedSites): readonly Diagnostic[] {
  const {site, selection} = sites
  const isWhole = selection.brands.length === site.brands.length && selection.locales.size === site.locales.length
  if (!isWhole || site.check.rules['image/unused'] === 'off') return []
  const isOwn = ownFolderTest(sites)
  const left = [...images.published].filter(
    (file) => !images.uses.has(file) && !askedFor.test(basename(file)) && !isOwn(file),
  )
  if (left.length === 0) return []
  const {isUsed, commentAbout} = collectMentions(sites, images.writtenIn)
  return left
    .filter((file) => !isUsed(file))
    .map((file) => {
      const comment = commentAbout(file)
      const hint = comment === undefined ? 'delete it or show it' : `only a comment in \`${comment}\` names it`
      return finding('image/unused', file, `Image that no page of any edition uses; ${hint}`)
    })
}

/** Makes the test for files in folders of templates and icons, which are used in other ways. */
function ownFolderTest({site}: InspectedSites): (file: string) => boolean {
  const folders = [...site.brands.flatMap(({overrides}) => overrides), ...customIconFolders(site.markdown)]
  return (file) => {
    const absolute = path.join(site.content, file)
    return folders.some((folder) => absolute.startsWith(folder + path.sep))
  }
}

function finding(ruleId: 'image/too-large' | 'image/unused', file: string, message: string): Diagnostic {
  return {ruleId, severity: rules[ruleId].severity, message, path: file}
}
