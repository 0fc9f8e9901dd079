import type {Command} from '../measure/run-process.ts'

/** A page that every peer can read. */
export interface NeutralPage {
  /** Path below the folder of all locales, POSIX: `zh/guide/index.md`. */
  readonly path: string
  /** Its first part. */
  readonly locale: string
  readonly title: string
  /** Markdown without front matter. */
  readonly text: string
  /** The same as its author wrote it, macros carried out. */
  readonly dialect: string
}

/** A site that a peer can build. */
export interface PeerProject {
  readonly command: Command
  /** Absolute folder that it writes the site to. */
  readonly out: string
  /** Absolute folders to remove before a cold build. */
  readonly caches: readonly string[]
}

/** A static site generator that Docprism is measured beside. */
export interface Peer {
  readonly id: string
  readonly name: string
  /** How to install it, in a sentence without a full stop. */
  readonly install: string
  /** Its version as installed; `undefined` when it is not. */
  version(): Promise<string | undefined>
  /**
   * Writes the pages and the configuration into an empty folder.
   *
   * @param folder  absolute
   */
  prepare(pages: readonly NeutralPage[], folder: string): Promise<PeerProject>
}
