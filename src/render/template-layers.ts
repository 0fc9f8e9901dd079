import {byCodeUnit} from '../core/code-unit-order.ts'

/**
 * One folder of theme files as text, by POSIX path inside the folder: `page.html`, `css/docprism.css`, `locales/en.yml`.
 */
export interface ThemeLayer {
  /** The folder as a user would write it, for messages. */
  readonly path: string
  readonly files: ReadonlyMap<string, string>
}

/** A file of the theme and the layer it came from. */
export interface LayeredFile {
  readonly text: string
  /** Index into the layers. */
  readonly layer: number
  /** Name without the mark of the layer: `page.html`. */
  readonly name: string
}

/**
 * Finds a file in the first layer that has it.
 *
 * A name may end in `!<n>`, which starts the search at layer n: that is how `{% extends "!page.html" %}` reaches the
 * template it overrides.
 */
export function findFile(layers: readonly ThemeLayer[], markedName: string): LayeredFile | undefined {
  const {name, from} = readMark(markedName)
  for (let layer = from; layer < layers.length; layer++) {
    const text = layers[layer]?.files.get(name)
    if (text !== undefined) return {text, layer, name}
  }
  return undefined
}

/**
 * Name that `extends`, `include` or `import` in template `from` means by `to`.
 *
 * `!page.html` is the `page.html` that the file would replace: the one of the next layer below. Any other name is
 * looked up from the top.
 */
export function resolveTemplateName(layers: readonly ThemeLayer[], from: string, to: string): string {
  if (!to.startsWith('!')) return to
  const layer = findFile(layers, from)?.layer ?? 0
  return `${to.slice(1)}!${String(layer + 1)}`
}

/** Every file name, each once, sorted. */
export function fileNames(layers: readonly ThemeLayer[]): readonly string[] {
  return [...new Set(layers.flatMap((layer) => [...layer.files.keys()]))].sort(byCodeUnit)
}

function readMark(name: string): {name: string; from: number} {
  const mark = name.lastIndexOf('!')
  return mark > 0 ? {name: name.slice(0, mark), from: Number(name.slice(mark + 1))} : {name, from: 0}
}
