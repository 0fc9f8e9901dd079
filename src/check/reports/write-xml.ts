import {writeOut} from './one-line.ts'

/** Attributes of an element, in the order they are written. */
export type Attributes = Readonly<Record<string, string>>

/** An element with elements in it, each on a line of its own. */
export function xmlElement(name: string, attributes: Attributes, children: readonly string[]): string {
  const start = `<${name}${writeAttributes(attributes)}`
  return children.length === 0 ? `${start}/>` : `${start}>\n${children.join('\n')}\n</${name}>`
}

/** An element with text in it. */
export function xmlText(name: string, attributes: Attributes, text: string): string {
  return `<${name}${writeAttributes(attributes)}>${escapeText(text)}</${name}>`
}

function writeAttributes(attributes: Attributes): string {
  return Object.entries(attributes)
    .map(([name, value]) => ` ${name}="${escapeText(value).replace(/["\t\n]/g, characterReference)}"`)
    .join('')
}

/** Characters outside `Char` of XML 1.0 (fifth edition) are written out as `\u001b`: no reference can stand for them. */
function escapeText(text: string): string {
  return text
    .replace(/[^\t\n\r\x20-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, writeOut)
    .replace(/[&<>\r]/g, characterReference)
}

function characterReference(character: string): string {
  return `&#${character.charCodeAt(0)};`
}
