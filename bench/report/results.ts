import type {Measurement, Stage, Unavailable} from '../measure/measurement.ts'
import type {ServeAnswer} from '../scenarios/serve-child.ts'
import type {Machine} from './machine.ts'

/** The compiling stage alone, in one of the ways to serve several brands. */
export interface BaselineResult {
  readonly corpus: string
  readonly brands: number
  readonly way: string
  /** Milliseconds, one for each run. */
  readonly cpu: readonly number[]
}

/** Stages of a cold build. */
export interface StageResult {
  readonly corpus: string
  readonly pages: number
  readonly brands: number
  readonly runs: readonly (readonly Stage[])[]
}

/** A server with a page of it open, in milliseconds. */
export interface ServeResult extends ServeAnswer {
  readonly corpus: string
  readonly pages: number
  readonly brands: number
}

/** Everything that a run measured. */
export interface Results {
  readonly machine: Machine
  /** ISO date of the run. */
  readonly date: string
  readonly commit: string
  /** The call that gave the results. */
  readonly call: string
  /** Names and versions of Docprism's Node and of the peers. */
  readonly versions: readonly (readonly [name: string, version: string])[]
  /** Whole builds. */
  readonly builds: readonly Measurement[]
  /** Builds by a builder that stays in memory. */
  readonly builder: readonly Measurement[]
  readonly stages: readonly StageResult[]
  readonly baselines: readonly BaselineResult[]
  readonly serve: readonly ServeResult[]
  readonly unavailable: readonly Unavailable[]
}

/** Name of the competitor that everything is held against: this checkout, on the Node that runs the benchmark. */
export const docprism = 'Docprism'
