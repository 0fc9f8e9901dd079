import {describe, expect, it} from 'vitest'
import type {ExternalClock} from '../../../../src/check/external/clock.ts'
import {hostLimiter} from '../../../../src/check/external/host-limiter.ts'
import type {HostLimits} from '../../../../src/check/external/host-limiter.ts'

/** A clock whose time passes when a test says so. */
class HandClock implements ExternalClock {
  time = 0
  readonly #sleepers: {until: number; wake: () => void}[] = []

  now(): number {
    return this.time
  }

  async sleep(milliseconds: number, signal: AbortSignal | undefined): Promise<void> {
    await new Promise<void>((resolve, reject) => {
      this.#sleepers.push({until: this.time + milliseconds, wake: resolve})
      signal?.addEventListener('abort', () => {
        reject(new Error('aborted'))
      })
    })
  }

  deadline(): () => void {
    return () => undefined
  }

  async advance(milliseconds: number): Promise<void> {
    this.time += milliseconds
    for (const {until, wake} of this.#sleepers) if (until <= this.time) wake()
    await settle()
  }
}

/** Lets everything happen that waits for nothing. */
async function settle(): Promise<void> {
  for (let turn = 0; turn < 50; turn++) await Promise.resolve()
}

/** Requests by name that a limiter was given, and which of them run. */
function trial(limits: Partial<HostLimits> = {}): Trial {
  const clock = new HandClock()
  const limiter = hostLimiter({
    concurrency: 10,
    perHost: 10,
    intervalMs: 0,
    giveUpAfter: 9,
    signal: undefined,
    clock,
    ...limits,
  })
  const running = new Map<string, () => void>()
  return {
    clock,
    pause: (host, milliseconds) => {
      limiter.pause(host, milliseconds)
    },
    running: () => [...running.keys()],
    start: (host, name) =>
      limiter.at(host, (turn) =>
        turn(async () => {
          await new Promise<void>((resolve) => running.set(name, resolve))
          running.delete(name)
          return name
        }),
      ),
    end: async (name) => {
      running.get(name)?.()
      await settle()
    },
  }
}

interface Trial {
  readonly clock: HandClock
  readonly pause: (host: string, milliseconds: number) => void
  readonly running: () => readonly string[]
  readonly start: (host: string, name: string) => Promise<string>
  readonly end: (name: string) => Promise<void>
}

describe('requests', () => {
  it('to one host run as many at a time as configured', async () => {
    const {start, end, running} = trial({perHost: 2})
    for (const name of ['1', '2', '3', '4']) void start('a', name)
    void start('b', '5')
    await settle()
    expect(running()).toEqual(['1', '2', '5'])
    await end('1')
    expect(running()).toEqual(['2', '5', '3'])
  })

  it('run as many at a time as configured, in all', async () => {
    const {start, end, running} = trial({concurrency: 2})
    for (const host of ['a', 'b', 'c', 'd']) void start(host, host)
    await settle()
    expect(running()).toEqual(['a', 'b'])
    await end('a')
    expect(running()).toEqual(['b', 'c'])
  })

  it('to one host start at the interval', async () => {
    const {clock, start, running} = trial({intervalMs: 100})
    for (const name of ['1', '2', '3']) void start('a', name)
    void start('b', '4')
    await settle()
    expect(running()).toEqual(['1', '4'])
    await clock.advance(99)
    expect(running()).toEqual(['1', '4'])
    await clock.advance(1)
    expect(running()).toEqual(['1', '4', '2'])
    await clock.advance(100)
    expect(running()).toEqual(['1', '4', '2', '3'])
  })

  it('that wait for their host take no room from others', async () => {
    const {start, end, running} = trial({concurrency: 2, intervalMs: 100})
    for (const name of ['1', '2', '3']) void start('a', name)
    await settle()
    await end('1')
    for (const name of ['4', '5']) void start(name, name)
    await settle()
    expect(running()).toEqual(['4', '5'])
  })

  it('do not start while their host has a pause', async () => {
    const {clock, pause, start, running} = trial()
    pause('a', 1000)
    pause('a', 10)
    void start('a', '1')
    void start('b', '2')
    await settle()
    expect(running()).toEqual(['2'])
    await clock.advance(1000)
    expect(running()).toEqual(['2', '1'])
  })

  it('give their result and make room', async () => {
    const {start, end, running} = trial({concurrency: 1})
    const first = start('a', '1')
    const second = start('a', '2')
    await settle()
    await end('1')
    await expect(first).resolves.toBe('1')
    expect(running()).toEqual(['2'])
    await end('2')
    await expect(second).resolves.toBe('2')
  })

  it('that fail make room', async () => {
    const limiter = hostLimiter({
      concurrency: 1,
      perHost: 1,
      intervalMs: 0,
      giveUpAfter: 9,
      clock: new HandClock(),
      signal: undefined,
    })
    await expect(limiter.at('a', (turn) => turn(() => Promise.reject(new Error('no'))))).rejects.toThrow('no')
    await expect(limiter.at('a', (turn) => turn(() => Promise.resolve('yes')))).resolves.toBe('yes')
  })

  it('do not start after the check was aborted', async () => {
    const stop = new AbortController()
    const {start, end, running} = trial({perHost: 1, signal: stop.signal})
    const first = start('a', '1')
    const second = start('a', '2')
    await settle()
    stop.abort(new Error('enough'))
    await end('1')
    await expect(first).resolves.toBe('1')
    await expect(second).rejects.toThrow('enough')
    expect(running()).toEqual([])
  })

  it('of one who stays at a host come before those of others', async () => {
    const limiter = hostLimiter({
      concurrency: 1,
      perHost: 1,
      intervalMs: 0,
      giveUpAfter: 9,
      clock: new HandClock(),
      signal: undefined,
    })
    const order: string[] = []
    const visits = ['a', 'b'].map((name) =>
      limiter.at('host', async (turn) => {
        for (const request of ['1', '2'])
          await turn(() => {
            order.push(name + request)
            return Promise.resolve()
          })
      }),
    )
    await Promise.all(visits)
    expect(order).toEqual(['a1', 'a2', 'b1', 'b2'])
  })
})

describe('a host', () => {
  it.each([
    ['too many bad ends in a row', [false, false], true],
    ['too many before a good one', [false, false, true], true],
    ['not too many in a row', [false, true, false], false],
    ['none', [], false],
  ])('is given up or not after %s', (_, ends, expected) => {
    const limiter = hostLimiter({
      concurrency: 1,
      perHost: 1,
      intervalMs: 0,
      giveUpAfter: 2,
      clock: new HandClock(),
      signal: undefined,
    })
    for (const isGood of ends) limiter.note('a', isGood)
    expect(limiter.isGivenUp('a')).toBe(expected)
    expect(limiter.isGivenUp('b')).toBe(false)
  })
})
