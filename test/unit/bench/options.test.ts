import os from 'node:os'
import {CommanderError} from 'commander'
import {describe, expect, test, vi} from 'vitest'
import {readOptions} from '../../../bench/options.ts'

const places = {cwd: '/project', bench: '/project/bench'}
const read = (...argv: readonly string[]): ReturnType<typeof readOptions> => readOptions(argv, places)

describe('the options of the benchmark', () => {
  test('a call without options is a quick one', () => {
    expect(read()).toMatchObject({
      pages: [400],
      brands: [1, 2],
      runs: 3,
      jobs: [1, os.availableParallelism()],
      out: '/project/bench/results.md',
    })
  })

  test('`--full` measures every size, and what is given wins over it', () => {
    expect(read('--full', '--runs', '2')).toMatchObject({pages: [400, 4000, 40_000], brands: [1, 2, 4, 8], runs: 2})
  })

  test('paths start from the working folder', () => {
    expect(read('--corpus', 'docs.yml', '--against', '../old', '--against', 'x')).toMatchObject({
      corpus: '/project/docs.yml',
      against: ['/old', '/project/x'],
    })
  })

  test('`none` leaves out all peers and scenarios', () => {
    expect(read('--peers', 'none', '--scenarios', 'none')).toMatchObject({peers: [], scenarios: []})
  })

  test.each([[['--pages', '0']], [['--peers', 'jekyll']], [['--scenarios', 'hot']], [['--runs', 'few']]])(
    'refuses %j',
    (argv) => {
      const stderr = vi.spyOn(process.stderr, 'write').mockReturnValue(true)
      expect(() => read(...argv)).toThrow(CommanderError)
      stderr.mockRestore()
    },
  )
})
