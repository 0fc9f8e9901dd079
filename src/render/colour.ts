/** An opaque sRGB colour, channels 0 to 255, whole numbers, so that what is judged is what is written. */
export interface Colour {
  readonly red: number
  readonly green: number
  readonly blue: number
}

/**
 * Reads `#rgb`, `#rrggbb`, `rgb(…)`, `hsl(…)` and the 16 basic colour names of CSS; an alpha channel is ignored.
 *
 * @returns `undefined` for anything else
 */
export function readColour(text: string): Colour | undefined {
  const value = text.trim().toLowerCase()
  const hex = basicColours[value] ?? /^#([0-9a-f]{3,4}|[0-9a-f]{6}|[0-9a-f]{8})$/.exec(value)?.[1] ?? undefined
  if (hex !== undefined) return readHex(hex)
  const call = /^(rgb|hsl)a?\(([^()]{1,80})\)$/.exec(value)
  const parts = (call?.[2] ?? '').split(/[\s,/]+/).filter((part) => part !== '')
  const [first, second, third] = parts
  if (!call || first === undefined || second === undefined || third === undefined || parts.length > 4) return undefined
  return call[1] === 'rgb' ? readRgb([first, second, third]) : readHsl(first, second, third)
}

/** `#rrggbb`. */
export function writeColour({red, green, blue}: Colour): string {
  return `#${[red, green, blue].map((channel) => channel.toString(16).padStart(2, '0')).join('')}`
}

/** Colour between two: 0 is the first, 1 the second. */
export function mixColours(from: Colour, to: Colour, share: number): Colour {
  const between = (a: number, b: number) => Math.round(a + (b - a) * share)
  return {
    red: between(from.red, to.red),
    green: between(from.green, to.green),
    blue: between(from.blue, to.blue),
  }
}

/** Contrast ratio of two colours, 1 to 21 (WCAG 2.2). */
export function contrastRatio(one: Colour, other: Colour): number {
  const [light, dark] = [luminance(one), luminance(other)].sort((a, b) => b - a)
  return ((light ?? 0) + 0.05) / ((dark ?? 0) + 0.05)
}

/**
 * The colour, or the one nearest to it on its way to `towards`, that keeps a contrast ratio to every background.
 *
 * @param options.ratio  4.5 for text, 3 for what is not text (WCAG 2.2 AA)
 */
export function readableColour(
  colour: Colour,
  options: {readonly backgrounds: readonly Colour[]; readonly towards: Colour; readonly ratio: number},
): Colour {
  const steps = 50
  for (let step = 0; step < steps; step++) {
    const candidate = mixColours(colour, options.towards, step / steps)
    if (options.backgrounds.every((background) => contrastRatio(candidate, background) >= options.ratio)) {
      return candidate
    }
  }
  return options.towards
}

function luminance({red, green, blue}: Colour): number {
  const linear = (channel: number) => {
    const share = channel / 255
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
  }
  return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue)
}

function readHex(hex: string): Colour {
  const digits = hex.length < 6 ? hex.replace(/./g, '$&$&') : hex
  const channel = (at: number) => parseInt(digits.slice(at, at + 2), 16)
  return {red: channel(0), green: channel(2), blue: channel(4)}
}

function readRgb(parts: readonly [string, string, string]): Colour | undefined {
  const [red, green, blue] = parts.map((part) => readNumber(part, {percentOf: 255, maximum: 255}))
  if (red === undefined || green === undefined || blue === undefined) return undefined
  return {red: Math.round(red), green: Math.round(green), blue: Math.round(blue)}
}

function readHsl(hueText: string, saturationText: string, lightnessText: string): Colour | undefined {
  const hue = /^(-?\d{1,6}(?:\.\d{1,6})?)(?:deg)?$/.exec(hueText)?.[1]
  const saturation = readNumber(saturationText, {percentOf: 100, maximum: 100})
  const lightness = readNumber(lightnessText, {percentOf: 100, maximum: 100})
  if (hue === undefined || saturation === undefined || lightness === undefined) return undefined
  const spread = (saturation / 100) * Math.min(lightness / 100, 1 - lightness / 100)
  // Conversion of CSS Color 4, section 7.1.
  const channel = (offset: number) => {
    const turn = (((offset + Number(hue) / 30) % 12) + 12) % 12
    return Math.round(255 * (lightness / 100 - spread * Math.max(-1, Math.min(turn - 3, 9 - turn, 1))))
  }
  return {red: channel(0), green: channel(8), blue: channel(4)}
}

function readNumber(text: string, scale: {readonly percentOf: number; readonly maximum: number}): number | undefined {
  const match = /^(\d{1,6}(?:\.\d{1,6})?)(%?)$/.exec(text)
  if (!match?.[1]) return undefined
  const value = match[2] === '%' ? (Number(match[1]) / 100) * scale.percentOf : Number(match[1])
  return Math.min(value, scale.maximum)
}

const basicColours: Readonly<Record<string, string>> = {
  aqua: '00ffff',
  black: '000000',
  blue: '0000ff',
  fuchsia: 'ff00ff',
  gray: '808080',
  green: '008000',
  lime: '00ff00',
  maroon: '800000',
  navy: '000080',
  olive: '808000',
  purple: '800080',
  red: 'ff0000',
  silver: 'c0c0c0',
  teal: '008080',
  white: 'ffffff',
  yellow: 'ffff00',
}
