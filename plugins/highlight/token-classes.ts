/**
 * Classes of tokens, by the token types of the grammars. All start with `tok-`:
 *
 * `comment`, `keyword`, `string`, `number`, `constant` (true, null, symbols), `function`, `class` (types), `builtin`,
 * `variable`, `property` (keys, CSS properties), `tag`, `attribute`, `operator`, `punctuation`, `regex`, `meta`
 * (decorators, preprocessor, doctypes), `inserted`, `deleted`, `heading`, `strong`, `emphasis`, `link`, `prompt`,
 * `output`, `error`. Types that are not here have no class.
 */
const classOfType: Readonly<Record<string, string>> = {
  ...group('comment', 'comment', 'prolog', 'cdata', 'shebang', 'blockquote', 'docstring'),
  ...group('keyword', 'keyword', 'atrule', 'rule', 'important', 'directive', 'instruction', 'control-flow', 'module'),
  ...group('keyword', 'statement', 'storage', 'visibility', 'unit-keyword'),
  ...group(
    'string',
    'string',
    'char',
    'attr-value',
    'triple-quoted-string',
    'template-string',
    'heredoc-string',
    'code',
  ),
  ...group('string', 'code-block', 'code-snippet', 'raw-string', 'multiline-string', 'scalar', 'string-literal'),
  ...group('number', 'number', 'unit', 'hexcode', 'date', 'time', 'datetime', 'version', 'duration', 'ip-address'),
  ...group('constant', 'boolean', 'constant', 'symbol', 'null', 'nil', 'atom', 'entity', 'escape', 'file-descriptor'),
  ...group('function', 'function', 'function-name', 'method', 'macro', 'function-definition', 'command', 'cmdlet'),
  ...group('class', 'class-name', 'type', 'namespace', 'return-type', 'maybe-class-name', 'type-definition', 'package'),
  ...group('builtin', 'builtin', 'builtin-type', 'primitive', 'standard', 'environment'),
  ...group(
    'variable',
    'variable',
    'parameter',
    'placeholder',
    'assign-left',
    'interpolation-variable',
    'alias',
    'anchor',
  ),
  ...group(
    'property',
    'property',
    'key',
    'attr-field',
    'header-name',
    'label',
    'object-key',
    'field',
    'literal-property',
  ),
  ...group('tag', 'tag', 'selector', 'table', 'section', 'section-name'),
  ...group('attribute', 'attr-name', 'attribute'),
  ...group('operator', 'operator', 'arrow', 'spread', 'combinator'),
  ...group('punctuation', 'punctuation', 'delimiter', 'bracket', 'separator', 'hr', 'list-punctuation'),
  ...group('regex', 'regex', 'regex-source', 'charset', 'char-class', 'quantifier'),
  ...group(
    'meta',
    'decorator',
    'annotation',
    'doctype',
    'preprocessor',
    'macro-name',
    'directive-hash',
    'front-matter',
  ),
  ...group('meta', 'coord', 'coordinate', 'request-line', 'response-status', 'pragma'),
  ...group('inserted', 'inserted', 'inserted-sign'),
  ...group('deleted', 'deleted', 'deleted-sign'),
  ...group('heading', 'title'),
  ...group('strong', 'bold'),
  ...group('emphasis', 'italic'),
  ...group('link', 'url', 'uri', 'url-link', 'email', 'domain', 'file-path'),
  ...group('prompt', 'shell-symbol', 'prompt'),
  ...group('output', 'output', 'info'),
  ...group('error', 'error', 'level', 'exception', 'exception-name'),
}

/**
 * Class of a token; `undefined` for one that looks like plain text.
 *
 * @param types  type and aliases of the token, as the grammar has them; the first that is known counts
 */
export function tokenClass(types: readonly string[]): string | undefined {
  for (const type of types) if (Object.hasOwn(classOfType, type)) return classOfType[type]
  return undefined
}

function group(name: string, ...types: readonly string[]): Record<string, string> {
  return Object.fromEntries(types.map((type) => [type, `tok-${name}`]))
}
