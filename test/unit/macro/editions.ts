import type {MacroEdition} from '../../../src/macro/scope.ts'

/** Two fictional brands whose values differ in form as well as in content. */
export const aurora: MacroEdition = {
  brand: 'aurora',
  locale: 'en',
  values: {
    brand_key: 'aurora',
    brand_name: 'Aurora',
    domain: 'aurora.example',
    port: 8080,
    beta: false,
    regions: ['north', 'south'],
    team: {lead: 'Ada', size: 3},
    only_aurora: 'yes',
    hot: '*hot*',
  },
}

export const borealis: MacroEdition = {
  brand: 'borealis',
  locale: 'en',
  values: {
    brand_key: 'borealis',
    brand_name: '北辰云',
    domain: 'borealis.example',
    port: 9090,
    beta: true,
    regions: [],
    team: {lead: 'Bo', size: 1},
    hot: '*hot*',
  },
}

export const editions: readonly MacroEdition[] = [aurora, borealis]
