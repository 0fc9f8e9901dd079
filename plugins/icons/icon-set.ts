/** An emoji as text. */
export interface Emoji {
  /** Its characters. */
  readonly text: string
  /** What it shows, in English: `red heart`. */
  readonly name: string
}

/** Where drawings of icons and emoji come from. */
export interface IconSet {
  /** Inline SVG of an icon by the name between its colons (`material-check`, `smile`), or `undefined`. */
  svg(name: string): string | undefined
  /** The emoji with this short name, or `undefined` for icons and any other word. */
  emoji(name: string): Emoji | undefined
  /** Every name of a family (`material`, `octicons`, …), for suggestions. */
  names(family: string): readonly string[]
}

/** Prefixes of icon names: a name that starts with one of them is meant to be an icon. */
const iconFamilies = ['material', 'octicons', 'fontawesome', 'simple', 'custom'] as const

/** The family that a name belongs to, or `undefined` for an emoji or any other word. */
export function familyOf(name: string): string | undefined {
  const family = name.slice(0, Math.max(0, name.indexOf('-')))
  return (iconFamilies as readonly string[]).includes(family) ? family : undefined
}
