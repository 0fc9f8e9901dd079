import {digest} from '../../build/digest.ts'
import {splitFrontMatter} from '../../compile/front-matter.ts'
import {normalText} from './normal-text.ts'

/** Heading that stands for title and description in the front matter. */
export const frontMatterHeading = '---'
/** Heading that stands for what comes before the first heading. */
export const openingHeading = '^'

/** A piece of a source that is translated as a whole: from one heading to the next, whatever its level. */
export interface Section {
  /** Line of the heading, white space collapsed; `---` for the front matter, `^` for what comes before the first heading. */
  readonly heading: string
  /** 1 to 6; 0 where there is no heading. */
  readonly level: number
  /** Id given by the author. */
  readonly id?: string
  /** First 48 bits of the SHA-256 of its normalised text, in hexadecimal. */
  readonly hash: string
}

/** A section with the offsets of its first line, `[start, end)` in UTF-16 units. */
export interface PlacedSection extends Section {
  readonly start: number
  readonly end: number
}

const atxHeading = /^ {0,3}(#{1,6})(?:[ \t]|$)/
const underline = /^ {0,3}(?:(=+)|-{2,})[ \t]*$/
const fence = /^[ \t>]*(`{3,}|~{3,})/

/**
 * Sections of a source, in order; front matter and opening only where there is something in them.
 *
 * The source is cut as it is written: macros and conditions are left alone, so the sections are the same for every brand.
 * Headings inside of tabs and admonitions belong to the section around these.
 *
 * @param path  of the source
 */
export function cutSections(text: string, path: string): readonly PlacedSection[] {
  const {frontMatter, bodyStart} = splitFrontMatter(text, path)
  const words = [frontMatter.title, frontMatter.description].map((part) => part ?? '')
  const sections: PlacedSection[] = []
  if (words.some((part) => part !== '')) {
    const end = text.indexOf('\n')
    sections.push({heading: frontMatterHeading, level: 0, hash: hashOf(words.join('\n')), start: 0, end})
  }
  const headings = findHeadings(text, bodyStart)
  const firstWord = bodyStart + text.slice(bodyStart).search(/\S|$/)
  if (firstWord < (headings[0]?.start ?? text.length)) {
    const content = text.slice(firstWord, headings[0]?.start)
    const end = firstWord + content.search(/\n|$/)
    sections.push({heading: openingHeading, level: 0, hash: hashOf(content), start: firstWord, end})
  }
  for (const [index, {level, start, end}] of headings.entries()) {
    const heading = text.slice(start, end).replace(/\s+/g, ' ').trim()
    const id = /\{[^{}]*?#([^\s{}]+)[^{}]*\}$/.exec(heading)?.[1]
    const content = text.slice(start, headings[index + 1]?.start)
    sections.push({heading, level, ...(id !== undefined && {id}), hash: hashOf(content), start, end})
  }
  return sections
}

interface FoundHeading {
  readonly level: number
  readonly start: number
  readonly end: number
}

function findHeadings(text: string, bodyStart: number): readonly FoundHeading[] {
  const headings: FoundHeading[] = []
  let open: string | undefined
  // Start of the line before, where it could be the text of an underlined heading.
  let before: {readonly start: number; readonly end: number} | undefined
  let isAfterBlank = true
  for (let start = bodyStart; start < text.length;) {
    const newline = text.indexOf('\n', start)
    const end = newline === -1 ? text.length : newline
    const line = text.slice(start, end)
    const marks = fence.exec(line)?.[1]
    const atx = atxHeading.exec(line)
    const under = before && underline.exec(line)
    if (open !== undefined) {
      if (marks?.startsWith(open) && line.trimEnd().endsWith(marks)) open = undefined
    } else if (marks !== undefined) open = marks
    else if (atx) headings.push({level: atx[1]?.length ?? 1, start, end})
    else if (before && under) headings.push({level: under[1] === undefined ? 2 : 1, ...before})
    const isText = open === undefined && !marks && !atx && !under && /^ {0,3}[^\s#>|*+=!?:<-]/.test(line)
    before = isText && isAfterBlank ? {start, end} : undefined
    isAfterBlank = line.trim() === ''
    start = end + 1
  }
  return headings
}

function hashOf(text: string): string {
  return digest(normalText(text)).slice(0, 12)
}
