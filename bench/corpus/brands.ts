/** A fictional brand of the generated corpus. */
export interface CorpusBrand {
  readonly id: string
  readonly english: string
  readonly chinese: string
}

/** In order: a site of `n` brands has the first `n`. */
export const corpusBrands: readonly CorpusBrand[] = [
  {id: 'kestrelgauge', english: 'Kestrelgauge', chinese: '红隼表'},
  {id: 'brightfen', english: 'Brightfen', chinese: '明泽云'},
  {id: 'pinewharf', english: 'Pinewharf', chinese: '松埠'},
  {id: 'saltmeadow', english: 'Saltmeadow Cloud', chinese: '盐野云'},
  {id: 'quartzmill', english: 'Quartzmill', chinese: '石英坊'},
  {id: 'larkfield', english: 'Larkfield', chinese: '云雀原'},
  {id: 'tidebarrow', english: 'Tidebarrow', chinese: '潮丘'},
  {id: 'emberloch', english: 'Emberloch', chinese: '烬湖'},
]

/** `docprism.yml` of a generated site for the first so many brands. */
export function corpusConfig(brands: number): string {
  const entries = corpusBrands.slice(0, brands).map(
    ({id, english, chinese}, index) => `  ${id}:
    url: https://docs.${id}.example/
    locales: ${index % 2 === 0 ? '{zh: /, en: /en/}' : '{en: /, zh: /zh/}'}
    values:
      brand_key: ${id}
      brand_name: {zh: ${chinese}, en: ${english}}
      main_domain: ${id}.example
      docs_domain: docs.${id}.example
`,
  )
  return `title: <<< custom_key.brand_name >>> Docs
content: content
locales:
  zh: {name: 简体中文}
  en: {name: English}
brands:
${entries.join('')}`
}
