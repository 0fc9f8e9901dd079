import type {Code, Paragraph, Root} from 'mdast'
import type {VFile} from 'vfile'
import {chooseFence} from './choose-fence.ts'
import type {FenceRules} from './choose-fence.ts'
import {parseFenceInfo} from './fence-info.ts'
import type {FenceOption} from './fence-info.ts'
import {infoOf, isFenced} from './frame-block.ts'
import {visitType} from '../tree/walk.ts'

/**
 * Unified plugin: reports fences with an option that nobody reads (`colour="red"`) as `fence/unknown-option`, and reads
 * them as `pymdownx.superfences` of pymdown-extensions 11 does: the backticks make code in a paragraph.
 *
 * Unlike the reference, code with blank lines and code between tildes stays a block: it would be torn apart.
 */
export default function remarkFenceOptions(rules: FenceRules): (tree: Root, file: VFile) => void {
  return (tree, file) => {
    const text = String(file)
    visitType(tree, 'code', (code, index, parent) => {
      if (!isFenced(code)) return
      const choice = chooseFence(parseFenceInfo(infoOf(code)), rules)
      if (choice.kind !== 'refused') return
      const {position} = code
      const message = file.message(reason(choice.option, rules), {source: 'fence', ruleId: 'unknown-option'})
      if (position) message.place = position
      const opening = openingLine(text, position?.start.offset)
      if (opening === undefined || hasBlankLine(code.value)) return
      parent.children.splice(index, 1, asParagraph(code, opening))
    })
  }
}

function reason({name, value, read}: FenceOption, {lineOptions}: FenceRules): string {
  const option = `\`${name}="${value}"\``
  if (read) return `The fence does not take the option ${option} outside braces`
  const known = lineOptions && /^(?:linenums|hl_lines)$/.test(name)
  return known
    ? `Cannot read the option ${option} of the fence, expected line numbers`
    : `Unknown option ${option} of the fence, expected \`title\`, \`linenums\` or \`hl_lines\`, or attributes in braces`
}

/** What stands behind the backticks of an opening line; `undefined` where there are none. */
function openingLine(text: string, offset: number | undefined): string | undefined {
  if (offset === undefined) return undefined
  const end = text.indexOf('\n', offset)
  const line = text.slice(offset, end === -1 ? text.length : end)
  return /^`{3,}(.*)$/.exec(line)?.[1]?.trim()
}

function hasBlankLine(code: string): boolean {
  return code !== '' && /^[ \t]*$/m.test(code)
}

function asParagraph({value, position}: Code, opening: string): Paragraph {
  return {
    type: 'paragraph',
    children: [{type: 'inlineCode', value: value === '' ? opening : `${opening}\n${value}`}],
    ...(position && {position}),
  }
}
