import path from 'node:path'
import type {Site} from '../core/site.ts'

/** Absolute path of the file of a finding, which goes by its path from the content folder or is the configuration. */
export function findingFile(found: string, {configPath, root, content}: Site): string {
  return found === configPath ? path.join(root, path.basename(found)) : path.resolve(content, found)
}
