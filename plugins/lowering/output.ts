/**
 * Run of lowered text made from a run of the source: `copy` runs correspond unit by unit, others stand for the
 * source offset as a whole. Offsets are 0-based UTF-16 units.
 */
export interface LoweredRun {
  readonly out: number
  readonly source: number
  readonly copy: boolean
}

/** Collects lowered text together with where each piece came from. */
export class Output {
  readonly runs: LoweredRun[] = []
  readonly #source: string
  readonly #parts: string[] = []
  #length = 0

  constructor(source: string) {
    this.#source = source
  }

  /** Copies `source.slice(start, end)`. */
  copy(start: number, end: number): void {
    if (end > start) this.#push(this.#source.slice(start, end), start, true)
  }

  /** Adds text that stands for the source offset `at`. */
  insert(text: string, at: number): void {
    if (text !== '') this.#push(text, at, false)
  }

  /** The text so far. */
  text(): string {
    return this.#parts.join('')
  }

  #push(text: string, source: number, copy: boolean): void {
    const out = this.#length
    const last = this.runs.at(-1)
    const continues = last?.copy === copy && (copy ? last.source + out - last.out === source : last.source === source)
    if (!continues) this.runs.push({out, source, copy})
    this.#parts.push(text)
    this.#length += text.length
  }
}
