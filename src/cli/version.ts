import {readFile} from 'node:fs/promises'
import path from 'node:path'
import {packageRoot} from '../build/package-root.ts'

/** Version of Docprism, from its package. */
export async function readVersion(): Promise<string> {
  const text = await readFile(path.join(packageRoot(), 'package.json'), 'utf8')
  const manifest: unknown = JSON.parse(text)
  if (typeof manifest !== 'object' || manifest === null || !('version' in manifest)) return 'unknown'
  return String(manifest.version)
}
