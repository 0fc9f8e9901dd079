import {createBuilder} from './builder.ts'
import type {BuilderOptions, BuildResult} from './builder.ts'
import type {Inspection} from './inspection.ts'

/**
 * Builds the sites of all brands once, each in its own folder below the output folder.
 *
 * Author's mistakes are returned as diagnostics and never keep a site from being written. Nothing is replaced before
 * everything is made, so a build that fails leaves what was there. Two builds of one input give identical bytes, whatever
 * is in the cache.
 *
 * @param inspection  what else to look at
 * @throws UsageError for an unknown brand or locale, or an output folder that would overwrite the content
 * @throws Error with its `cause` when the content cannot be read or the output cannot be written
 */
export async function build(options: BuilderOptions = {}, inspection?: Inspection): Promise<BuildResult> {
  const builder = createBuilder(options, inspection)
  try {
    return await builder.build()
  } finally {
    await builder.close()
  }
}
