import {readFile} from 'node:fs/promises'
import {createRequire} from 'node:module'
import path from 'node:path'
import {packageRoot} from '../build/package-root.ts'
import {contentType} from './answer.ts'
import type {Answer} from './answer.ts'

const require = createRequire(import.meta.url)

/** Files that pages get from the server itself, by name below its own folder. */
const ownFiles: ReadonlyMap<string, () => string> = new Map([
  ...[
    'bar-styles.js',
    'bar.js',
    'client.js',
    'compare.js',
    'connection.js',
    'differences.js',
    'element.js',
    'patch.js',
    'words.js',
  ].map((name) => [name, () => path.join(packageRoot(), 'lib/src/serve/client', name)] as const),
  ...['compare.html', 'compare.css', 'early.js'].map(
    (name) => [name, () => path.join(packageRoot(), 'templates/serve', name)] as const,
  ),
  ['vendor/idiomorph.js', () => require.resolve('idiomorph/dist/idiomorph.esm.js')],
  ...['diff/array.js', 'diff/base.js', 'diff/word.js', 'util/string.js'].map(
    (name) =>
      [
        `vendor/diff/${name}`,
        () => path.join(path.dirname(require.resolve('diff/package.json')), 'libesm', name),
      ] as const,
  ),
])

/** A file that the server brings along. @param name  below its own folder */
export async function readOwnFile(name: string): Promise<Answer> {
  const find = ownFiles.get(name)
  if (!find) return {kind: 'refused', status: 404, reason: 'The server has no such file'}
  return {kind: 'content', status: 200, type: contentType(name), body: await readFile(find())}
}
