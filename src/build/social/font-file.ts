/** One face of a font file, as far as lines have to be broken and letters looked for. */
export interface FontFace {
  /** Name of its family in English. */
  readonly family: string
  /** 100 to 900. */
  readonly weight: number
  /** Advance of a code point in em; `undefined` where the face has no glyph for it. */
  advance(codePoint: number): number | undefined
}

/**
 * Reads the faces of a TrueType or OpenType font, or of a collection of them (OpenType 1.9).
 *
 * @returns the faces that can be read; none for what is no font
 */
export function readFontFaces(bytes: Uint8Array): readonly FontFace[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  try {
    return faceOffsets(view).flatMap((offset) => readFace(view, offset) ?? [])
  } catch (error) {
    // A table that ends too early.
    if (error instanceof RangeError) return []
    throw error
  }
}

const collection = 0x74746366
const signatures = new Set([0x00010000, 0x4f54544f, 0x74727565])

function faceOffsets(view: DataView): readonly number[] {
  if (view.byteLength < 12 || view.getUint32(0) !== collection) return [0]
  return Array.from({length: Math.min(view.getUint32(8), 256)}, (_, index) => view.getUint32(12 + index * 4))
}

function readFace(view: DataView, offset: number): FontFace | undefined {
  if (view.byteLength < 12 || !signatures.has(view.getUint32(offset))) return undefined
  const tables = new Map<string, number>()
  for (let index = 0; index < view.getUint16(offset + 4); index++) {
    const at = offset + 12 + index * 16
    const tag = [0, 1, 2, 3].map((shift) => String.fromCharCode(view.getUint8(at + shift))).join('')
    tables.set(tag, view.getUint32(at + 8))
  }
  const [head, hhea, hmtx, cmap, name] = ['head', 'hhea', 'hmtx', 'cmap', 'name'].map((tag) => tables.get(tag))
  const unread = head === undefined || hhea === undefined || hmtx === undefined || cmap === undefined
  const family = name === undefined ? undefined : readFamily(view, name)
  const glyphOf = unread ? undefined : readCharacterMap(view, cmap)
  if (unread || family === undefined || !glyphOf) return undefined
  const weights = tables.get('OS/2')
  const unitsPerEm = view.getUint16(head + 18)
  const measured = view.getUint16(hhea + 34)
  return {
    family,
    weight: weights === undefined ? 400 : view.getUint16(weights + 4),
    advance: (codePoint) => {
      const glyph = glyphOf(codePoint)
      if (glyph === 0) return undefined
      return view.getUint16(hmtx + Math.min(glyph, measured - 1) * 4) / unitsPerEm
    },
  }
}

/** English name of the family: the typographic one where there is one. */
function readFamily(view: DataView, table: number): string | undefined {
  const strings = table + view.getUint16(table + 4)
  let best: {readonly rank: number; readonly text: string} | undefined
  for (let index = 0; index < view.getUint16(table + 2); index++) {
    const at = table + 6 + index * 12
    const [platform, , language, id, length, offset] = [0, 2, 4, 6, 8, 10].map((step) => view.getUint16(at + step))
    if (platform !== 3 || language !== 0x409 || (id !== 1 && id !== 16)) continue
    let text = ''
    for (let unit = 0; unit < (length ?? 0); unit += 2) {
      text += String.fromCharCode(view.getUint16(strings + (offset ?? 0) + unit))
    }
    if (!best || id > best.rank) best = {rank: id, text}
  }
  return best?.text
}

/** Glyph of a code point, 0 where there is none. */
function readCharacterMap(view: DataView, table: number): ((codePoint: number) => number) | undefined {
  let found: {readonly rank: number; readonly at: number} | undefined
  for (let index = 0; index < view.getUint16(table + 2); index++) {
    const record = table + 4 + index * 8
    const platform = view.getUint16(record)
    const at = table + view.getUint32(record + 4)
    const format = view.getUint16(at)
    const isUnicode = platform === 0 || (platform === 3 && view.getUint16(record + 2) !== 0)
    const rank = !isUnicode ? 0 : format === 12 ? 2 : format === 4 ? 1 : 0
    if (rank > (found?.rank ?? 0)) found = {rank, at}
  }
  if (!found) return undefined
  const {at, rank} = found
  return rank === 2 ? (codePoint) => inGroups(view, at, codePoint) : (codePoint) => inSegments(view, at, codePoint)
}

function inGroups(view: DataView, at: number, codePoint: number): number {
  let low = 0
  let high = view.getUint32(at + 12) - 1
  while (low <= high) {
    const middle = (low + high) >> 1
    const group = at + 16 + middle * 12
    if (codePoint < view.getUint32(group)) high = middle - 1
    else if (codePoint > view.getUint32(group + 4)) low = middle + 1
    else return view.getUint32(group + 8) + codePoint - view.getUint32(group)
  }
  return 0
}

function inSegments(view: DataView, at: number, codePoint: number): number {
  if (codePoint > 0xffff) return 0
  const size = view.getUint16(at + 6)
  for (let segment = 0; segment < size; segment += 2) {
    if (view.getUint16(at + 14 + segment) < codePoint) continue
    const start = view.getUint16(at + 16 + size + segment)
    if (start > codePoint) return 0
    const delta = view.getUint16(at + 16 + 2 * size + segment)
    const rangeAt = at + 16 + 3 * size + segment
    const range = view.getUint16(rangeAt)
    if (range === 0) return (codePoint + delta) & 0xffff
    const glyph = view.getUint16(rangeAt + range + (codePoint - start) * 2)
    return glyph === 0 ? 0 : (glyph + delta) & 0xffff
  }
  return 0
}
