import {mixColours, writeColour} from './colour.ts'
import type {Colour} from './colour.ts'
import {escapeHtml} from './escape-html.ts'

/** Size of an image for social networks, in pixels. */
const size = {width: 1200, height: 630}
const margin = 80

/** Letters that one font draws. */
export interface TextRun {
  readonly family: string
  readonly text: string
  /** In em. */
  readonly width: number
}

/** Cuts a text into runs by the fonts that have its letters; `undefined` when there is no font for some letter. */
export type ShapeText = (text: string) => readonly TextRun[] | undefined

/** What an image says, and how it looks. */
export interface SocialCard {
  readonly title: string
  /** Name of the site. */
  readonly site: string
  /** Groups around the page, outermost first. */
  readonly trail: readonly string[]
  readonly host: string
  readonly locale: string
  readonly dir: 'ltr' | 'rtl'
  readonly fill: Colour
  /** Of text on `fill`. */
  readonly text: Colour
  /** As `data:` URL. */
  readonly logo: string | undefined
  readonly shape: ShapeText
}

/** The image as SVG; `undefined` when there is no font for some of its letters. */
export function socialCard(card: SocialCard): string | undefined {
  const {fill, text, dir, logo, shape} = card
  const soft = writeColour(mixColours(fill, text, 0.78))
  const isRtl = dir === 'rtl'
  const edge = isRtl ? size.width - margin : margin
  const anchor = isRtl ? ' text-anchor="end"' : ''
  const draw = (line: string, at: {y: number; px: number; colour: string; x?: number}): string | undefined => {
    const runs = shape(line)
    if (!runs) return undefined
    const spans = runs.map(
      ({family, text: part}) => `<tspan font-family="${escapeHtml(family)}">${escapeHtml(part)}</tspan>`,
    )
    return `<text x="${at.x ?? edge}" y="${at.y}" font-size="${at.px}" font-weight="700" fill="${at.colour}" xml:space="preserve"${anchor}>${spans.join('')}</text>\n`
  }
  const lines = breakLines(card)
  if (!lines) return undefined
  const {px, rows} = lines
  const step = px * 1.3
  const first = 330 - ((rows.length - 1) * step) / 2 + px / 3
  const logoSize = 64
  const nameX = logo === undefined ? edge : edge + (isRtl ? -1 : 1) * (logoSize + 44)
  const parts = [
    draw(fit(card.site, {px: 34, shape, width: 900}), {y: 127, px: 34, colour: writeColour(text), x: nameX}),
    ...rows.map((row, index) => draw(row, {y: Math.round(first + index * step), px, colour: writeColour(text)})),
    draw(fit([card.host, ...card.trail].join(isRtl ? ' ‹ ' : ' › '), {px: 28, shape, width: size.width - 2 * margin}), {
      y: 550,
      px: 28,
      colour: soft,
    }),
  ]
  if (parts.includes(undefined)) return undefined
  const logoX = isRtl ? edge - logoSize - 24 : edge
  const tile =
    logo === undefined
      ? ''
      : `<rect x="${logoX}" y="72" width="${logoSize + 24}" height="${logoSize + 24}" rx="18" fill="#fff"/>
<image x="${logoX + 12}" y="84" width="${logoSize}" height="${logoSize}" href="${logo}"/>
`
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${size.width}" height="${size.height}" viewBox="0 0 ${size.width} ${size.height}">
<rect width="${size.width}" height="${size.height}" fill="${writeColour(fill)}"/>
<rect y="${size.height - 14}" width="${size.width}" height="14" fill="${writeColour(mixColours(fill, text, 0.35))}"/>
${tile}${parts.join('')}</svg>
`
}

/** The title in as few and as large lines as fit. */
function breakLines({title, locale, shape}: SocialCard): {px: number; rows: readonly string[]} | undefined {
  const width = size.width - 2 * margin
  const sizes = [76, 64, 54]
  for (const px of sizes) {
    const rows = wrap(title, {locale, shape, limit: width / px})
    if (!rows) return undefined
    const most = px > 60 ? 3 : 4
    if (rows.length <= most) return {px, rows}
    if (px === sizes.at(-1)) {
      const last = fit(`${rows[most - 1] ?? ''}…`, {px, shape, width})
      return {px, rows: [...rows.slice(0, most - 1), last.endsWith('…') ? last : `${last}…`]}
    }
  }
  return undefined
}

function wrap(
  text: string,
  {locale, shape, limit}: {readonly locale: string; readonly shape: ShapeText; readonly limit: number},
): readonly string[] | undefined {
  const rows: string[] = []
  let row = ''
  for (const piece of pieces(text, locale)) {
    const width = widthOf(shape(row + piece.trimEnd()))
    if (width === undefined) return undefined
    if (width > limit && row.trim() !== '') {
      rows.push(row.trimEnd())
      row = piece.trimStart()
    } else row += piece
  }
  return [...rows, row.trimEnd()].filter((line) => line !== '')
}

/** Pieces that a line may end after: words, in Chinese too, each with the signs that belong to it. */
function pieces(text: string, locale: string): readonly string[] {
  const found: string[] = []
  const opening = /[\p{Ps}\p{Pi}]$/u
  for (const {segment, isWordLike} of new Intl.Segmenter(locale, {granularity: 'word'}).segment(text)) {
    const before = found.at(-1)
    const sticks = before !== undefined && ((isWordLike !== true && !opening.test(segment)) || opening.test(before))
    // Latin words that a sign joins, such as `docker-compose`, are one.
    const isJoined = before !== undefined && isWordLike === true && /[\p{Script=Latin}\d][-_./:@]$/u.test(before)
    if (sticks || isJoined) found[found.length - 1] = before + segment
    else found.push(segment)
  }
  return found
}

/** A text, cut with an ellipsis where it is too wide. */
function fit(
  text: string,
  {px, shape, width}: {readonly px: number; readonly shape: ShapeText; readonly width: number},
): string {
  const isWide = (line: string): boolean => (widthOf(shape(line)) ?? 0) * px > width
  if (!isWide(text)) return text
  const letters = Array.from(text)
  while (letters.length > 1 && isWide(`${letters.join('')}…`)) letters.pop()
  return `${letters.join('').trimEnd()}…`
}

function widthOf(runs: readonly TextRun[] | undefined): number | undefined {
  return runs?.reduce((sum, {width}) => sum + width, 0)
}
