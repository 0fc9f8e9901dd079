import path from 'node:path'
import type {Brand, Values} from '../core/site.ts'
import type {CheckedBrand, CheckedConfig} from './config-schema.ts'
import {resolveDelivery} from './delivery-schema.ts'
import {quoteValue, type ConfigPath, type Finding} from './finding.ts'
import {resolveBrandLocales} from './resolve-locales.ts'
import {checkPublishing, resolvePublishing} from './resolve-publishing.ts'
import type {PublishingLayer} from './resolve-publishing.ts'
import {checkLocaleKeys, resolveText} from './resolve-text.ts'
import {checkTheme, resolveTheme} from './resolve-theme.ts'
import {chooseValues, mergeValues} from './resolve-values.ts'
import {unknownName} from './unknown-name.ts'

/** A brand with where it is written. */
interface Ancestor {
  readonly id: string
  readonly brand: CheckedBrand
}

/** What brands are resolved against. */
export interface BrandContext {
  readonly config: CheckedConfig
  /** Locale tags of the site. */
  readonly tags: readonly string[]
  /** Absolute folder of the configuration file. */
  readonly root: string
  /** Path of the content folder from there, POSIX. */
  readonly contentPath: string
}

/** Every brand with all it inherits, in the order of the file. */
export function resolveBrands(context: BrandContext, findings: Finding[]): readonly Brand[] {
  const brands = new Map(Object.entries(context.config.brands))
  if (brands.size === 0)
    findings.push({path: ['brands'], at: 'value', message: 'Found no brand, expected at least one'})
  checkIds([...brands.keys()], findings)
  const resolved: Brand[] = []
  for (const [id, brand] of brands) {
    findings.push(...checkOwn({id, brand}, context))
    const chain = followExtends({id, brand}, brands, findings)
    if (chain) resolved.push(resolveBrand(chain, context, findings))
  }
  return resolved
}

/** An id is the name of a folder, also where names that differ in case are one. */
function checkIds(ids: readonly string[], findings: Finding[]): void {
  const seen = new Map<string, string>()
  for (const id of ids) {
    const path = ['brands', id]
    if (!/^[A-Za-z0-9][\w-]*$/.test(id)) {
      const message = `Found ${quoteValue(id)}, expected an id of letters, digits, \`-\` and \`_\``
      findings.push({path, at: 'key', message, actual: id})
    }
    const twin = seen.get(id.toLowerCase())
    if (twin !== undefined) {
      findings.push({path, at: 'key', message: `Found ${quoteValue(id)}, which differs from \`${twin}\` in case only`})
    }
    seen.set(id.toLowerCase(), id)
  }
}

/** The brand and those it extends, itself first; `undefined` when the chain leads nowhere, which is reported. */
function followExtends(
  start: Ancestor,
  brands: ReadonlyMap<string, CheckedBrand>,
  findings: Finding[],
): readonly Ancestor[] | undefined {
  const chain = [start]
  for (let last = start; last.brand.extends !== undefined;) {
    const id = last.brand.extends
    const path = ['brands', last.id, 'extends']
    const brand = brands.get(id)
    if (!brand) {
      // Reported once, for the brand that says it.
      if (last === start) {
        const others = [...brands.keys()].filter((other) => other !== start.id)
        findings.push({path, at: 'value', ...unknownName('brand', id, others)})
      }
      return undefined
    }
    if (chain.some((ancestor) => ancestor.id === id)) {
      if (id === start.id) {
        const way = [...chain.map((ancestor) => ancestor.id), id].map((each) => `\`${each}\``).join(' → ')
        findings.push({
          path: ['brands', start.id, 'extends'],
          at: 'value',
          message: `Found a brand that extends itself: ${way}`,
        })
      }
      return undefined
    }
    last = {id, brand}
    chain.push(last)
  }
  return chain
}

/** Checks what the brand says itself; what it inherits is checked where it is written. */
function checkOwn({id, brand}: Ancestor, {tags, config}: BrandContext): readonly Finding[] {
  const findings: Finding[] = []
  const base = ['brands', id]
  for (const key of ['title', 'description', 'copyright', 'announcement'] as const) {
    findings.push(...checkLocaleKeys(brand[key], [...base, key], tags))
  }
  findings.push(...checkPublishing({path: base, config: brand}, tags))
  if (brand.url !== undefined && normalizeUrl(brand.url) === undefined) {
    const message = `Found ${quoteValue(brand.url)}, expected an absolute \`http\` or \`https\` address without query, or \`/\``
    findings.push({path: [...base, 'url'], at: 'value', message, actual: brand.url})
  }
  findings.push(...checkTheme(brand.theme, [...base, 'theme'], config.admonitions))
  for (const [index, word] of (brand.forbid ?? []).entries()) {
    if (word.trim() !== '') continue
    findings.push({path: [...base, 'forbid', index], at: 'value', message: 'Found an empty string, expected a word'})
  }
  return findings
}

/** The address with a trailing slash, or `undefined` when it is none that a site can have. */
function normalizeUrl(written: string): string | undefined {
  if (written === '/') return written
  if (!URL.canParse(written)) return undefined
  const url = new URL(written)
  const plain = /^https?:$/.test(url.protocol) && !/[?#]/.test(written) && url.username === '' && url.password === ''
  if (!plain || !/^https?:\/\//i.test(written)) return undefined
  return url.href.endsWith('/') ? url.href : `${url.href}/`
}

function resolveBrand(chain: readonly Ancestor[], context: BrandContext, findings: Finding[]): Brand {
  const {config, tags, root} = context
  const id = chain[0]?.id ?? ''
  const inherited = <K extends keyof CheckedBrand>(key: K): CheckedBrand[K] | undefined =>
    chain.find(({brand}) => brand[key] !== undefined)?.brand[key]
  const pathOf = (key: keyof CheckedBrand): ConfigPath => {
    const owner = chain.find(({brand}) => brand[key] !== undefined)
    return ['brands', owner?.id ?? id, key]
  }
  const url = inherited('url')
  const layers: readonly PublishingLayer[] = [
    ...chain.map((ancestor) => ({path: ['brands', ancestor.id], config: ancestor.brand})),
    {path: [], config},
  ]
  if (url === undefined) {
    const message = 'Missing key `url`, expected an absolute address, or `/`'
    findings.push({path: ['brands', id], at: 'key', message})
  }
  // What a brand inherits unchanged was reported with the brand that says it.
  const own = chain[0]?.brand
  const says = own && (own.locales !== undefined || own.default_locale !== undefined || own.extends === undefined)
  const {locales, defaultLocale} = resolveBrandLocales(
    {
      locales: inherited('locales'),
      localesPath: pathOf('locales'),
      defaultLocale: inherited('default_locale'),
      defaultLocalePath: pathOf('default_locale'),
    },
    tags,
    says ? findings : [],
  )
  const published = locales.map((locale) => locale.tag)
  const values = [...chain]
    .reverse()
    .reduce<Values>((under, {brand}) => mergeValues(under, brand.values ?? {}), config.values ?? {})
  const text = (key: 'title' | 'description' | 'copyright' | 'announcement'): Readonly<Record<string, string>> =>
    resolveText(
      [...chain.map(({brand}) => brand[key]), config[key], key === 'title' ? id : undefined],
      published,
      defaultLocale,
    )
  return {
    id,
    ...(chain.length > 1 ? {ancestors: chain.slice(1).map((ancestor) => ancestor.id)} : {}),
    url: normalizeUrl(url ?? '/') ?? '/',
    locales,
    defaultLocale,
    values: Object.fromEntries(
      published.map((locale) => [locale, chooseValues(values, {locale, defaultLocale, tags: new Set(tags)})]),
    ),
    theme: resolveTheme(
      chain.map(({brand}) => brand.theme),
      config,
    ),
    forbid: inherited('forbid') ?? [],
    robots: inherited('robots') ?? true,
    // A site that works without the internet asks nobody on it.
    external: inherited('external') ?? inherited('offline') !== true,
    ...(inherited('offline') === true && {offline: true}),
    ...resolveDelivery([...chain.map(({brand}) => brand), config], (file) => path.resolve(root, file)),
    title: text('title'),
    description: text('description'),
    copyright: text('copyright'),
    ...resolvePublishing(layers, {
      url: normalizeUrl(url ?? '/') ?? '/',
      locales: published,
      defaultLocale,
      contentPath: context.contentPath,
    }),
    announcement: text('announcement'),
    overrides: [...chain.flatMap(({brand}) => listFolders(brand.overrides)), ...listFolders(config.overrides)].map(
      (folder) => path.resolve(root, folder),
    ),
  }
}

function listFolders(folders: string | readonly string[] | undefined): readonly string[] {
  return typeof folders === 'string' ? [folders] : (folders ?? [])
}
