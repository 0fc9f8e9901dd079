/**
 * Characters that break a line (controls, U+2028, U+2029), steer a terminal (controls), reverse what is read
 * (bidirectional overrides and isolates) or cannot be encoded (halves of surrogate pairs).
 */
const disruptive = /[\p{Cc}\p{Cs}\u2028\u2029\u202A-\u202E\u2066-\u2069]/gu

/** Text of hostile input on one line: a line feed becomes `⏎`, other disruptive characters `\u001b`. */
export function oneLine(text: string): string {
  return text.replace(disruptive, (character) => (character === '\n' ? '\u23CE' : writeOut(character)))
}

/** A UTF-16 unit as an escape of four hexadecimal digits. */
export function writeOut(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`
}
