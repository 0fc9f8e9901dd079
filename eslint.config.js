import {builtinModules} from 'node:module'
import js from '@eslint/js'
import {defineConfig} from 'eslint/config'
import {importX} from 'eslint-plugin-import-x'
import tseslint from 'typescript-eslint'

// The floors of the house: a folder imports from its own floor and from those below, never from above.
const floors = [
  ['plugins', 'src/core'],
  ['src/config', 'src/macro'],
  ['src/compile'],
  ['src/site'],
  ['src/render'],
  ['src/build'],
  ['src/check', 'src/serve'],
  ['src/cli'],
]
const pureFolders = floors.slice(0, 5).flat()
// The two doors through which the pure floors reach the disk; both are handed in as parameters elsewhere.
const diskDoors = ['src/config/load-site.ts', 'src/config/write-schema.ts', 'plugins/icons/disk-icon-set.ts']

const zones = floors.slice(0, -1).flatMap((folders, floor) =>
  folders.map((folder) => ({
    target: `./${folder}`,
    from: floors
      .slice(floor + 1)
      .flat()
      .map((higher) => `./${higher}`),
    message: `${folder} is on floor ${floor}: imports go down only.`,
  })),
)

const outside = [
  'fs',
  'fs/promises',
  'child_process',
  'worker_threads',
  'http',
  'https',
  'net',
  'os',
  'process',
].flatMap((name) => [name, `node:${name}`])

const moduleState = {
  selector: ':matches(Program, Program > ExportNamedDeclaration) > VariableDeclaration[kind=/let|var/]',
  message: 'State lives in the builder and in the cache on disk, not in modules.',
}

const doubleAssertion = {
  selector: 'TSAsExpression > TSAsExpression[typeAnnotation.type="TSUnknownKeyword"]',
  message: 'A double assertion hides a wrong type; narrow it instead.',
}

export default defineConfig(
  {ignores: ['lib/', 'dist/', 'coverage/', 'content/', 'test/fixtures/', 'templates/']},
  js.configs.recommended,
  tseslint.configs.strictTypeChecked,
  tseslint.configs.stylisticTypeChecked,
  {
    languageOptions: {parserOptions: {projectService: true, tsconfigRootDir: import.meta.dirname}},
    plugins: {'import-x': importX},
    linterOptions: {reportUnusedDisableDirectives: 'error', noInlineConfig: true},
    rules: {
      'import-x/no-restricted-paths': ['error', {zones}],
      'import-x/no-default-export': 'error',
      'import-x/no-self-import': 'error',
      'import-x/no-duplicates': 'error',
      'max-lines': ['error', {max: 400}],
      'max-params': 'off',
      '@typescript-eslint/max-params': ['error', {max: 3}],
      'no-restricted-syntax': ['error', moduleState, doubleAssertion],
      eqeqeq: 'error',
      'no-console': 'error',
      'object-shorthand': 'error',
      'prefer-template': 'error',
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-unused-vars': ['error', {ignoreRestSiblings: true, argsIgnorePattern: '^_'}],
      // Values are numbers and booleans far more often than objects; both print as their reader expects.
      '@typescript-eslint/restrict-template-expressions': ['error', {allowNumber: true, allowBoolean: true}],
      // A record that is filled key by key reads better with the type it has.
      '@typescript-eslint/consistent-indexed-object-style': 'off',
      // `noPropertyAccessFromIndexSignature` asks for brackets on index signatures.
      '@typescript-eslint/dot-notation': 'off',
    },
  },
  {
    files: pureFolders.map((folder) => `${folder}/**/*.ts`),
    ignores: diskDoors,
    rules: {
      'no-restricted-imports': [
        'error',
        {paths: outside.map((name) => ({name, message: 'Only floor 5 and above reach outside.'}))},
      ],
      'no-restricted-globals': [
        'error',
        {name: 'process', message: 'Only floor 5 and above know their process.'},
        {name: 'fetch', message: 'Only floor 5 and above reach outside.'},
      ],
    },
  },
  {
    files: ['src/core/**/*.ts'],
    rules: {
      'no-restricted-imports': [
        'error',
        {
          paths: builtinModules.map((name) => ({name, message: 'src/core knows neither Node nor unified.'})),
          patterns: [
            {
              regex: '^(node:|unified$|unist-|mdast-|micromark|hast-|remark-|rehype-)',
              message: 'src/core knows neither Node nor unified.',
            },
          ],
        },
      ],
    },
  },
  {
    files: ['plugins/**/*.ts'],
    rules: {
      'import-x/no-restricted-paths': [
        'error',
        {
          zones: [
            {target: './plugins', from: './src', message: 'A plugin works in any unified pipeline, without Docprism.'},
          ],
        },
      ],
      'import-x/no-default-export': 'off',
    },
  },
  {
    files: ['src/cli/**/*.ts'],
    rules: {'no-console': 'off'},
  },
  {
    files: ['test/**/*.ts'],
    rules: {
      '@typescript-eslint/no-non-null-assertion': 'error',
      // Assertions of vitest name methods without calling them.
      '@typescript-eslint/unbound-method': 'off',
    },
  },
  {
    files: ['*.config.{js,ts}', 'bin/*.js', '.ci/*.mjs', 'test/support/*.mjs', 'bench/peers/eleventy/*.mjs'],
    extends: [tseslint.configs.disableTypeChecked],
    languageOptions: {
      parserOptions: {projectService: false, program: null},
      globals: {console: 'readonly', process: 'readonly', URL: 'readonly'},
    },
    rules: {'import-x/no-default-export': 'off', 'no-console': 'off', 'no-restricted-syntax': 'off'},
  },
)
