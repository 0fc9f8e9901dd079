/** Endings of image files, lower case. */
export const imageEndings = ['apng', 'avif', 'bmp', 'gif', 'ico', 'jpeg', 'jpg', 'png', 'svg', 'webp'] as const

export type ImageEnding = (typeof imageEndings)[number]

/** How large image files may be, in bytes. */
export interface ImageLimits {
  readonly maxBytes: number
  /** Other limits by ending; `jpg` and `jpeg` stand for each other. */
  readonly types: Readonly<Partial<Record<ImageEnding, number | undefined>>>
}

/** Limits unless configured: what a page with one such image still loads in about a second; animations need more. */
export const usualImageLimits: ImageLimits = {maxBytes: 1_000_000, types: {gif: 5_000_000}}

/** Ending of an image file; `undefined` for any other file. */
export function imageEnding(path: string): ImageEnding | undefined {
  const ending = /\.([a-z]{3,4})$/i.exec(path.slice(-5))?.[1]?.toLowerCase()
  return imageEndings.find((known) => known === ending)
}

/** Bytes that a file of a type may have. */
export function limitOf(ending: ImageEnding, {maxBytes, types}: ImageLimits): number {
  const other = ending === 'jpg' ? 'jpeg' : ending === 'jpeg' ? 'jpg' : ending
  return types[ending] ?? types[other] ?? maxBytes
}

const factors: Readonly<Record<string, number>> = {b: 1, kb: 1e3, mb: 1e6, kib: 1024, mib: 1024 ** 2}

/** Form of a number of bytes in text: `500 kB`, `1.5MB`, `64 KiB`. */
export const sizePattern = /^\d{1,9}(?:\.\d{1,3})?\s?(?:B|kB|KB|MB|KiB|MiB)$/

/** Number of bytes, given as a number or in the form of `sizePattern`. */
export function readSize(size: number | string): number {
  if (typeof size === 'number') return size
  const unit = /[a-z]+$/i.exec(size)?.[0].toLowerCase() ?? 'b'
  return Math.round(Number.parseFloat(size) * (factors[unit] ?? 1))
}

/** Number of bytes for readers: `1.24 MB`, `500 kB`, `312 bytes`. */
export function formatSize(bytes: number): string {
  const [unit, factor] = bytes >= 999_500 ? ['MB', 1e6] : bytes >= 1000 ? ['kB', 1e3] : ['bytes', 1]
  return `${String(Number((bytes / factor).toPrecision(3)))} ${unit}`
}
