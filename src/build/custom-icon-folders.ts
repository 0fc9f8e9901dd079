import type {MarkdownOptions} from '../core/site.ts'

/** Absolute folders of the site's own icons: `custom_icons` among the options of `pymdownx.emoji`. */
export function customIconFolders({extensions}: MarkdownOptions): readonly string[] {
  const options: unknown = extensions['pymdownx.emoji']?.['options']
  if (typeof options !== 'object' || options === null || !('custom_icons' in options)) return []
  const {custom_icons: folders} = options
  return Array.isArray(folders) ? folders.filter((folder) => typeof folder === 'string') : []
}
