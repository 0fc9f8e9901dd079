import type {PageHistory} from '../core/publishing.ts'

interface OpenHistory {
  updated?: number
  readonly commits: Map<string, number>
}

/**
 * Reads the output of `git log -z --format=format:%x01%at%x00%aN --name-status -M100%`, which starts with the last commit.
 *
 * A file that was renamed keeps its history: renaming alone is no change of its text. A file that was deleted has none.
 *
 * @returns by path, as git names it
 */
export function parseHistory(log: string): ReadonlyMap<string, PageHistory> {
  const files = new Map<string, OpenHistory>()
  // What a path of the commits that are still to come is called today; `undefined` where it is another file, or gone.
  const today = new Map<string, string | undefined>()
  const nameOf = (file: string): string | undefined => (today.has(file) ? today.get(file) : file)
  const open = (file: string): OpenHistory => {
    const known = files.get(file) ?? {commits: new Map<string, number>()}
    files.set(file, known)
    return known
  }
  for (const {time, author, changes} of commitsOf(log)) {
    for (const {status, file, former} of changes) {
      const name = nameOf(file)
      if (status !== 'M' && status !== 'T') today.set(file, undefined)
      if (former !== undefined) today.set(former, name)
      if (name === undefined || status === 'D' || former !== undefined) continue
      const history = open(name)
      history.updated ??= time
      history.commits.set(author, (history.commits.get(author) ?? 0) + 1)
    }
  }
  const finished = [...files].map(
    ([file, {updated = 0, commits}]) => [file, {updated, authors: ranked(commits)}] as const,
  )
  return new Map(finished)
}

interface Change {
  /** First letter of the status that git gives. */
  readonly status: string
  readonly file: string
  /** Path before the commit, of a file that it renamed. */
  readonly former?: string
}

function* commitsOf(log: string): Generator<{
  readonly time: number
  readonly author: string
  readonly changes: readonly Change[]
}> {
  for (const part of log.split('\u0001').slice(1)) {
    const [time = '', rest = '', ...fields] = part.split('\0')
    const [author = '', firstStatus = ''] = rest.split('\n')
    yield {time: Number(time), author, changes: changesOf([firstStatus, ...fields])}
  }
}

function changesOf(fields: readonly string[]): readonly Change[] {
  const changes: Change[] = []
  for (let at = 0; at + 1 < fields.length;) {
    const status = fields[at]?.charAt(0) ?? ''
    if (status === '') break
    if (status === 'R' || status === 'C') {
      changes.push({status, former: fields[at + 1] ?? '', file: fields[at + 2] ?? ''})
      at += 3
    } else {
      changes.push({status, file: fields[at + 1] ?? ''})
      at += 2
    }
  }
  return changes
}

function ranked(commits: ReadonlyMap<string, number>): readonly string[] {
  return [...commits]
    .filter(([name]) => name !== '' && !name.endsWith('[bot]'))
    .sort(([a, first], [b, second]) => second - first || (a < b ? -1 : 1))
    .map(([name]) => name)
}
