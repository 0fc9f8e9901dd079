import type {EditionReference} from '../core/page.ts'
import {basename, decodePath} from '../core/paths.ts'
import {didYouMean, fixedTarget, isImage, quoted, type LinkFinding} from './link-finding.ts'
import type {Standpoint} from './locate-target.ts'
import {suggestTargets, type Budget} from './suggest-target.ts'

/** Folders that are at the root of a disk, and hardly at that of a site. */
const diskFolder =
  /^\/(?:Users\/[^/]+|Volumes\/[^/]+|home\/[^/]+\/(?:Desktop|Documents|Downloads|Pictures)|mnt\/[a-z]|(?:private\/)?var\/folders)\//

/** Whether a destination names a file on a disk, whatever is there: `file:///a.png`, `C:\a.png`, `\\server\a.png`. */
export function isOnDisk(target: string): boolean {
  return /^(?:file:|[a-z]:[\\/]|\\\\[^\\])/i.test(target)
}

/** Whether a path from a root that leads nowhere on the site is one on the disk of its author: `/Users/me/a.png`. */
export function isFromDisk(target: string): boolean {
  return diskFolder.test(target)
}

/** Finding that a destination names a file on the disk of one computer; an image like that is missing for all others. */
export function onDisk(
  target: string,
  reference: EditionReference,
  scope: {readonly from: Standpoint; readonly budget: Budget},
): LinkFinding {
  const {from, budget} = scope
  const isHtml = reference.origin === 'html'
  const name = basename(decodePath(target).replaceAll('\\', '/'))
  const similar = name === '' ? [] : suggestTargets(name, {isHtml, from, budget})
  const same = similar.filter((target) => basename(target.name).toLowerCase() === name.toLowerCase())
  const fixes = same.map((target) => fixedTarget(target, isHtml, from))
  const [fix] = fixes
  return {
    ...(isImage(reference)
      ? {
          ruleId: 'image/absolute-path',
          severity: 'error',
          message: `Image ${quoted(target)} is on the disk of one computer`,
        }
      : {ruleId: 'link/absolute-path', message: `Destination ${quoted(target)} is on the disk of one computer`}),
    ...(fix === undefined ? {} : {hint: didYouMean(fix), expected: fixes}),
  }
}
