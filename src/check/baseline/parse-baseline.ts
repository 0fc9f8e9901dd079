import {z} from 'zod'
import {UsageError} from '../../build/usage-error.ts'

/** One known finding as it stands in a baseline. */
export interface BaselineEntry {
  /** Path from the content folder. */
  readonly path: string
  /** Rule id; it may be one that this version does not have. */
  readonly rule: string
  /** Digest of what it is about. */
  readonly about: string
  /** Digest of the line it stands in, empty for a whole file. */
  readonly line: string
  /** Brands that have it; left out: all that publish the file. */
  readonly brands?: readonly string[] | undefined
}

const entry = z.object({
  path: z.string(),
  rule: z.string(),
  about: z.string(),
  line: z.string(),
  brands: z.array(z.string()).optional(),
})

const baseline = z.object({findings: z.array(entry)})

/**
 * Reads the text of a baseline.
 *
 * @throws UsageError for what is not JSON, was written by a later version, or is not a baseline
 */
export function parseBaseline(text: string, file: string): readonly BaselineEntry[] {
  const data = parseJson(text)
  const version = z.object({version: z.unknown()}).safeParse(data).data?.version
  if (typeof version === 'number' && version !== 1) {
    throw new UsageError(
      `Baseline \`${file}\` is of version \`${version}\`, expected \`1\`; use the Docprism that wrote it, or write it anew with \`--update-baseline\``,
    )
  }
  const {data: read} = baseline.safeParse(data)
  if (version === 1 && read) return read.findings
  const isMerge = /^(?:<{7}|={7}|>{7})/m.test(text)
  const hint = isMerge ? 'resolve the merge conflict in it, or write' : 'restore it, or write'
  throw new UsageError(`Baseline \`${file}\` is damaged; ${hint} it anew with \`--update-baseline\``)
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
