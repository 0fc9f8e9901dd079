const spaceless = String.raw`\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}`
const wordPattern = new RegExp(`[${spaceless}]+|[\\p{L}\\p{N}]+(?:[._-][\\p{L}\\p{N}]+)*`, 'gu')
const startsSpaceless = new RegExp(`^[${spaceless}]`, 'u')

/** Whether a term is of a script that writes no spaces. */
export function isSpaceless(term: string): boolean {
  return startsSpaceless.test(term)
}

/**
 * Terms of a text, for libraries that know no tokenizer for such text: words and, of identifiers such as `agent.conf`, their parts;
 * pairs of letters where no spaces are written.
 */
export function textTerms(text: string): string[] {
  return termsOf(text, {isQuery: false})
}

/** Terms of a query: identifiers whole, and no single letters that end a run of pairs. */
export function queryTerms(text: string): string[] {
  return termsOf(text, {isQuery: true})
}

function termsOf(text: string, {isQuery}: {readonly isQuery: boolean}): string[] {
  const terms: string[] = []
  for (const [word] of text.normalize('NFKC').toLowerCase().matchAll(wordPattern)) {
    if (isSpaceless(word)) {
      const letters = Array.from(word)
      for (let at = 0; at + 1 < letters.length; at++) terms.push(`${letters[at] ?? ''}${letters[at + 1] ?? ''}`)
      if (letters.length === 1 || !isQuery) terms.push(letters.at(-1) ?? '')
      continue
    }
    terms.push(word)
    if (!isQuery && /[._-]/.test(word)) terms.push(...word.split(/[._-]/).filter((part) => part.length > 1))
  }
  return terms
}
