/** What becomes of a word that was written into a random document. */
export type Fate =
  /** A reader sees it: it is in the text of the page. */
  | 'text'
  /** It is in the text or in an attribute: a tooltip, a description of an image. */
  | 'anywhere'
  /** It is in a comment, and so nowhere in the page. */
  | 'hidden'
  /** Nobody promises anything: a destination, a class, the language of a fence. */
  | 'free'

/** A word with its fate. */
export interface PlacedWord {
  readonly word: string
  readonly fate: Fate
}

const consonants = 'bcdfghjklm'
const stems = '甲乙丙丁戊己庚辛壬癸'

/** Hands out words for one document, each spelled differently and none part of another. */
export class Words {
  readonly placed: PlacedWord[] = []

  /** A new Latin word of seven letters. */
  latin(fate: Fate): string {
    return this.#place(`qz${spell(this.placed.length, consonants)}e`, fate)
  }

  /** A new word of six Chinese characters. */
  chinese(fate: Fate): string {
    return this.#place(`汉${spell(this.placed.length, stems)}字`, fate)
  }

  #place(word: string, fate: Fate): string {
    this.placed.push({word, fate})
    return word
  }
}

/** A number in four digits of an alphabet of ten. */
function spell(number: number, digits: string): string {
  return String(number)
    .padStart(4, '0')
    .replace(/\d/g, (digit) => digits[Number(digit)] ?? '')
}
