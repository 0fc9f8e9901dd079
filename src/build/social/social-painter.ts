import {readFileSync} from 'node:fs'
import {createRequire} from 'node:module'
import path from 'node:path'
import type {Diagnostic} from '../../core/diagnostic.ts'
import {rules} from '../../core/rules.ts'
import type {Brand, Site} from '../../core/site.ts'
import {hasAbsoluteUrl} from '../../render/address.ts'
import {primaryColour, textOn} from '../../render/brand-css.ts'
import {socialCard} from '../../render/social-card.ts'
import type {ShapeText, TextRun} from '../../render/social-card.ts'
import {assetFolder} from '../../render/theme-assets.ts'
import type {EditionEntry, EditionSite} from '../../site/edition-site.ts'
import {trailOf} from '../../site/reading-order.ts'
import {brandChain} from '../compile-sources.ts'
import {digest, digestAll} from '../digest.ts'
import type {Disk} from '../disk.ts'
import {systemReason} from '../system-reason.ts'
import {findFonts} from './find-fonts.ts'
import {readFontFaces} from './font-file.ts'
import type {FontFace} from './font-file.ts'
import {keepImage, recallImage} from './image-cache.ts'

/** Draws the images that social networks show for links to pages. */
export interface SocialPainter {
  /** Digest of what all images are made with beside their texts: fonts and logo. */
  readonly version: string
  /** Image of a page; `undefined`, and `social/missing-font`, where no font has all letters of it. */
  paint(
    entry: EditionEntry,
    site: EditionSite,
  ): {readonly image: SocialImage | undefined; readonly diagnostics: readonly Diagnostic[]}
}

/** An image that is drawn when it is asked for. */
export interface SocialImage {
  /** Below the brand's output folder; names the content, too. */
  readonly file: string
  /** PNG. */
  draw(): Uint8Array
}

/** What painters are made with. */
export interface PainterOptions {
  readonly site: Site
  readonly brands: readonly Brand[]
  readonly disk: Disk
  /** Absolute folder for images that were drawn; left out: they are not kept. */
  readonly cache: string | undefined
}

/** Painters of several brands. */
export interface SocialPainters {
  /** By brand id. */
  readonly painters: ReadonlyMap<string, SocialPainter>
  /** `config/invalid` for fonts that cannot be read. */
  readonly diagnostics: readonly Diagnostic[]
}

/** Painters for the brands that want images and have an address that networks can ask for. */
export async function createSocialPainters(options: PainterOptions): Promise<SocialPainters> {
  const wanting = options.brands.filter((brand) => brand.machines?.social && hasAbsoluteUrl(brand))
  if (wanting.length === 0) return {painters: new Map(), diagnostics: []}
  const render = await loadRenderer()
  const diagnostics: Diagnostic[] = []
  const painters = wanting.map((brand) => {
    const fonts = readFonts(brand, options)
    diagnostics.push(...fonts.diagnostics)
    return [brand.id, createPainter(brand, {...options, render, files: fonts.files})] as const
  })
  return {painters: new Map(painters), diagnostics}
}

function readFonts(
  brand: Brand,
  {site, disk}: PainterOptions,
): {readonly files: readonly FontBytes[]; readonly diagnostics: readonly Diagnostic[]} {
  const locales = brand.locales.map(({tag}) => tag)
  const diagnostics: Diagnostic[] = []
  const files = findFonts({configured: brand.machines?.social?.fonts, locales, disk}).flatMap((file) => {
    try {
      const {digest: version, bytes} = disk.file(file)
      return [{version, bytes: bytes()}]
    } catch (error) {
      const name = path.relative(site.root, file).split(path.sep).join('/')
      const message = `Cannot read the font \`${name}\`: ${systemReason(error)}`
      const {severity} = rules['config/invalid']
      diagnostics.push({ruleId: 'config/invalid', severity, message, path: site.configPath, brands: [brand.id]})
      return []
    }
  })
  return {files, diagnostics}
}

interface FontBytes {
  /** Digest of the bytes. */
  readonly version: string
  readonly bytes: Uint8Array
}

type RenderSvg = (svg: string, fonts: readonly Uint8Array[]) => Uint8Array

async function loadRenderer(): Promise<RenderSvg> {
  const {initWasm, Resvg} = await import('@resvg/resvg-wasm')
  const code = createRequire(import.meta.url).resolve('@resvg/resvg-wasm/index_bg.wasm')
  try {
    await initWasm(readFileSync(code))
  } catch (error) {
    // A process can load it once; the second time there is nothing to do.
    if (!(error instanceof Error) || !error.message.includes('Already initialized')) throw error
  }
  return (svg, fonts) => {
    const drawing = new Resvg(svg, {font: {fontBuffers: [...fonts]}})
    const image = drawing.render()
    const png = image.asPng()
    image.free()
    drawing.free()
    return png
  }
}

function createPainter(
  brand: Brand,
  options: PainterOptions & {readonly render: RenderSvg; readonly files: readonly FontBytes[]},
): SocialPainter {
  const {site, disk, cache, render, files} = options
  const fonts = files.map(({bytes}) => bytes)
  const faces = fonts.flatMap((bytes) => readFontFaces(bytes))
  const logo = readLogo(brand, site, disk)
  const version = digestAll([logo ?? '', ...files.map((file) => file.version)])
  const fill = primaryColour(brand.theme)
  return {
    version,
    paint: (entry, edition) => {
      const {locale} = edition.edition
      const shape = shaper(faces, locale.tag)
      const title = plain(entry.content.title)
      const svg = socialCard({
        title,
        site: plain(edition.title),
        trail: trailOf(entry, edition)
          .slice(0, -1)
          .map((item) => plain(item.title)),
        host: new URL(brand.url).host,
        locale: locale.tag,
        dir: entry.contentLocale.dir,
        fill,
        text: textOn(fill),
        logo,
        shape,
      })
      if (svg === undefined) return {image: undefined, diagnostics: [missingFont(entry, edition, shape)]}
      const name = digest(version + svg)
      const draw = (): Uint8Array => {
        const known = recallImage(cache, name)
        if (known) return known
        const png = render(svg, fonts)
        keepImage(cache, name, png)
        return png
      }
      return {image: {file: `${assetFolder}/social/${name.slice(0, 16)}.png`, draw}, diagnostics: []}
    },
  }
}

function readLogo(brand: Brand, site: Site, disk: Disk): string | undefined {
  const {logo} = brand.theme
  if (logo === undefined) return undefined
  const type = /\.(svg|png|jpe?g)$/i.exec(logo)?.[1]?.toLowerCase()
  const places = [...brandChain(brand).map((id) => `brands/${id}/${logo}`), logo]
  const file = places.map((place) => path.join(site.content, place)).find((place) => disk.kind(place) === 'file')
  if (type === undefined || file === undefined) return undefined
  const mime = type === 'svg' ? 'svg+xml' : type === 'jpg' ? 'jpeg' : type
  return `data:image/${mime};base64,${Buffer.from(disk.file(file).bytes()).toString('base64')}`
}

/** Text without emoji, which text fonts do not have, in one line. */
function plain(text: string): string {
  return text
    .replace(/\p{Extended_Pictographic}|\p{Regional_Indicator}|\u{fe0f}|\u{200d}/gu, '')
    .replace(/\s+/g, ' ')
    .trim()
}

/** Takes for each letter the first face that has it; of a collection, the face for the language comes first. */
function shaper(faces: readonly FontFace[], tag: string): ShapeText {
  const {language, script, region} = new Intl.Locale(tag).maximize()
  const ending =
    language === 'ja' ? 'JP' : language === 'ko' ? 'KR' : script === 'Hant' ? (region === 'HK' ? 'HK' : 'TC') : 'SC'
  const isOwn = ({family}: FontFace): boolean => family.endsWith(` ${ending}`)
  const ordered = [...faces].sort((a, b) => Number(isOwn(b)) - Number(isOwn(a)))
  return (text) => {
    const runs: TextRun[] = []
    for (const letter of text) {
      const codePoint = letter.codePointAt(0) ?? 0
      const last = runs.at(-1)
      // A letter stays with the face of the one before it where that has it, too.
      const same = last && ordered.find((face) => face.family === last.family)
      const face =
        same?.advance(codePoint) !== undefined ? same : ordered.find((one) => one.advance(codePoint) !== undefined)
      const width = face?.advance(codePoint)
      if (!face || width === undefined) return undefined
      if (last?.family === face.family)
        runs[runs.length - 1] = {...last, text: last.text + letter, width: last.width + width}
      else runs.push({family: face.family, text: letter, width})
    }
    return runs
  }
}

function missingFont(entry: EditionEntry, {title, edition}: EditionSite, shape: ShapeText): Diagnostic {
  const letters = [...new Set(plain(entry.content.title + title))].filter((letter) => shape(letter) === undefined)
  const named = letters.slice(0, 5).join('')
  const reason = named === '' ? 'some letters of its groups' : `\`${named}\``
  return {
    ruleId: 'social/missing-font',
    severity: rules['social/missing-font'].severity,
    message: `No font has ${reason}, so no image for social networks is drawn; name a font with them in \`social.fonts\``,
    path: entry.content.page.path,
    brands: [edition.brand.id],
  }
}
