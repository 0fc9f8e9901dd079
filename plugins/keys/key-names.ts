/** Keys whose label is their name in capitals: `page-up` is `Page Up`. */
const plainNames = `
  space page-up page-down home end backspace tab break caps-lock clear help print-screen scroll-lock enter eject
  num-clear num-lock num-enter alt alt-graph meta option super left-alt left-command left-meta left-option left-shift
  left-super right-alt right-command right-meta right-option right-shift right-super shift browser-back
  browser-favorites browser-forward browser-home browser-refresh browser-search browser-stop context-menu copy mail
  media print reset select sleep volume-down volume-up zoom left-button middle-button right-button
`

/** Keys with a label of their own. */
const labels: Readonly<Record<string, string>> = {
  backslash: '\\',
  bar: '|',
  'brace-left': '{',
  'brace-right': '}',
  'bracket-left': '[',
  'bracket-right': ']',
  colon: ':',
  comma: ',',
  'double-quote': '"',
  equal: '=',
  exclam: '!',
  grave: '`',
  greater: '>',
  less: '<',
  'less-greater': '<>',
  minus: '-',
  period: '.',
  plus: '+',
  question: '?',
  section: '§',
  semicolon: ';',
  'single-quote': "'",
  slash: '/',
  tilde: '~',
  underscore: '_',
  'arrow-up': 'Up',
  'arrow-down': 'Down',
  'arrow-left': 'Left',
  'arrow-right': 'Right',
  delete: 'Del',
  insert: 'Ins',
  escape: 'Esc',
  'num-asterisk': 'Num *',
  'num-delete': 'Num Del',
  'num-equal': 'Num =',
  'num-minus': 'Num -',
  'num-plus': 'Num +',
  'num-separator': 'Num ,',
  'num-slash': 'Num /',
  command: 'Cmd',
  control: 'Ctrl',
  function: 'Fn',
  'left-control': 'Left Ctrl',
  'left-windows': 'Left Win',
  'right-control': 'Right Ctrl',
  'right-windows': 'Right Win',
  windows: 'Win',
  backtab: 'Back Tab',
  'media-next-track': 'Next Track',
  'media-pause': 'Pause',
  'media-play': 'Play',
  'media-play-pause': 'Play/Pause',
  'media-prev-track': 'Previous Track',
  'media-stop': 'Stop',
  'volume-mute': 'Mute',
  'x-button1': 'X Button 1',
  'x-button2': 'X Button 2',
}

/** Other names of a key, separated by spaces. */
const otherNames: Readonly<Record<string, string>> = {
  'alt-graph': 'altgr',
  bar: 'pipe',
  'left-command': 'lcommand lcmd left-cmd',
  'left-meta': 'lmeta',
  'left-option': 'loption lopt left-opt',
  'left-super': 'lsuper',
  'right-command': 'rcommand rcmd right-cmd',
  'right-meta': 'rmeta',
  'right-option': 'roption ropt right-opt',
  'right-super': 'rsuper',
  'num-plus': 'add',
  'context-menu': 'apps menu',
  backspace: 'back bksp',
  backtab: 'bktab',
  break: 'cancel',
  'caps-lock': 'capital cplk',
  'brace-right': 'close-brace',
  'bracket-right': 'close-bracket',
  clear: 'clr',
  command: 'cmd',
  control: 'ctrl',
  'double-quote': 'dblquote',
  'num-separator': 'decimal separator',
  delete: 'del',
  'num-slash': 'divide',
  'arrow-down': 'dn down',
  escape: 'esc',
  enter: 'return',
  exclam: 'exclamation',
  'browser-favorites': 'favorites',
  function: 'fn',
  'browser-forward': 'forward',
  grave: 'grave-accent',
  greater: 'greater-than gt',
  minus: 'hyphen',
  insert: 'ins',
  'left-alt': 'lalt left-menu lmenu',
  mail: 'launch-mail',
  media: 'launch-media',
  'left-button': 'lbutton',
  'left-control': 'lcontrol lctrl left-ctrl',
  'arrow-left': 'left',
  'left-windows': 'left-win lwin lwindows',
  'less-greater': 'less-greater-than lt-gt',
  less: 'less-than lt',
  'left-shift': 'lshift',
  'middle-button': 'mbutton',
  'num-asterisk': 'multiply',
  'volume-mute': 'mute vol-mute',
  'page-down': 'next page-dn pg-dn pgdn',
  'media-next-track': 'next-track',
  'num-delete': 'num-del',
  'num-equal': 'num-equalsign',
  'num-lock': 'numlk numlock',
  'brace-left': 'open-brace',
  'bracket-left': 'open-bracket',
  option: 'opt',
  'page-up': 'pg-up pgup prior',
  'media-pause': 'pause',
  'media-play': 'play',
  'media-play-pause': 'play-pause',
  'media-prev-track': 'prev-track',
  'print-screen': 'printscreen prtsc',
  question: 'question-mark',
  'right-alt': 'ralt right-menu rmenu',
  'right-button': 'rbutton',
  'right-control': 'rcontrol rctrl right-ctrl',
  'browser-refresh': 'refresh',
  'num-enter': 'num-return',
  'arrow-right': 'right',
  'right-windows': 'right-win rwin rwindows',
  'right-shift': 'rshift',
  'scroll-lock': 'scroll',
  'browser-search': 'search',
  space: 'spc',
  'media-stop': 'stop',
  'num-minus': 'subtract',
  tab: 'tabulator',
  'arrow-up': 'up',
  'volume-down': 'vol-down',
  'volume-up': 'vol-up',
  windows: 'win',
  'x-button1': 'xbutton1',
  'x-button2': 'xbutton2',
}

/** Label of each key by its name (pymdownx.keys 11). */
export const keyLabels: ReadonlyMap<string, string> = new Map([
  ...range(10).map((digit): [string, string] => [`${digit}`, `${digit}`]),
  ...Array.from('abcdefghijklmnopqrstuvwxyz', (letter): [string, string] => [letter, letter.toUpperCase()]),
  ...range(24).map((index): [string, string] => [`f${index + 1}`, `F${index + 1}`]),
  ...range(10).map((digit): [string, string] => [`num${digit}`, `Num ${digit}`]),
  ...words(plainNames).map((name): [string, string] => [name, capitalize(name)]),
  ...Object.entries(labels),
])

/** Name of a key by its other names. */
export const keyAliases: ReadonlyMap<string, string> = new Map(
  Object.entries(otherNames).flatMap(([name, aliases]) =>
    words(aliases).map((alias): [string, string] => [alias, name]),
  ),
)

function range(length: number): number[] {
  return Array.from({length}, (_, index) => index)
}

function words(text: string): string[] {
  return text.trim().split(/\s+/)
}

function capitalize(name: string): string {
  return words(name.replaceAll('-', ' '))
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join(' ')
}
