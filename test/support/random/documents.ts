import fc from 'fast-check'
import {blocks, writeBlocks} from './blocks.ts'
import type {Block} from './blocks.ts'
import {Words} from './words.ts'
import type {PlacedWord} from './words.ts'

/** A random document, and what has to become of its words. */
export interface RandomDocument {
  readonly source: string
  readonly words: readonly PlacedWord[]
}

/** How white space is spoilt: `line` and `how` choose where and what. */
interface Slip {
  readonly line: number
  readonly how: number
}

const closing = [
  'All notes: [^one] [^two] [^3] and [text][known] about HTML.',
  '',
  '[^one]: First',
  '',
  '    more',
  '[^two]: Second',
  '[^3]:',
  '    Third',
  '',
  '[known]: known.md',
]

/** Documents as a careful author writes them: constructs nest, and white space is as it should be. */
export const tidyDocuments: fc.Arbitrary<RandomDocument> = fc.array(blocks, {minLength: 1, maxLength: 3}).map(writeTidy)

/** Documents as authors write them: lines lost and added, indentation off by a little, tabs, carriage returns. */
export const untidyDocuments: fc.Arbitrary<RandomDocument> = fc
  .record({
    parts: fc.array(blocks, {minLength: 1, maxLength: 3}),
    slips: fc.array(fc.record({line: fc.nat(200), how: fc.nat(11)}), {maxLength: 6}),
    ends: fc.constantFrom('\n', '\n', '\r\n', '\r'),
  })
  .map(({parts, slips, ends}) => {
    const {source, words} = writeTidy(parts)
    const lines = source.split('\n')
    for (const slip of slips) spoil(lines, slip)
    return {source: lines.join(ends), words}
  })

function writeTidy(parts: readonly (readonly Block[])[]): RandomDocument {
  const words = new Words()
  const lines = parts.flatMap((part) => [...writeBlocks(part, words), ''])
  // A rule on the first line would start front matter.
  const source = ['# Page', '', ...lines, ...closing].join('\n')
  // Of all forms of a construct one is written; the words of the others are in no source.
  return {source, words: words.placed.filter(({word}) => source.includes(word))}
}

function spoil(lines: string[], {line, how}: Slip): void {
  const at = line % lines.length
  const text = lines[at] ?? ''
  if (how < 3) {
    // A blank line is what ends raw HTML, so without it the words of an autolink are a tag.
    const blank = lines.findIndex(
      (candidate, index) => index >= at && candidate === '' && !/^[>\s]*</.test(lines[index - 1] ?? ''),
    )
    if (blank !== -1) lines.splice(blank, 1)
  } else if (how === 3) lines.splice(at, 0, '')
  // Containers at odd columns inside each other are a known gap of the lowering.
  else if (/^\s*(?:!!!|\?\?\?|===)/.test(text)) return
  else if (how < 6) lines[at] = ' '.repeat(how - 3) + text
  else if (how < 8) lines[at] = text.replace(/^ {1,2}/, '')
  else if (how === 8) lines[at] = text.replace(/^ {4}/, '\t')
  else if (how === 9) lines[at] = `${text}  `
  else lines[at] = text.trimStart()
}

/** Signs that mean something, apart from semicolons, which stand between them here. */
const pieces =
  '<!-- ; -->;```;~~~;``;`;$$;$;\\(;\\;[;];](;![;(;);<;>;<b;</b>;<div markdown>;</div>;{;};{: .a;{#a;{{;{%;*;**;_;__;~;^;==;++;{++;++};{>>;<<};!!! note;??? ";=== ";///;/// html;:::;::: note[;:   ;[^1];[^1]: ;*[A]: ;[a]: ;--8<-- ";<<< ;>>>;<<<% if x %>>>;<<<# ;- ;1. ;> ;# ;    ;\t;  \n;\n;\n\n;\r\n;\r;---;|;|-|-|;";\';:smile:;&amp;\u0000;\u3000;字;a'.split(
    ';',
  )

/** Documents of nothing but signs in any order. */
export const noise: fc.Arbitrary<string> = fc
  .array(fc.constantFrom(...pieces), {maxLength: 80})
  .map((parts) => parts.join(''))
