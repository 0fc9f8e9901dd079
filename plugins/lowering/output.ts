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
    if (end <= start) return
    this.#push(this.#source.slice(start, end), {out: this.#length, source: start, copy: true})
  }

  /** Adds text that stands for the source offset `at`. */
  insert(text: string, at: number): void {
    if (text !== '') this.#push(text, {out: this.#length, source: at, copy: false})
  }

  /** The text so far. */
  text(): string {
    return this.#parts.join('')
  }

  #push(text: string, run: LoweredRun): void {
    const last = this.runs.at(-1)
    const continues =
      last?.copy === run.copy &&
      (run.copy ? last.source + run.out - last.out === run.source : last.source === run.source)
    if (!continues) this.runs.push(run)
    this.#parts.push(text)
    this.#length += text.length
  }
}
