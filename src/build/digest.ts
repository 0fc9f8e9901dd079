import {hash} from 'node:crypto'

/** Short name of some content: the first 128 bits of its SHA-256, in hexadecimal. Text is taken as UTF-8. */
export function digest(content: string | Uint8Array): string {
  return hash('sha256', content, 'hex').slice(0, 32)
}

/** Digest of several texts, told apart from any other list of texts. */
export function digestAll(texts: Iterable<string>): string {
  let all = ''
  for (const text of texts) all += `${String(text.length)}:${text}`
  return digest(all)
}
