import {createHash} from 'node:crypto'

/** Name of a version of a page: the same HTML always has the same. */
export function versionOf(html: string): string {
  return createHash('sha1').update(html).digest('base64url')
}

const early = '<script src="/@docprism/early.js"></script>\n'

/** A page with the scripts that keep it up to date: one before and one behind everything else in it. */
export function addClient(html: string): string {
  const script = `<script type="module" src="/@docprism/client.js" data-version="${versionOf(html)}"></script>\n`
  const end = html.lastIndexOf('</body>')
  const added = end === -1 ? html + script : html.slice(0, end) + script + html.slice(end)
  return added.replace(/<head[^>]*>\n?/i, (head) => head + early)
}
