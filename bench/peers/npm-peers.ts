import {cp, mkdir, readFile} from 'node:fs/promises'
import {execFile} from 'node:child_process'
import os from 'node:os'
import path from 'node:path'
import {promisify} from 'node:util'
import {packageRoot} from '../../src/build/package-root.ts'

/** Folder that the peers from npm are installed in, absolute. */
export function npmPeersFolder(): string {
  const cache = process.env['XDG_CACHE_HOME'] ?? path.join(os.homedir(), '.cache')
  return path.join(cache, 'docprism-bench', 'peers')
}

/** How to install the peers from npm, in a sentence without a full stop. */
export const npmPeersInstall = 'run `npm run bench -- --install-peers`'

/** Installs them, in the versions that `bench/peers/package-lock.json` names. */
export async function installNpmPeers(): Promise<void> {
  const folder = npmPeersFolder()
  await mkdir(folder, {recursive: true})
  for (const file of ['package.json', 'package-lock.json']) {
    await cp(path.join(packageRoot(), 'bench/peers', file), path.join(folder, file))
  }
  await promisify(execFile)('npm', ['ci', '--no-audit', '--no-fund'], {cwd: folder})
}

/** Version of a package among the peers; `undefined` when it is not installed. */
export async function npmPeerVersion(name: string): Promise<string | undefined> {
  try {
    const text = await readFile(path.join(npmPeersFolder(), 'node_modules', name, 'package.json'), 'utf8')
    return /"version":\s*"([^"]+)"/.exec(text)?.[1]
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined
    throw error
  }
}
