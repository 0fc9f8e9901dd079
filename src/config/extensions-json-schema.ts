import {
  extensionBundles,
  extensionTable,
  unsupportedExtensions,
  type OptionKind,
  type OptionTable,
} from './extension-table.ts'

/** A part of a JSON schema, draft 2020-12. */
type JsonSchema = Readonly<Record<string, unknown>>

/** JSON schema of a slugify option. */
export const slugifyJsonSchema = {
  anyOf: [
    {type: 'string', examples: ['python-markdown', 'unicode', 'github', 'pymdownx']},
    {type: 'object', properties: {kind: {type: 'string'}, case: {enum: ['none', 'lower', 'lower-ascii', 'fold']}}},
  ],
} as const satisfies JsonSchema

const kindSchemas: Readonly<Record<Exclude<OptionKind, readonly string[]>, JsonSchema>> = {
  boolean: {type: 'boolean'},
  string: {type: 'string'},
  integer: {type: 'integer'},
  number: {type: 'number'},
  list: {type: 'array'},
  texts: {type: 'array', items: {type: 'string'}},
  encoding: {type: 'string'},
  map: {type: 'object'},
  slugify: slugifyJsonSchema,
  'toc-depth': {type: ['integer', 'string'], pattern: '^\\s*(\\d\\s*-\\s*)?\\d+\\s*$'},
  fences: {type: 'array', items: {type: 'object', required: ['name', 'class']}},
  languages: {type: 'array', items: {type: 'object', required: ['name', 'lang']}},
  'inline-formats': {type: 'array', items: {type: 'object', required: ['name', 'class']}},
  // A Python tag is a string or nothing at all to an editor that does not know it.
  'emoji-index': {},
  'emoji-generator': {},
  'drawing-options': {
    type: 'object',
    properties: {
      attributes: {type: 'object', additionalProperties: {type: 'string'}},
      classes: {type: 'string'},
      custom_icons: {type: 'array', items: {type: 'string'}},
    },
    additionalProperties: false,
  },
  'repository-hosts': {
    type: 'object',
    additionalProperties: {
      type: 'object',
      required: ['label', 'type', 'host'],
      properties: {
        label: {type: 'string'},
        type: {enum: ['github', 'gitlab', 'bitbucket']},
        host: {type: 'string'},
        www: {type: 'boolean'},
      },
      additionalProperties: false,
    },
  },
  'link-labels': {type: 'object', additionalProperties: {type: 'string'}},
  'user-lists': {type: 'object', additionalProperties: {type: 'array', items: {type: 'string'}}},
}

function kindSchema(kind: OptionKind): JsonSchema {
  return typeof kind === 'string' ? kindSchemas[kind] : {enum: kind}
}

function optionSchema(kinds: readonly OptionKind[]): JsonSchema {
  const [first, ...more] = kinds
  return first !== undefined && more.length === 0 ? kindSchema(first) : {anyOf: kinds.map(kindSchema)}
}

function optionsSchema(options: OptionTable): JsonSchema {
  const properties = Object.fromEntries(Object.entries(options).map(([name, kinds]) => [name, optionSchema(kinds)]))
  return {type: ['object', 'null'], properties, additionalProperties: false}
}

const extensionSchemas: Readonly<Record<string, JsonSchema>> = Object.fromEntries([
  ...Object.entries(extensionTable)
    .filter(([name]) => !Object.hasOwn(unsupportedExtensions, name))
    .map(([name, options]) => [name, optionsSchema(options)] as const),
  ...Object.keys(extensionBundles).map((name) => [name, {type: ['object', 'null']}] as const),
])

/** JSON schema of `markdown_extensions`: the list form and the map form of `mkdocs.yml`. */
export const markdownExtensionsJsonSchema = {
  anyOf: [
    {
      type: 'array',
      items: {
        anyOf: [
          {type: 'string', examples: Object.keys(extensionSchemas)},
          {type: 'object', properties: extensionSchemas, minProperties: 1, maxProperties: 1},
        ],
      },
    },
    {type: 'object', properties: extensionSchemas},
  ],
} as const satisfies JsonSchema
