import {distance} from 'fastest-levenshtein'

/** What is wrong with the writing of a destination that has a scheme, and what it was probably meant to be. */
export interface AddressSlip {
  /** End of a sentence about the destination. */
  readonly reason: string
  readonly fix?: string
}

/** Punctuation of Chinese and Japanese sentences that no host holds. */
const wideSigns = /[，。；：！？、（）【】「」『』《》〈〉“”‘’]/u
/** Such signs that end a sentence, not an address. */
const sentenceEnd = /[，。；：！？、]$/u
const closers: Readonly<Record<string, string>> = {
  '）': '（',
  '】': '【',
  '」': '「',
  '』': '『',
  '》': '《',
  '〉': '〈',
  '”': '“',
  '’': '‘',
}

/** Slip in a destination with a scheme; `undefined` where none is known. Addresses that no parser takes are not asked about here. */
export function addressSlip(target: string): AddressSlip | undefined {
  return emptyAddress(target) ?? schemeSlip(target) ?? wideSlip(target)
}

function emptyAddress(target: string): AddressSlip | undefined {
  return /^(?:mailto|tel|sms):\s*$/i.test(target) ? {reason: 'ends behind its scheme'} : undefined
}

/** `https://https://a.example` and `htps://a.example`. */
function schemeSlip(target: string): AddressSlip | undefined {
  const [, inner] = /^https?:\/*((?:https?|ftp):\/\/.+)$/is.exec(target) ?? []
  if (inner !== undefined) return {reason: 'has two schemes', fix: inner}
  const [start = '', scheme = ''] = /^([a-z]{3,6}):\/\//i.exec(target) ?? []
  const wanted = ['https', 'http'].find(
    (known) => scheme.toLowerCase() !== known && distance(scheme.toLowerCase(), known) === 1,
  )
  if (wanted === undefined || /^https?$/i.test(scheme)) return undefined
  return {reason: 'is not a valid URL', fix: `${wanted}://${target.slice(start.length)}`}
}

/** Signs of the sentence around an address that were taken into it. */
function wideSlip(target: string): AddressSlip | undefined {
  const [, scheme, host = ''] = /^((?:https?|ftp):\/\/)([^/?#]*)/i.exec(target) ?? []
  if (scheme === undefined) return undefined
  const trimmed = withoutWideEnd(target)
  if (trimmed !== target) return {reason: 'ends in a full-width sign', fix: trimmed}
  if (wideSigns.test(host)) {
    const fixed = host.replaceAll('：', ':').replaceAll('。', '.')
    const reason = 'holds a full-width sign in its host'
    return wideSigns.test(fixed) ? {reason} : {reason, fix: scheme + fixed + target.slice(scheme.length + host.length)}
  }
  const [, domain, rest] = /^(.*\.[a-z]{2,}(?::\d+)?)(\p{Script=Han}[^.]*)$/isu.exec(host) ?? []
  if (domain === undefined || rest === undefined) return undefined
  return {reason: `has the text \`${rest}\` in its host`, fix: scheme + domain}
}

function withoutWideEnd(target: string): string {
  const last = target.at(-1) ?? ''
  if (sentenceEnd.test(last)) return target.slice(0, -1)
  const opener = closers[last]
  if (opener === undefined || count(target, opener) >= count(target, last)) return target
  return target.slice(0, -1)
}

function count(text: string, sign: string): number {
  return text.split(sign).length - 1
}
