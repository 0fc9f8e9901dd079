import type {Diagnostic} from '../../core/diagnostic.ts'
import type {EditionEntry, EditionSite} from '../../site/edition-site.ts'

/** Draws the images that social networks show for links to pages. */
export interface SocialPainter {
  /** Digest of what all images are made with beside their texts: the fonts. */
  readonly version: string
  /** Image of a page: its file below the brand's output folder, and PNG; without `bytes` there is none. */
  paint(
    entry: EditionEntry,
    site: EditionSite,
  ): {readonly file: string; readonly bytes: Uint8Array | undefined; readonly diagnostics: readonly Diagnostic[]}
}
