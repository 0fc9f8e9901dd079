/** Whether the name of a font is the path of a file: `fonts/inter.woff2`. */
export function isFontFile(font: string): boolean {
  return /\.(?:woff2?|ttf|otf)$/i.test(font)
}
