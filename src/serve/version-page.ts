import {createHash} from 'node:crypto'

/** Name of a version of a page: the same HTML always has the same. */
export function versionOf(html: string): string {
  return createHash('sha1').update(html).digest('base64url')
}

/** A page with the script that keeps it up to date, behind everything else in it. */
export function addClient(html: string): string {
  const script = `<script type="module" src="/@docprism/client.js" data-version="${versionOf(html)}"></script>\n`
  const end = html.lastIndexOf('</body>')
  return end === -1 ? html + script : html.slice(0, end) + script + html.slice(end)
}
