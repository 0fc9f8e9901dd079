import {describe, expect, it} from 'vitest'
import {keyAliases, keyLabels} from '../../../../plugins/keys/key-names.ts'
import remarkKeys from '../../../../plugins/keys/remark-keys.ts'
import {renderWith} from '../../../support/render-with.ts'

const render = renderWith(remarkKeys)

describe('keys', () => {
  it('are shown with their labels and classes', () => {
    expect(render('Press ++ctrl+alt+k++.')).toBe(
      '<p>Press <span class="keys"><kbd class="key-control">Ctrl</kbd><span>+</span><kbd class="key-alt">Alt</kbd>' +
        '<span>+</span><kbd class="key-k">K</kbd></span>.</p>',
    )
  })

  it.each([
    ['++pgup++', '<kbd class="key-page-up">Page Up</kbd>'],
    ['++page-up++', '<kbd class="key-page-up">Page Up</kbd>'],
    ['++esc++', '<kbd class="key-escape">Esc</kbd>'],
    ['++f12++', '<kbd class="key-f12">F12</kbd>'],
    ['++num5++', '<kbd class="key-num5">Num 5</kbd>'],
    ['++plus++', '<kbd class="key-plus">+</kbd>'],
    ['++win++', '<kbd class="key-windows">Win</kbd>'],
    ['++left++', '<kbd class="key-arrow-left">Left</kbd>'],
    ['++left-cmd++', '<kbd class="key-left-command">Left Command</kbd>'],
    ['++rsuper++', '<kbd class="key-right-super">Right Super</kbd>'],
    ['++altgr++', '<kbd class="key-alt-graph">Alt Graph</kbd>'],
    ['++menu++', '<kbd class="key-context-menu">Context Menu</kbd>'],
    ['++pg-dn++', '<kbd class="key-page-down">Page Down</kbd>'],
    ['++pipe++', '<kbd class="key-bar">|</kbd>'],
    ['++"Power on"++', '<kbd>Power on</kbd>'],
    ["++'it''s'++", undefined],
    ['++"say \\"yes\\""++', '<kbd>say "yes"</kbd>'],
    ['++"a&amp;b &#x41;"++', '<kbd>a&#x26;b A</kbd>'],
    ['++"**x**"++', '<kbd>**x**</kbd>'],
  ])('have names, other names and quoted labels: %s', (source, key) => {
    expect(render(source)).toBe(key === undefined ? `<p>${source}</p>` : `<p><span class="keys">${key}</span></p>`)
  })

  it.each([
    '++no-such-key++',
    '++ctrl+nothing++',
    '++ ctrl ++',
    '++ctrl',
    '++ctrl+++',
    'i++ and j++',
    'C++',
    '++""++',
    '++"open++',
    '++PageUp++',
  ])('stay text when they are not known or not closed: %s', (source) => {
    expect(render(source)).toMatch(source === '++ctrl+++' ? /<\/span>\+<\/p>$/ : /^<p>[^<]*<\/p>$/)
  })

  it('are not looked for in code, in addresses and after a backslash', () => {
    expect(render('`++a++` [x](y++a++z) \\++a++')).toBe('<p><code>++a++</code> <a href="y++a++z">x</a> ++a++</p>')
  })

  it('work next to CJK text', () => {
    expect(render('按++enter++键')).toBe('<p>按<span class="keys"><kbd class="key-enter">Enter</kbd></span>键</p>')
  })

  it.each([
    [
      {separator: '–'},
      '<span class="keys"><kbd class="key-control">Ctrl</kbd><span>–</span><kbd class="key-k">K</kbd></span>',
    ],
    [{separator: ''}, '<span class="keys"><kbd class="key-control">Ctrl</kbd><kbd class="key-k">K</kbd></span>'],
    [
      {strict: true},
      '<kbd class="keys"><kbd class="key-control">Ctrl</kbd><span>+</span><kbd class="key-k">K</kbd></kbd>',
    ],
    [{class: ''}, '<span><kbd class="key-control">Ctrl</kbd><span>+</span><kbd class="key-k">K</kbd></span>'],
    [
      {key_map: {k: '키'}},
      '<span class="keys"><kbd class="key-control">Ctrl</kbd><span>+</span><kbd class="key-k">키</kbd></span>',
    ],
    [
      {camel_case: true},
      '<span class="keys"><kbd class="key-control">Ctrl</kbd><span>+</span><kbd class="key-k">K</kbd></span>',
    ],
  ])('follow the option %j', (options, html) => {
    expect(renderWith([remarkKeys, options])('++ctrl+k++')).toBe(`<p>${html}</p>`)
  })

  it('read capitals as the start of a word with `camel_case` only', () => {
    const camel = renderWith([remarkKeys, {camel_case: true}])
    expect(camel('++PageUp++ ++LeftCmd++')).toContain('key-left-command')
    expect(render('++PageUp++')).toBe('<p>++PageUp++</p>')
  })

  it('follow the options together', () => {
    const other = renderWith([
      remarkKeys,
      {separator: '', strict: true, class: 'combo big', camel_case: true, key_map: {aurora: 'Aurora', control: '⌃'}},
    ])
    expect(other('++Ctrl+PageUp+aurora++')).toBe(
      '<p><kbd class="combo big"><kbd class="key-control">⌃</kbd><kbd class="key-page-up">Page Up</kbd>' +
        '<kbd class="key-aurora">Aurora</kbd></kbd></p>',
    )
  })

  it('have no other name for a key that does not exist', () => {
    expect([...keyAliases.values()].filter((name) => !keyLabels.has(name))).toEqual([])
  })

  it.each(['++"', "++'x", '++a+', '+', '++a', '++"\\'])(
    'come to an end with %j again and again',
    (token) => {
      expect(render(token.repeat(200_000 / token.length)).length).toBeGreaterThan(0)
    },
    120_000,
  )
})
