import type {IconSet} from '../../plugins/icons/icon-set.ts'
import type {Diagnostic} from '../core/diagnostic.ts'
import type {Brand} from '../core/site.ts'
import {admonitionCss} from './admonition-css.ts'
import {brandCss, primaryColour, textOn} from './brand-css.ts'
import {writeColour} from './colour.ts'
import {fontCss} from './font-css.ts'
import {joinAssets} from './join-assets.ts'
import type {Theme} from './theme.ts'

/** Folder of the theme's files, below the brand's output folder. */
export const assetFolder = 'assets/docprism'

/** What a brand needs beside its pages. */
export interface ThemeAssets {
  /** Files to write: path below the brand's output folder → text. */
  readonly files: ReadonlyMap<string, string>
  /** Files to copy: path below the brand's output folder → path from the content folder, as configured. */
  readonly copies: ReadonlyMap<string, string>
  /** Colours that cannot be read and icons that do not exist, as `config/invalid`; includes that fail, as `template/invalid`. */
  readonly diagnostics: readonly Diagnostic[]
}

/**
 * Style sheets and scripts of the theme, the brand's colours, its logo and icon.
 *
 * A brand without a favicon gets one drawn in its colour.
 *
 * @param options.configPath  configuration file as messages name it
 */
export function themeAssets(options: {
  readonly theme: Theme
  readonly brand: Brand
  /** Where the icons of admonitions come from. */
  readonly icons: IconSet
  readonly configPath: string
}): ThemeAssets {
  const {theme, brand} = options
  const {css, unreadable} = brandCss(brand.theme)
  const admonitions = admonitionCss(brand.theme.admonitions ?? {}, options.icons)
  const files = new Map<string, string>()
  const joined = joinAssets(theme.assets, brand.theme.features)
  for (const [name, text] of joined.files) files.set(`${assetFolder}/${name}`, text)
  const fonts = fontCss(brand.theme.fonts ?? {body: [], code: []})
  files.set(`${assetFolder}/css/brand.css`, css + fonts.css + admonitions.css)
  const copies = new Map<string, string>()
  for (const [name, path] of fonts.files) copies.set(`${assetFolder}/fonts/${name}`, path)
  const logo = logoPath(brand)
  if (logo !== undefined && brand.theme.logo !== undefined) copies.set(logo, brand.theme.logo)
  if (brand.theme.favicon === undefined) files.set(iconPath(brand), drawnIcon(brand))
  else copies.set(iconPath(brand), brand.theme.favicon)
  return {
    files,
    copies,
    diagnostics: [
      ...[...unreadable, ...admonitions.unreadable].map((colour) => ({
        message: `Cannot read colour \`${colour}\`; expected a form such as \`#3b5bdb\`, \`rgb(59 91 219)\` or \`hsl(228 69% 55%)\``,
        actual: colour,
      })),
      ...admonitions.unknownIcons.map(({name, nearest}) => ({
        message: `Unknown icon \`${name}\`${nearest === undefined ? '' : `; did you mean \`${nearest}\``}`,
        actual: name,
      })),
      ...joined.missing.map(({from, name}) => ({
        ruleId: 'template/invalid',
        message: `Cannot find \`${name}\`, which \`${from}\` includes`,
        actual: name,
      })),
    ].map((found) => ({
      ruleId: 'config/invalid',
      severity: 'error',
      path: options.configPath,
      ...found,
      brands: [brand.id],
    })),
  }
}

/** Where the brand's logo is published, below its output folder; `undefined` for a brand without one. */
export function logoPath(brand: Brand): string | undefined {
  const {logo} = brand.theme
  return logo === undefined ? undefined : `${assetFolder}/logo${extension(logo)}`
}

/** Where the brand's favicon is published, below its output folder. */
export function iconPath(brand: Brand): string {
  return `${assetFolder}/favicon${extension(brand.theme.favicon ?? '.svg')}`
}

/** Ending of a file name in lower case with its dot, letters and digits only; empty when there is none. */
function extension(path: string): string {
  return /\.[a-z0-9]{1,8}$/.exec(path.toLowerCase())?.[0] ?? ''
}

function drawnIcon(brand: Brand): string {
  const fill = primaryColour(brand.theme)
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32">
<rect width="32" height="32" rx="7" fill="${writeColour(fill)}"/>
<path d="M16 7 26 24H6Z" fill="none" stroke="${writeColour(textOn(fill))}" stroke-width="2.5" stroke-linejoin="round"/>
<path d="M3 18l8-2.5M19 15l10 3M19.5 17.5l9 4.5" stroke="${writeColour(textOn(fill))}" stroke-width="2" stroke-linecap="round"/>
</svg>
`
}
