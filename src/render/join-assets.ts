/** A style sheet or script that is joined from several, and what it asks for in vain. */
export interface JoinedAssets {
  /** What is published, by path; files that another one includes are part of that one. */
  readonly files: ReadonlyMap<string, string>
  /** Files that an include names and the theme does not have. */
  readonly missing: readonly {readonly from: string; readonly name: string}[]
}

// `/* include name.css */` or `// include name.js if some.feature`, alone on a line.
const includeLine = /^(?:\/\*|\/\/) include ([\w./-]+)(?: if ([\w.]+))?(?: \*\/)?$/gm

/**
 * Joins style sheets and scripts: a comment alone on a line that says `include header.css` or `include toc.js` stands
 * for the file of that name in the same folder; with ` if <feature>` behind it, only where that feature is on.
 *
 * Included files include nothing themselves. Whatever no file includes is published as it is.
 *
 * @param features  names of the features that are on
 */
export function joinAssets(assets: ReadonlyMap<string, string>, features: readonly string[]): JoinedAssets {
  const included = new Set<string>()
  const missing: {from: string; name: string}[] = []
  const files = new Map<string, string>()
  for (const [path, text] of assets) {
    const folder = path.slice(0, path.lastIndexOf('/') + 1)
    const joined = text.replace(includeLine, (_line: string, written: string, feature?: string) => {
      const name = folder + written
      const part = assets.get(name)
      included.add(name)
      if (part === undefined) missing.push({from: path, name})
      return part === undefined || (feature !== undefined && !features.includes(feature)) ? '' : part.trimEnd()
    })
    files.set(path, joined)
  }
  for (const name of included) files.delete(name)
  return {files, missing}
}
