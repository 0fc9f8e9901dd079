/** Options, named as those of `pymdownx.smartsymbols`. All default to true. */
export interface SmartSymbolOptions {
  /** `(tm)` */
  readonly trademark?: boolean | undefined
  /** `(c)` */
  readonly copyright?: boolean | undefined
  /** `(r)` */
  readonly registered?: boolean | undefined
  /** `+/-` */
  readonly plusminus?: boolean | undefined
  /** `-->`, `<--`, `<-->` */
  readonly arrows?: boolean | undefined
  /** `=/=` */
  readonly notequal?: boolean | undefined
  /** `1/4`, `2/3` and the other fractions that have a character */
  readonly fractions?: boolean | undefined
  /** `1st`, `2nd`, `11th` */
  readonly ordinal_numbers?: boolean | undefined
  /** `c/o` */
  readonly care_of?: boolean | undefined
}

const symbols: Readonly<Record<string, string>> = {
  '(tm)': '™',
  '(c)': '©',
  '(r)': '®',
  '+/-': '±',
  '=/=': '≠',
  'c/o': '℅',
  '-->': '→',
  '<--': '←',
  '<-->': '↔',
  '1/4': '¼',
  '1/2': '½',
  '3/4': '¾',
  '1/3': '⅓',
  '2/3': '⅔',
  '1/5': '⅕',
  '2/5': '⅖',
  '3/5': '⅗',
  '4/5': '⅘',
  '1/6': '⅙',
  '5/6': '⅚',
  '1/8': '⅛',
  '3/8': '⅜',
  '5/8': '⅝',
  '7/8': '⅞',
}

const patterns: Readonly<Record<keyof SmartSymbolOptions, string>> = {
  trademark: String.raw`\(tm\)`,
  copyright: String.raw`\(c\)`,
  registered: String.raw`\(r\)`,
  plusminus: String.raw`\+/-`,
  arrows: '<-->|(?<!-)-->|<--(?!-)',
  notequal: '=/=',
  fractions: String.raw`(?<!\p{Nd})(?:1/[234568]|2/[35]|3/[458]|4/5|5/[68]|7/8)(?!\p{Nd})`,
  ordinal_numbers: String.raw`(?<![\p{L}\p{N}_])(?<number>0|[1-9][0-9]*)(?<ending>st|nd|rd|th)(?![\p{L}\p{N}_])`,
  care_of: String.raw`(?<![\p{L}\p{N}_])c/o(?![\p{L}\p{N}_])`,
}

/** What every symbol holds, to pass over most text: far faster than to look for what stands around it. */
const someSymbol = /\/|--|\((?:tm|c|r)\)|\d(?:st|nd|rd|th)/

/** A symbol found in a text; the end is exclusive. */
export interface FoundSymbol {
  readonly start: number
  readonly end: number
  /** What is shown instead. */
  readonly text: string
  /** What follows it as a superscript: the ending of an ordinal number. */
  readonly superscript?: string
}

/** Makes a search for the symbols that are switched on (pymdownx.smartsymbols 11). Linear in the text. */
export function symbolFinder(options: SmartSymbolOptions): (text: string) => FoundSymbol[] {
  const sources = Object.entries(patterns).flatMap(([name, source]) => (isOn(options, name) ? [source] : []))
  if (sources.length === 0) return () => []
  const pattern = new RegExp(sources.join('|'), 'gu')
  return (text) => {
    if (!someSymbol.test(text)) return []
    return [...text.matchAll(pattern)].flatMap((match): FoundSymbol[] => {
      const [whole] = match
      const {number, ending = ''} = match.groups ?? {}
      const place = {start: match.index, end: match.index + whole.length}
      if (number === undefined) return [{...place, text: symbols[whole] ?? whole}]
      return isOrdinal(number, ending) ? [{...place, text: number, superscript: ending}] : []
    })
  }
}

function isOn(options: SmartSymbolOptions, name: string): boolean {
  return Object.entries(options).every(([option, value]) => option !== name || value !== false)
}

function isOrdinal(number: string, ending: string): boolean {
  const last = number.slice(-1)
  const usual = last === '1' ? 'st' : last === '2' ? 'nd' : last === '3' ? 'rd' : 'th'
  return ending === usual || (ending === 'th' && /1[123]$/.test(number))
}
