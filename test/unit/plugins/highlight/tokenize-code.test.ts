import {refractor} from 'refractor/core'
import {describe, expect, it} from 'vitest'
import {tokenClass} from '../../../../plugins/highlight/token-classes.ts'
import {tokenizeCode} from '../../../../plugins/highlight/tokenize-code.ts'

type HastNode = ReturnType<typeof refractor.highlight>['children'][number]

/** Text with its class, letter by letter, as the hast of refractor has it. */
function lettersOfHast(nodes: readonly HastNode[], className: string | undefined): [string, string | undefined][] {
  return nodes.flatMap((node): [string, string | undefined][] => {
    if (node.type === 'text') return Array.from(node.value, (letter) => [letter, className])
    if (node.type !== 'element') return []
    const names = node.properties.className
    const types = Array.isArray(names) ? names.map(String) : []
    return lettersOfHast(node.children, tokenClass(types) ?? className)
  })
}

describe('tokenizeCode', () => {
  it.each([
    ['jsx', '<p>a {b} &amp; c</p>\nconst d = <e f="g" />\n'],
    ['markdown', '# A\n\n```c#\nint b = 1;\n```\n\n```unknown\nc\n```\n'],
    ['php', '<p><?php echo "a"; ?></p>'],
    ['django', '{% if a %}<b>{{ c }}</b>{% endif %}'],
    ['markup', '<a href="b">&lt; c</a><style>d {color: red}</style><script>let e = 1</script>'],
    ['graphql', 'query A($b: C!) {d(e: $b) {f}}'],
    ['asciidoc', '= A\n\nb &amp; c'],
  ])('colours %s as refractor does', (language, code) => {
    const letters = tokenizeCode(code, language).flatMap(({text, className}) =>
      Array.from(text, (letter) => [letter, className]),
    )
    expect(letters).toEqual(lettersOfHast(refractor.highlight(code, language).children, undefined))
  })

  it('takes a fence in Markdown for plain code where Prism has a function of that name', () => {
    const code = '```extend\nlet a = 1\n```\n'
    const tokens = tokenizeCode(code, 'markdown')
    expect(tokens.map(({text}) => text).join('')).toBe(code)
    expect(tokens.some(({text}) => text.includes('let a = 1'))).toBe(true)
  })
})
