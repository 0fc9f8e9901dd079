import {identifier, phrase, type Writer} from './sentence.ts'

/** Lines of a fenced block without its fences. */
export interface Code {
  /** As in the info string; empty for plain text. */
  readonly language: string
  readonly lines: readonly string[]
}

type Grammar = (writer: Writer, host: string) => readonly string[]

/** How often a language stands in real pages, and what a step of its code looks like. */
const grammars: readonly (readonly [language: string, weight: number, step: Grammar])[] = [
  ['', 12, (writer) => [`${identifier(writer)}: ${phrase(writer, 5)}`]],
  [
    'shell',
    36,
    (writer, host) => [
      `curl -o ${identifier(writer)}.sh https://${host}/${identifier(writer)}`,
      `sudo gauged --${identifier(writer)} 8 # ${phrase(writer, 3)}`,
    ],
  ],
  [
    'toml',
    22,
    (writer, host) => [
      `[[inputs.${identifier(writer)}]]`,
      `  # ${phrase(writer, 4)}`,
      `  url = "https://${host}/v1"`,
      `  ${identifier(writer)} = ["a", "b"]`,
      '  interval = 10',
    ],
  ],
  [
    'yaml',
    9,
    (writer) => [
      `${identifier(writer)}:`,
      `  - name: ${identifier(writer)}`,
      `    value: "${phrase(writer, 2)}"`,
      '    enabled: true',
    ],
  ],
  ['json', 6, (writer) => ['{', `  "${identifier(writer)}": [1, 2.5, null],`, `  "text": "${phrase(writer, 3)}"`, '}']],
  [
    'python',
    5,
    (writer) => [
      `def ${identifier(writer)}(value, *, limit=10):`,
      `    """${phrase(writer, 4)}"""`,
      '    return [item for item in value if item > limit]',
    ],
  ],
  [
    'sql',
    3,
    (writer) => [
      `SELECT ${identifier(writer)}, count(*) FROM ${identifier(writer)}`,
      `  WHERE level > 4 AND name = 'basin' GROUP BY 1; -- ${phrase(writer, 3)}`,
    ],
  ],
  [
    'go',
    4,
    (writer) => [
      'func main() {',
      `\tvalue, err := gauge.Open("${identifier(writer)}")`,
      '\tif err != nil {',
      '\t\tpanic(err)',
      '\t}',
      `\tfmt.Println(value) // ${phrase(writer, 2)}`,
      '}',
    ],
  ],
  ['ini', 3, (writer) => [`[${identifier(writer)}]`, `${identifier(writer)} = 12`, `; ${phrase(writer, 3)}`]],
]

/** Code in a language drawn as often as it is used, of 2 to about 30 lines. */
export function code(writer: Writer): Code {
  const {random, plan} = writer
  const total = grammars.reduce((sum, [, weight]) => sum + weight, 0)
  let drawn = random.next() * total
  const grammar = grammars.find(([, weight]) => (drawn -= weight) < 0) ?? grammars[0]
  if (!grammar) return {language: '', lines: []}
  const [language, , step] = grammar
  const host = plan.macros && random.chance(0.2) ? '<<< custom_key.main_domain >>>' : 'get.reference.example'
  const steps = Array.from({length: random.integer(1, 6)}, () => step(writer, host))
  return {language, lines: steps.flat()}
}
