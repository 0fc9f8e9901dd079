/** A line that begins something of its own: its indentation and its place at the start of a line matter. */
const blockStart = /^\s*(?:[-*+>|#!?=:<]|\d+[.)]\s|[`~]{3})/
const fence = /^[ \t>]*(`{3,}|~{3,})/
const betweenWide =
  /(?<=[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\u3000-\u303F\uFF00-\uFFEF]) (?=[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\u3000-\u303F\uFF00-\uFFEF])/gu

/**
 * Text in which only what a translator has to look at makes a difference: paragraphs on one line however they were
 * wrapped, no space at the end of a line, one blank line between blocks. Code keeps its lines.
 */
export function normalText(text: string): string {
  const lines: string[] = []
  let open: string | undefined
  let isParagraph = false
  for (const raw of text.split('\n')) {
    const line = raw.trimEnd()
    const marks = fence.exec(line)?.[1]
    if (open !== undefined || marks !== undefined) {
      if (open === undefined) open = marks
      else if (marks?.startsWith(open) && line.endsWith(marks)) open = undefined
      lines.push(line)
      isParagraph = false
    } else if (line === '') {
      if (lines.at(-1) !== '') lines.push('')
      isParagraph = false
    } else if (isParagraph && !blockStart.test(line)) {
      lines.push(joined(lines.pop() ?? '', line))
    } else {
      lines.push(line.replace(/(?<=\S)\s+/g, ' '))
      isParagraph = !/^\s*#/.test(line)
    }
  }
  return lines.join('\n').trim()
}

// A line break between characters of a script without spaces is none.
function joined(before: string, line: string): string {
  const seam = `${before.slice(-1)} ${line.trimStart().slice(0, 1)}`
  const space = seam.replace(betweenWide, '') === seam ? ' ' : ''
  return before + space + line.trim().replace(/\s+/g, ' ')
}
