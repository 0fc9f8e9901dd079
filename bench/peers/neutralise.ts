const fence = /^([ \t]*)(`{3,}|~{3,})[ \t]*([^`]*)$/
const admonition = /^([ \t]*)(?:!!!|\?\?\?\+?)[ \t]+([\w-]+)?[^"]*(?:"(.*)")?[ \t]*$/
const tab = /^([ \t]*)===[!+]*[ \t]+"(.*)"[ \t]*$/
const language = /^\{?[ \t]*\.?([A-Za-z][\w+#-]*)/

const attributeList = /[ \t]*\{[ \t]*(?:[:.#]|[\w-]+=)[^{}\n]*\}/g
const icon = /:(?:material|fontawesome|octicons|simple)-[a-z0-9-]+:/g
const keys = /\+\+([\w"+-]+)\+\+/g
const mark = /==(?=\S)(.+?)==/g
const image = /^!\[(.*)\]\(/
const imageOrCode = /(!\[[^\]]*\]\([^)]*\)|`+[^`]*`+)/
const snippet = /^[ \t]*--8<--.*$/
const htmlTag =
  /<\/?(?:a|b|br|center|code|details|div|em|figcaption|figure|font|hr|i|iframe|img|kbd|li|ol|p|pre|script|small|span|strong|style|sub|summary|sup|table|tbody|td|th|thead|tr|u|ul|video)\b[^<>]*>/gi
const otherAngle = /<(?!https?:|mailto:)/g

/**
 * Turns an expanded source into Markdown that every peer reads in the same way: CommonMark with tables and fences.
 *
 * The words stay, what only this dialect has goes: admonitions and tabs become a line in bold with their body below it,
 * icons, attribute lists, keys, marks, comments, snippets and HTML tags are taken off. Images lead to a site elsewhere, so that nobody
 * has files to copy. Two braces, which mean something to Vue and to Hugo, are set apart.
 */
export function neutralise(text: string): string {
  const lines = withoutBlocks(text.split('\n'))
  return `${lines.join('\n').replaceAll('{{', '{ {').replaceAll('}}', '} }').trim()}\n`
}

function withoutBlocks(lines: readonly string[]): readonly string[] {
  const kept: string[] = []
  for (let index = 0; index < lines.length;) {
    const line = lines[index] ?? ''
    const opened = fence.exec(line)
    const block = opened ? undefined : readBlock(line)
    if (opened) {
      const end = endOfFence(lines, index, opened[2] ?? '')
      const word = language.exec(opened[3] ?? '')?.[1]?.toLowerCase() ?? ''
      kept.push(`${opened[1] ?? ''}${opened[2] ?? ''}${word}`, ...lines.slice(index + 1, end))
      index = end
    } else if (block) {
      const end = endOfBody(lines, index, width(block.indent) + 4)
      const body = lines.slice(index + 1, end).map((each) => each.replace(/^(?: {4}|\t)/, ''))
      kept.push('', `${block.indent}**${plainText(block.title)}**`, '', ...withoutBlocks(body), '')
      index = end
    } else if (line.includes('<!--')) {
      const end = lines.findIndex((each, at) => at >= index && each.includes('-->'))
      kept.push(plainText(line.slice(0, line.indexOf('<!--'))))
      index = end === -1 ? lines.length : end + 1
    } else {
      kept.push(plainText(line))
      index++
    }
  }
  return kept
}

function readBlock(line: string): {readonly indent: string; readonly title: string} | undefined {
  const tabbed = tab.exec(line)
  if (tabbed) return {indent: tabbed[1] ?? '', title: tabbed[2] ?? ''}
  const admonished = admonition.exec(line)
  return admonished ? {indent: admonished[1] ?? '', title: admonished[3] ?? admonished[2] ?? ''} : undefined
}

/** Index behind the closing line of a fence. */
function endOfFence(lines: readonly string[], start: number, marker: string): number {
  const closes = (line: string): boolean => {
    const trimmed = line.trim()
    return trimmed.startsWith(marker) && trimmed.replaceAll(marker.charAt(0), '') === ''
  }
  const end = lines.findIndex((line, at) => at > start && closes(line))
  return end === -1 ? lines.length : end + 1
}

/** Index behind the last line of a body that is indented by at least so many columns. */
function endOfBody(lines: readonly string[], start: number, columns: number): number {
  let end = start + 1
  for (let index = start + 1; index < lines.length; index++) {
    const line = lines[index] ?? ''
    if (line.trim() === '') continue
    if (width(/^[ \t]*/.exec(line)?.[0] ?? '') < columns) break
    end = index + 1
  }
  return end
}

function width(indent: string): number {
  return indent.replaceAll('\t', '    ').length
}

function plainText(line: string): string {
  if (snippet.test(line)) return ''
  // Every second part is an image or a code span; code keeps what it says.
  return line
    .split(imageOrCode)
    .map((part, index) => (index % 2 === 0 ? plainPart(part) : plainImage(part)))
    .join('')
}

function plainImage(part: string): string {
  const alternative = image.exec(part)?.[1]
  return alternative === undefined ? part : `![${alternative}](https://images.example/picture.png)`
}

function plainPart(part: string): string {
  return part
    .replace(attributeList, '')
    .replace(icon, '')
    .replace(keys, '$1')
    .replace(mark, '$1')
    .replace(htmlTag, '')
    .replace(otherAngle, '&lt;')
}
