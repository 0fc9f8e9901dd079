import {describe, expect, it} from 'vitest'
import {pairUp} from '../../../src/check/partners.ts'
import type {Subject} from '../../../src/check/subject.ts'
import {finding} from './reports/report-of.ts'

const subject = (message: string, line: string, brands: readonly string[] = ['nova']): Subject => ({
  diagnostic: finding({message}),
  brands,
  line,
})

function pair(candidates: readonly Subject[], partners: readonly Subject[]) {
  const keysOf = ({diagnostic, line}: Subject) => [`${diagnostic.message} ${line}`, diagnostic.message]
  const {alone, unused} = pairUp(candidates, partners, {ofCandidate: keysOf, ofPartner: keysOf})
  return {alone: candidates.map((one) => alone.get(one)?.join(' ')), unused: unused.map(({line}) => line)}
}

describe('pairUp', () => {
  it('pairs by the most exact key first', () => {
    expect(pair([subject('a', 'x'), subject('a', 'y')], [subject('a', 'y')])).toEqual({alone: ['nova', ''], unused: []})
  })

  it('pairs what is left by the next key, and says what nobody asked for', () => {
    const partners = [subject('a', 'y'), subject('b', 'z')]
    expect(pair([subject('a', 'x')], partners)).toEqual({alone: [''], unused: ['z']})
  })

  it('gives every partner away once', () => {
    expect(pair([subject('a', 'x'), subject('a', 'x')], [subject('a', 'x')]).alone).toEqual(['', 'nova'])
  })

  it('pairs each brand on its own', () => {
    expect(pair([subject('a', 'x', ['nova', 'ember'])], [subject('a', 'x', ['ember', 'aurora'])])).toEqual({
      alone: ['nova'],
      unused: [],
    })
  })
})
