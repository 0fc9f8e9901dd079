import type {EditionReference} from '../core/page.ts'
import type {Brand} from '../core/site.ts'
import {isImage, quoted} from './link-finding.ts'
import type {LinkFinding} from './link-finding.ts'

/** Attributes whose address a browser asks for by itself, on elements other than `a` and the like. */
const loading = new Set(['src', 'srcset', 'poster', 'data', 'imagesrcset'])

/** Whether an address leads to a host of its own. */
function isOnHost(target: string): boolean {
  return /^(?:(?:https?|wss?|ftp):|\/\/)/i.test(target)
}

/** Finding that a page of a brand that must work without the internet loads something from there. */
export function foreignResource(reference: EditionReference, brand: Brand): LinkFinding | undefined {
  const {element, attribute, target} = reference
  if (brand.external || !isOnHost(target.trim())) return undefined
  const loads = isImage(reference) || loading.has(attribute) || (element === 'link' && attribute === 'href')
  if (!loads) return undefined
  const message = `Destination ${quoted(target)} is loaded from the internet, which the brand must do without`
  return {ruleId: 'offline/external-resource', message, hint: '; keep a copy among the sources'}
}
