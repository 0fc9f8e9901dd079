import type {Site} from '../core/site.ts'
import {decodeSource} from './decode-source.ts'
import type {Disk} from './disk.ts'
import {findingFile} from './finding-file.ts'
import type {Content} from './read-content.ts'

/** Makes the reader of texts that findings are about: sources, snippets and nav files by their path from the content folder. */
export function createSourceTexts(site: Site, content: Content, disk: Disk): (name: string) => string | undefined {
  const sources = new Map(content.sources.map((source) => [source.path, source]))
  return (name) => {
    const source = sources.get(name)
    if (source) return source.text
    try {
      return decodeSource(disk.file(findingFile(name, site)).bytes(), name).text
    } catch {
      return undefined
    }
  }
}
