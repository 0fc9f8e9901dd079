import {describe, expect, it} from 'vitest'
import {holdReadings, trackValues} from '../../../src/build/track-values.ts'
import type {Values} from '../../../src/core/site.ts'
import {expandSource} from '../../../src/macro/expand.ts'

const values: Values = {
  name: 'Aurora',
  version: 2,
  hosts: {east: 'e.example', west: 'w.example'},
  regions: [{name: 'East'}, {name: 'West'}],
}

/** Whether the text would have to be expanded again with the changed values. */
function mustExpandAgain(text: string, changed: Values): boolean {
  const tracked = trackValues(values)
  const expand = (seen: Values): unknown =>
    expandSource({text, path: 'a.md', editions: [{brand: 'aurora', locale: 'en', values: seen}]})
  const result = expand(tracked.values)
  expect(result).toEqual(expand(values))
  const holds = holdReadings(changed, tracked.readings())
  // What holds must give the same.
  if (holds) expect(expand(changed)).toEqual(result)
  return !holds
}

describe('tracked values', () => {
  it.each<[text: string, changed: Values, again: boolean]>([
    ['no macro', {}, false],
    ['<<< custom_key.name >>>', {...values, version: 3}, false],
    ['<<< custom_key.name >>>', {...values, name: 'Borealis'}, true],
    ['<<< custom_key.hosts.east >>>', {...values, hosts: {east: 'e.example', west: 'other'}}, false],
    ['<<< custom_key.hosts.east >>>', {...values, hosts: {west: 'w.example'}}, true],
    ['<<< custom_key.hosts.east >>>', {...values, hosts: 'text'}, true],
    ['<<<% if custom_key.hosts is defined %>>>x<<<% endif %>>>', {...values, hosts: {}}, false],
    ['<<<% if custom_key.hosts is defined %>>>x<<<% endif %>>>', {name: 'Aurora'}, true],
    ['<<<% for r in custom_key.regions %>>><<< r.name >>><<<% endfor %>>>', {...values, name: 'x'}, false],
    [
      '<<<% for r in custom_key.regions %>>><<< r.name >>><<<% endfor %>>>',
      {...values, regions: [{name: 'East'}]},
      true,
    ],
    ['<<<% for key, host in custom_key.hosts %>>><<< host >>><<<% endfor %>>>', {...values, hosts: {east: 'x'}}, true],
    ['<<< custom_key.regions | length >>>', {...values, regions: []}, true],
    ['<<< custom_key.regions | dump >>>', {...values, regions: [{name: 'East'}, {name: 'North'}]}, true],
    ['<<< custom_key.naem >>>', {...values, naem: 'x'}, true],
    ['<<< custom_key.naem >>>', {...values, nam: 'x'}, true],
    ['<<< custom_key["na" ~ "me"] >>>', {...values, name: 'x'}, true],
    ['<<< custom_key.missing | default("x") >>>', {...values, missing: 'y'}, true],
  ])('read by %j: with %j it must be read again: %j', (text, changed, again) => {
    expect(mustExpandAgain(text, changed)).toBe(again)
  })
})
