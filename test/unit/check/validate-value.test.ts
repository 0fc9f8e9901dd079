import {describe, expect, it} from 'vitest'
import {validateValue} from '../../../src/check/rules/validate-value.ts'
import type {ValueSchema} from '../../../src/core/front-matter-rule.ts'

const faults = (value: unknown, schema: ValueSchema): readonly string[] =>
  validateValue(value, schema).map(({message, path}) => `${path.join('.')}: ${message}`)

describe('a value', () => {
  it.each<[unknown, ValueSchema, readonly string[]]>([
    ['x', {type: 'string'}, []],
    [3, {type: 'number'}, []],
    [3.5, {type: 'integer'}, [': Invalid front matter: expected a whole number, found a number']],
    [undefined, {type: ['string', 'null']}, []],
    [
      {a: 1},
      {properties: {a: {type: ['string', 'boolean']}}},
      ['a: Invalid `a` in the front matter: expected a text or `true` or `false`, found a whole number'],
    ],
    [
      {a: ['x', 'zz']},
      {properties: {a: {items: {enum: ['x', 'y']}}}},
      ['a.1: Unknown value `zz` of `a` in the front matter; expected one of `x`, `y`'],
    ],
    [
      {a: 'storge'},
      {properties: {a: {enum: ['storage']}}},
      ['a: Unknown value `storge` of `a` in the front matter; did you mean `storage`'],
    ],
    [
      {a: 'b'},
      {properties: {a: {pattern: '^c'}}},
      ['a: Invalid `a` in the front matter: expected a text that matches `^c`'],
    ],
    [
      {a: '2026-02-30'},
      {properties: {a: {format: 'date'}}},
      ['a: Invalid `a` in the front matter: expected a date such as `2026-01-31`'],
    ],
    [{a: '2026-02-28'}, {properties: {a: {format: 'date'}}}, []],
    [
      {a: '甲乙'},
      {properties: {a: {minLength: 3}}},
      ['a: Invalid `a` in the front matter: expected 3 characters at least, found 2'],
    ],
    [
      {a: '甲乙'},
      {properties: {a: {maxLength: 1}}},
      ['a: Invalid `a` in the front matter: expected 1 character at most, found 2'],
    ],
    [{a: 5}, {properties: {a: {minimum: 6}}}, ['a: Invalid `a` in the front matter: expected 6 at least, found `5`']],
    [{a: 5}, {properties: {a: {maximum: 4}}}, ['a: Invalid `a` in the front matter: expected 4 at most, found `5`']],
    [
      {a: []},
      {properties: {a: {minItems: 1}}},
      ['a: Invalid `a` in the front matter: expected 1 entry at least, found 0'],
    ],
    [
      {a: [1, 2, 3]},
      {properties: {a: {maxItems: 2}}},
      ['a: Invalid `a` in the front matter: expected 2 entries at most, found 3'],
    ],
    [{a: {}}, {properties: {a: {required: ['b']}}}, ['a: Missing `a.b` in the front matter']],
    [
      {titles: 1},
      {properties: {title: {}}, additionalProperties: false},
      ['titles: Unknown key `titles` in the front matter; did you mean `title`'],
    ],
  ])('%j is held against %j', (value, schema, expected) => {
    expect(faults(value, schema)).toEqual(expected)
  })
})
