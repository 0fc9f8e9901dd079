import apacheconf from 'refractor/apacheconf'
import asciidoc from 'refractor/asciidoc'
import awk from 'refractor/awk'
import bash from 'refractor/bash'
import batch from 'refractor/batch'
import c from 'refractor/c'
import clojure from 'refractor/clojure'
import cmake from 'refractor/cmake'
import coffeescript from 'refractor/coffeescript'
import cpp from 'refractor/cpp'
import csharp from 'refractor/csharp'
import css from 'refractor/css'
import csv from 'refractor/csv'
import dart from 'refractor/dart'
import diff from 'refractor/diff'
import django from 'refractor/django'
import docker from 'refractor/docker'
import elixir from 'refractor/elixir'
import elm from 'refractor/elm'
import erlang from 'refractor/erlang'
import fsharp from 'refractor/fsharp'
import go from 'refractor/go'
import goModule from 'refractor/go-module'
import gradle from 'refractor/gradle'
import graphql from 'refractor/graphql'
import groovy from 'refractor/groovy'
import haskell from 'refractor/haskell'
import hcl from 'refractor/hcl'
import http from 'refractor/http'
import ignore from 'refractor/ignore'
import ini from 'refractor/ini'
import java from 'refractor/java'
import javascript from 'refractor/javascript'
import json from 'refractor/json'
import json5 from 'refractor/json5'
import jsx from 'refractor/jsx'
import julia from 'refractor/julia'
import kotlin from 'refractor/kotlin'
import latex from 'refractor/latex'
import less from 'refractor/less'
import log from 'refractor/log'
import lua from 'refractor/lua'
import makefile from 'refractor/makefile'
import markdown from 'refractor/markdown'
import markup from 'refractor/markup'
import matlab from 'refractor/matlab'
import nginx from 'refractor/nginx'
import nix from 'refractor/nix'
import objectivec from 'refractor/objectivec'
import ocaml from 'refractor/ocaml'
import perl from 'refractor/perl'
import php from 'refractor/php'
import powershell from 'refractor/powershell'
import promql from 'refractor/promql'
import properties from 'refractor/properties'
import protobuf from 'refractor/protobuf'
import python from 'refractor/python'
import r from 'refractor/r'
import regex from 'refractor/regex'
import ruby from 'refractor/ruby'
import rust from 'refractor/rust'
import sass from 'refractor/sass'
import scala from 'refractor/scala'
import scheme from 'refractor/scheme'
import scss from 'refractor/scss'
import shellSession from 'refractor/shell-session'
import solidity from 'refractor/solidity'
import sparql from 'refractor/sparql'
import sql from 'refractor/sql'
import swift from 'refractor/swift'
import systemd from 'refractor/systemd'
import tcl from 'refractor/tcl'
import toml from 'refractor/toml'
import tsx from 'refractor/tsx'
import typescript from 'refractor/typescript'
import vbnet from 'refractor/vbnet'
import verilog from 'refractor/verilog'
import vim from 'refractor/vim'
import wasm from 'refractor/wasm'
import yaml from 'refractor/yaml'
import zig from 'refractor/zig'
import {refractor} from 'refractor/core'

// Grammars can only be loaded all at once when the program starts, so the list holds what documentation shows: these
// take 0.1 s, all 300 of them three times that.
for (const grammar of [
  apacheconf,
  asciidoc,
  awk,
  bash,
  batch,
  c,
  clojure,
  cmake,
  coffeescript,
  cpp,
  csharp,
  css,
  csv,
  dart,
  diff,
  django,
  docker,
  elixir,
  elm,
  erlang,
  fsharp,
  go,
  goModule,
  gradle,
  graphql,
  groovy,
  haskell,
  hcl,
  http,
  ignore,
  ini,
  java,
  javascript,
  json,
  json5,
  jsx,
  julia,
  kotlin,
  latex,
  less,
  log,
  lua,
  makefile,
  markdown,
  markup,
  matlab,
  nginx,
  nix,
  objectivec,
  ocaml,
  perl,
  php,
  powershell,
  promql,
  properties,
  protobuf,
  python,
  r,
  regex,
  ruby,
  rust,
  sass,
  scala,
  scheme,
  scss,
  shellSession,
  solidity,
  sparql,
  sql,
  swift,
  systemd,
  tcl,
  toml,
  tsx,
  typescript,
  vbnet,
  verilog,
  vim,
  wasm,
  yaml,
  zig,
])
  refractor.register(grammar)

/** Names that authors use and the grammars do not know. */
const aliases: Readonly<Record<string, string>> = {
  'c++': 'cpp',
  'c#': 'csharp',
  'f#': 'fsharp',
  'html+django': 'django',
  'html+jinja': 'django',
  'html+php': 'php',
  'objective-c': 'objectivec',
  'objective-c++': 'objectivec',
  'visual-basic': 'vbnet',
  apache: 'apacheconf',
  bat: 'batch',
  cfg: 'ini',
  conf: 'ini',
  config: 'ini',
  console: 'shell-session',
  golang: 'go',
  jinja: 'django',
  jsonc: 'json5',
  ksh: 'bash',
  make: 'makefile',
  mysql: 'sql',
  node: 'javascript',
  nodejs: 'javascript',
  objc: 'objectivec',
  plpgsql: 'sql',
  postgres: 'sql',
  postgresql: 'sql',
  ps1: 'powershell',
  pwsh: 'powershell',
  py3: 'python',
  pycon: 'python',
  python3: 'python',
  regexp: 'regex',
  terraform: 'hcl',
  tf: 'hcl',
  udiff: 'diff',
  zsh: 'bash',
}

/**
 * Name of the grammar for a language as authors write it, in any letter case; `undefined` where there is none, so that
 * the code is plain text (`text`, `none`, an unknown name).
 */
export function grammarOf(language: string): string | undefined {
  const name = language.toLowerCase()
  const known = Object.hasOwn(aliases, name) ? (aliases[name] ?? name) : name
  return refractor.registered(known) ? known : undefined
}
