/** Where a word of a dictionary stands in a text; the end is exclusive. */
export interface FoundWord {
  readonly start: number
  readonly end: number
  readonly word: string
}

interface TrieNode {
  readonly next: Map<string, TrieNode>
  word: string | undefined
}

/** Longest word that is looked for, in UTF-16 units: keeps a search linear in the length of the text. */
const longestWord = 200

/**
 * Makes a search for whole words, the longest where several start at one place.
 *
 * As in a Python regular expression, a word starts and ends at a boundary between what may be part of a word
 * (letters of any script, digits, `_`) and what may not.
 */
export function wordFinder(words: Iterable<string>): (text: string) => FoundWord[] {
  const root: TrieNode = {next: new Map(), word: undefined}
  for (const word of words) {
    if (word.length <= longestWord) addWord(root, word)
  }
  return (text) => {
    const found: FoundWord[] = []
    let at = 0
    while (at < text.length) {
      const word = root.next.has(text.charAt(at)) && isBoundary(text, at) ? longestAt(root, text, at) : undefined
      if (word !== undefined) found.push({start: at, end: at + word.length, word})
      at += word?.length ?? 1
    }
    return found
  }
}

function addWord(root: TrieNode, word: string): void {
  let node = root
  for (let at = 0; at < word.length; at++) {
    const unit = word.charAt(at)
    const next = node.next.get(unit) ?? {next: new Map(), word: undefined}
    node.next.set(unit, next)
    node = next
  }
  if (node !== root) node.word = word
}

function longestAt(root: TrieNode, text: string, start: number): string | undefined {
  let node: TrieNode | undefined = root
  let longest: string | undefined
  for (let at = start; node && at <= text.length; at++) {
    if (node.word !== undefined && isBoundary(text, at)) longest = node.word
    node = node.next.get(text.charAt(at))
  }
  return longest
}

function isBoundary(text: string, at: number): boolean {
  return isWordUnit(text.charAt(at - 1)) !== isWordUnit(text.charAt(at))
}

function isWordUnit(unit: string): boolean {
  return /[\p{L}\p{N}_]/u.test(unit)
}
