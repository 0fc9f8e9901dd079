import {readFileSync} from 'node:fs'
import path from 'node:path'
import {describe, expect, it} from 'vitest'
import {z} from 'zod'
import {configJsonSchema} from '../../../src/config/json-schema.ts'
import {isPlainMap} from '../../../src/config/python-callable.ts'
import {parseYaml} from '../../../src/config/parse-yaml.ts'

const schema = configJsonSchema()
const validator = z.fromJSONSchema(schema)
const accepts = (yaml: string): boolean => validator.safeParse(parseYaml(yaml).data).success
const minimal = 'locales: {en: {name: English}}\nbrands: {aurora: {url: /}}\n'

describe('the JSON schema', () => {
  it('is plain JSON', () => {
    expect(JSON.parse(JSON.stringify(schema))).toEqual(schema)
  })

  it('accepts the configuration of the documentation', () => {
    expect(accepts(readFileSync(path.resolve(import.meta.dirname, '../../../docprism.yml'), 'utf8'))).toBe(true)
  })

  it.each([
    ['accepts what is needed', minimal, true],
    ['accepts extensions in a list', `${minimal}markdown_extensions: [abbr, {toc: {permalink: true}}]\n`, true],
    ['accepts extensions in a map', `${minimal}markdown_extensions: {abbr: , pymdownx.critic: {mode: view}}\n`, true],
    ['accepts nested navigation', `${minimal}nav: [a.md, {Guide: [b.md, {More: [c.md]}]}]\n`, true],
    ['refuses an unknown key', `${minimal}titel: x\n`, false],
    ['refuses an unknown option', `${minimal}markdown_extensions: {pymdownx.critic: {mod: view}}\n`, false],
    ['refuses a configuration without brands', 'locales: {en: {name: English}}\n', false],
    ['refuses a wrong type', `${minimal}values: [a]\n`, false],
  ])('%s', (_, yaml, expected) => {
    expect(accepts(yaml)).toBe(expected)
  })

  it('describes every key', () => {
    const missing: string[] = []
    const visit = (node: unknown, where: string): void => {
      if (!isPlainMap(node)) return
      for (const [key, property] of Object.entries(isPlainMap(node['properties']) ? node['properties'] : {})) {
        const described =
          isPlainMap(property) && (property['description'] !== undefined || property['$ref'] !== undefined)
        if (!described) missing.push(`${where}.${key}`)
      }
    }
    visit(schema, 'site')
    for (const [name, part] of Object.entries(isPlainMap(schema['$defs']) ? schema['$defs'] : {})) visit(part, name)
    expect(missing).toEqual([])
  })
})
