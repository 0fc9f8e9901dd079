/** How far a build is: `done` of `total` files in this phase. */
export interface Progress {
  readonly phase: 'read' | 'compile' | 'link' | 'write'
  readonly done: number
  readonly total: number
}

/** Called after every file; must not throw. */
export type ProgressListener = (progress: Progress) => void
