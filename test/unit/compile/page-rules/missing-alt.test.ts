import {describe, expect, it} from 'vitest'
import {createCompiler} from '../../../../src/compile/compiler.ts'
import {readMarkdownExtensions} from '../../../../src/config/markdown-extensions.ts'

const compiler = createCompiler({
  markdown: {extensions: readMarkdownExtensions(undefined).extensions},
  icons: {svg: () => '<svg/>', emoji: () => undefined, names: () => []},
})

/** Text at the places of the findings, with `line:column` before each. */
function found(text: string): readonly string[] {
  const editions = [{brand: 'aurora', values: {name: 'Aurora'}}]
  const {diagnostics} = compiler.compile({path: 'en/page.md', locale: 'en', text}, editions)
  return diagnostics
    .filter(({ruleId}) => ruleId === 'image/missing-alt')
    .map(({place}) => {
      const {start, end} = place ?? {start: {line: 0, column: 0, offset: 0}, end: {offset: 0}}
      return `${String(start.line)}:${String(start.column)} ${text.slice(start.offset, end.offset)}`
    })
}

describe('image/missing-alt', () => {
  it.each<[string, string, readonly string[]]>([
    ['an image without a text', 'a ![](a.png) b', ['1:3 ![](a.png)']],
    ['an image with a title only', '![ ](a.png "Rack")', ['1:1 ![ ](a.png "Rack")']],
    ['an image that is all of a link', '[![](a.png)](b.md)', ['1:2 ![](a.png)']],
    ['raw HTML', '<p><img src="a.png"></p>', ['1:4 <img src="a.png">']],
    ['raw HTML in a line', 'a <img src=a.png /> b', ['1:3 <img src=a.png />']],
    ['raw HTML in a quote', '> <div>\n> <IMG src="a.png">\n> </div>', ['2:3 <IMG src="a.png">']],
    [
      'raw HTML in a list',
      '- a\n\n    <div>\n      <img\n      src="a.png">\n    </div>',
      ['4:7 <img\n      src="a.png">'],
    ],
    [
      'raw HTML in an admonition',
      '!!! note\n\n    <div>\n    <img src="a.png">\n    </div>',
      ['4:5 <img src="a.png">'],
    ],
    [
      'raw HTML behind macros',
      '<<< name >>> <img src="<<< name >>>.png"> x <<< name >>>',
      ['1:14 <img src="<<< name >>>.png">'],
    ],
    ['an empty label', '<img src="a.png" aria-label="">', ['1:1 <img src="a.png" aria-label="">']],
  ])('finds %s', (_, text, findings) => {
    expect(found(text)).toEqual(findings)
  })

  it.each([
    ['a text', '![Rack](a.png) ![Rack][a]\n\n[a]: a.png'],
    ['a text that is a macro', '![<<< name >>>](a.png)'],
    ['an attribute list with a text', '![](a.png){alt="Rack"}'],
    [
      'an attribute list that hides it',
      '![](a.png){alt=""} ![](a.png){aria-hidden=true} ![](a.png){role=presentation}',
    ],
    ['the text of a link beside it', '[![](a.png) Install](b.md) [`npm` ![](a.png)](b.md)'],
    ['an `alt`, empty or not', '<img src="a.png" alt=""> <img alt src="a.png"> <img ALT="Rack" src="a.png">'],
    ['another name', '<img src="a.png" aria-label="Rack"> <img src="a.png" aria-labelledby="x">'],
    ['a role without a name', '<img src="a.png" role="presentation"> <img src="a.png" aria-hidden="true">'],
    ['no image', ':material-check: `<img src="a.png">` &lt;img> <imgx> <!-- <img src="a.png"> -->'],
    ['code', '```html\n<img src="a.png">\n```'],
    ['a script', '<script>\nconst tag = \'<img src="a.png">\'\n</script>'],
  ])('leaves alone %s', (_, text) => {
    expect(found(text)).toEqual([])
  })
})
