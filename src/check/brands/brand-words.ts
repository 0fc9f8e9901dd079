import type {BrandLeakSettings} from '../../core/check-settings.ts'
import type {Brand, ValueNode} from '../../core/site.ts'

/** A word that must not appear in the editions of a brand. */
export interface BrandWord {
  readonly text: string
  /** Addresses are read as such: `nova.example` is in `docs.nova.example`, and not in `nova.example.org`. */
  readonly kind: 'name' | 'address'
  /** Whether case does not matter. */
  readonly anyCase: boolean
  /** Brand that the word belongs to; left out for a word that is only forbidden. */
  readonly owner?: string
  /** Name of the value below `custom_key`; left out for the address of the site and for a word that is only forbidden. */
  readonly key?: string
  /** Names of all values of the owner below `custom_key`, by their texts. */
  readonly keys?: ReadonlyMap<string, string>
}

/** A text among the values of a brand. */
interface Leaf {
  /** Dotted name; members of lists have none. */
  readonly key: string | undefined
  readonly text: string
}

const addressKey = /(?:^|_)(?:domain|host|hostname|site|website|url|mail|email|endpoint)s?$/i
const nameKey = /^(?:name|brand|company|(?:\w+_)?brand_(?:\w+_)?(?:name|title|alias)|company_name)$/i
const hostName = /^(?:[\p{L}\p{N}](?:[\p{L}\p{N}-]*[\p{L}\p{N}])?\.)+[\p{L}][\p{L}\p{N}-]*[\p{L}\p{N}](?::\d+)?$/u
const ideographs = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u

/**
 * Words that must not appear in the output of a brand: what it forbids, and the names and addresses of the other brands.
 *
 * Left out is what is in a value of its own too, what holds a name or address of its own, what is too short to tell a
 * brand (less than three characters, two in CJK), and the words of brands that it extends or that extend it.
 */
export function foreignWords(
  brand: Brand,
  brands: readonly Brand[],
  settings: BrandLeakSettings,
): readonly BrandWord[] {
  const own = [...leavesOf(brand).map(({text}) => text), brand.url].map(folded)
  const named = ownWords(brand, settings).map(({text}) => folded(text))
  const isForeign = ({text}: BrandWord): boolean => {
    const wanted = folded(text)
    return !own.some((value) => value.includes(wanted)) && !named.some((word) => wanted.includes(word))
  }
  const words = new Map<string, BrandWord>()
  const add = (word: BrandWord): void => {
    if (!words.has(folded(word.text))) words.set(folded(word.text), word)
  }
  const others = brands
    .filter((other) => other !== brand && !isRelated(brand, other))
    .flatMap((other) => ownWords(other, settings))
  for (const text of brand.forbid) {
    const known = others.find((word) => folded(word.text) === folded(text))
    add({kind: hostName.test(text) ? 'address' : 'name', ...known, text, anyCase: true})
  }
  for (const word of others) if (isForeign(word)) add(word)
  return [...words.values()]
}

/** Names and addresses by which a brand is known, those with a name of their own first. */
export function ownWords(brand: Brand, settings: BrandLeakSettings): readonly BrandWord[] {
  const leaves = leavesOf(brand)
  const keys = new Map(leaves.flatMap(({key, text}) => (key === undefined ? [] : [[text, key] as const])))
  const found = leaves.flatMap(({key, text}): readonly BrandWord[] => {
    if (key === undefined) return []
    const isWanted = settings.values ? settings.values.includes(key) : undefined
    const word = wordOf(text, key, isWanted)
    return word ? [{...word, owner: brand.id, key, keys}] : []
  })
  const site = settings.values || brand.url === '/' ? undefined : addressOf(brand.url)
  const address: readonly BrandWord[] =
    site === undefined ? [] : [{text: site, kind: 'address', anyCase: true, owner: brand.id, keys}]
  return [...found, ...address].filter(({text}) => isLongEnough(text))
}

/** Case and white space aside. */
export function folded(text: string): string {
  return text.toLowerCase().replaceAll(/\s+/g, ' ').trim()
}

/** Whether text holds characters that are written without spaces around words. */
function isIdeographic(text: string): boolean {
  return ideographs.test(text)
}

/**
 * The word that a value is.
 *
 * @param isWanted  whether the configuration names the key; `undefined` where it leaves the choice
 */
function wordOf(
  text: string,
  key: string,
  isWanted: boolean | undefined,
): Omit<BrandWord, 'owner' | 'key' | 'keys'> | undefined {
  if (isWanted === false) return undefined
  const address = addressOf(text)
  if (address !== undefined && (isWanted ?? addressKey.test(key)))
    return {text: address, kind: 'address', anyCase: true}
  if (isWanted ?? nameKey.test(key)) return {text: text.trim(), kind: 'name', anyCase: !isPlainWord(text.trim())}
  return undefined
}

/** Host, or host and path, of an address; the whole of a mail address. `undefined` for what tells nobody from others. */
function addressOf(text: string): string | undefined {
  const bare = text
    .trim()
    .replace(/^(?:[a-z][a-z0-9+.-]*:)?\/\//i, '')
    .replace(/\/+$/, '')
  const [host = ''] = bare.replace(/^[^\s/@]+@/, '').split('/')
  return hostName.test(host) && !/\s/.test(bare) ? bare : undefined
}

/** Whether a name could be an ordinary word, but for its capital. */
function isPlainWord(name: string): boolean {
  return /^\p{Lu}?\p{Ll}+$/u.test(name)
}

function isLongEnough(text: string): boolean {
  return text.length >= (isIdeographic(text) ? 2 : 3)
}

function isRelated(one: Brand, other: Brand): boolean {
  return one.ancestors?.includes(other.id) === true || other.ancestors?.includes(one.id) === true
}

function leavesOf({values}: Brand): readonly Leaf[] {
  const leaves: Leaf[] = []
  const visit = (node: ValueNode, key: string | undefined): void => {
    if (typeof node === 'string') leaves.push({key, text: node})
    else if (Array.isArray(node)) for (const item of node as readonly ValueNode[]) visit(item, undefined)
    else if (typeof node === 'object')
      for (const [name, inner] of Object.entries(node)) visit(inner, key === undefined ? undefined : `${key}.${name}`)
  }
  for (const tree of Object.values(values)) for (const [name, node] of Object.entries(tree)) visit(node, name)
  return leaves
}
