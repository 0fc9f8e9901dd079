import {cp} from 'node:fs/promises'
import path from 'node:path'
import {packageRoot} from '../../src/build/package-root.ts'
import type {NeutralPage, Peer} from './peer.ts'
import {programVersion} from './program-version.ts'
import {withTitle} from './page-files.ts'
import {writeFiles} from '../write-files.ts'

/** Hugo with a small theme: nav made once for each language, links to sources resolved, highlighting by Chroma. */
export const hugo: Peer = {
  id: 'hugo',
  name: 'Hugo',
  install: 'run `apt-get install hugo`',
  version: async () => /v[\d.]+/.exec((await programVersion('hugo', ['version'])) ?? '')?.[0],
  async prepare(pages, folder) {
    await cp(path.join(packageRoot(), 'bench/peers/hugo'), folder, {recursive: true})
    await writeFiles(
      path.join(folder, 'content'),
      pages.map((page) => [indexName(page.path), withTitle({...page, text: indexLinks(page)})]),
    )
    const out = path.join(folder, 'public')
    return {
      command: {argv: ['hugo', '--quiet', '--destination', out, '--cacheDir', path.join(folder, 'cache')], cwd: folder},
      out,
      caches: [path.join(folder, 'cache'), path.join(folder, 'resources')],
    }
  },
}

// A page named `index.md` takes its neighbours as its resources; that of a section is `_index.md`.
function indexName(file: string): string {
  return file.replace(/(^|\/)index\.md$/, '$1_index.md')
}

function indexLinks({text}: NeutralPage): string {
  return text.replaceAll(/\]\(([^()\s]*\/)?index\.md(?=[#)])/g, ']($1_index.md')
}
