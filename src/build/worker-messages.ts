import type {Source} from '../compile/compiler.ts'
import type {Values} from '../core/site.ts'
import type {CompilerSettings} from './compiler-settings.ts'

/** What a worker is started with. */
export interface WorkerStart {
  readonly settings: CompilerSettings
  /** Every tree of values that an edition has, each once. */
  readonly values: readonly Values[]
}

/** Sources for a worker. Only text goes to it and comes back: trees are expensive to send. */
export interface WorkerBatch {
  readonly sources: readonly (Source & {readonly editions: readonly (readonly [brand: string, values: number])[]})[]
}

/** Written pages of a batch, in its order. */
export interface WorkerAnswer {
  readonly texts: readonly string[]
}
