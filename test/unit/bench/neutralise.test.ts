import {expect, test} from 'vitest'
import {neutralise} from '../../../bench/peers/neutralise.ts'

test.each([
  [
    'an admonition becomes a bold line and its body',
    '!!! note "Careful"\n\n    Hot.\n\nNext.',
    '**Careful**\n\n\nHot.\n\n\nNext.\n',
  ],
  ['one without a title is named by its type', '??? tip\n    Cold.', '**tip**\n\nCold.\n'],
  [
    'tabs do, too, and blocks inside of blocks',
    '=== "Host"\n\n    !!! info "Deep"\n\n        Text.',
    '**Host**\n\n\n\n**Deep**\n\n\nText.\n',
  ],
  [
    'a block in a list stays in the list',
    '- Item\n\n    !!! note "Here"\n\n        Text.',
    '- Item\n\n\n    **Here**\n\n\n    Text.\n',
  ],
  [
    'attribute lists go',
    '## Start {#start}\n\n[a](b.md){:target="_blank"} ![c](d.png){ width="8" }',
    '## Start\n\n[a](b.md) ![c](https://images.example/picture.png)\n',
  ],
  ['icons, keys and marks go', ':material-check: ++ctrl+c++ ==this==', 'ctrl+c this\n'],
  [
    'HTML tags go and what looks like one is escaped',
    '<font color="red">Red</font> <your-token>',
    'Red &lt;your-token>\n',
  ],
  ['addresses in angle brackets stay', '<https://a.example>', '<https://a.example>\n'],
  ['code spans stay', '`<b>` and `:material-check:`', '`<b>` and `:material-check:`\n'],
  ['comments go', 'a\n<!-- b\nc -->\nd', 'a\n\nd\n'],
  ['of an info string only the language stays', '``` toml hl_lines="2" title="x"\n!!! a\n```', '```toml\n!!! a\n```\n'],
  [
    'two braces are set apart, in code as well',
    '{{ a }}\n\n```\n{{< b >}}\n```',
    '{ { a } }\n\n```\n{ {< b >} }\n```\n',
  ],
])('%s', (_, source, expected) => {
  expect(neutralise(source)).toBe(expected)
})
