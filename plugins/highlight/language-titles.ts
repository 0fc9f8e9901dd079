import {grammarOf} from './languages.ts'

/** Titles of languages that share the grammar of another. */
const ownTitles: Readonly<Record<string, string>> = {
  '': 'Text Only',
  none: 'Text Only',
  plain: 'Text Only',
  pycon: 'Python Console Session',
  text: 'Text Only',
  txt: 'Text Only',
}

const titles: Readonly<Record<string, string>> = {
  apacheconf: 'ApacheConf',
  awk: 'Awk',
  bash: 'Bash',
  batch: 'Batchfile',
  c: 'C',
  clojure: 'Clojure',
  cmake: 'CMake',
  cpp: 'C++',
  csharp: 'C#',
  css: 'CSS',
  dart: 'Dart',
  diff: 'Diff',
  django: 'Django/Jinja',
  docker: 'Docker',
  elixir: 'Elixir',
  elm: 'Elm',
  erlang: 'Erlang',
  fsharp: 'F#',
  go: 'Go',
  graphql: 'GraphQL',
  groovy: 'Groovy',
  haskell: 'Haskell',
  hcl: 'HCL',
  html: 'HTML',
  http: 'HTTP',
  ini: 'INI',
  java: 'Java',
  javascript: 'JavaScript',
  json: 'JSON',
  json5: 'JSON',
  julia: 'Julia',
  kotlin: 'Kotlin',
  latex: 'TeX',
  less: 'LessCss',
  lua: 'Lua',
  makefile: 'Makefile',
  markdown: 'Markdown',
  markup: 'HTML',
  matlab: 'Matlab',
  nginx: 'Nginx Configuration File',
  nix: 'Nix',
  objectivec: 'Objective-C',
  ocaml: 'OCaml',
  perl: 'Perl',
  php: 'PHP',
  powershell: 'PowerShell',
  promql: 'PromQL',
  properties: 'Properties',
  protobuf: 'Protocol Buffer',
  python: 'Python',
  r: 'S',
  ruby: 'Ruby',
  rust: 'Rust',
  sass: 'Sass',
  scala: 'Scala',
  scheme: 'Scheme',
  scss: 'SCSS',
  'shell-session': 'Bash Session',
  sql: 'SQL',
  svg: 'XML',
  swift: 'Swift',
  toml: 'TOML',
  tsx: 'TSX',
  typescript: 'TypeScript',
  vbnet: 'VB.net',
  xml: 'XML',
  yaml: 'YAML',
  zig: 'Zig',
}

/** Grammars by their short names. */
const grammars: Readonly<Record<string, string>> = {
  cs: 'csharp',
  dockerfile: 'docker',
  js: 'javascript',
  jinja2: 'django',
  kt: 'kotlin',
  md: 'markdown',
  py: 'python',
  rb: 'ruby',
  sh: 'bash',
  shell: 'bash',
  ts: 'typescript',
  yml: 'yaml',
}

/**
 * Name of a language for readers, as Pygments has it (words in title case): `py` is `Python`. A language without a
 * name here is called as the author called it; no language is `Text Only`.
 */
export function languageTitle(language: string): string {
  const name = language.toLowerCase()
  const grammar = grammarOf(name) ?? name
  return lookUp(ownTitles, name) ?? lookUp(titles, lookUp(grammars, grammar) ?? grammar) ?? language
}

function lookUp(table: Readonly<Record<string, string>>, name: string): string | undefined {
  return Object.hasOwn(table, name) ? table[name] : undefined
}
