import {describe, expect, it} from 'vitest'
import {systemClock} from '../../../../src/check/external/clock.ts'

describe('the clock of the system', () => {
  it('ends a wait', async () => {
    await expect(systemClock.sleep(0, undefined)).resolves.toBeUndefined()
  })

  it('breaks off a wait with the reason of the signal', async () => {
    const stop = new AbortController()
    const wait = systemClock.sleep(Infinity, stop.signal)
    stop.abort(new Error('enough'))
    await expect(wait).rejects.toThrow('enough')
  })

  it('calls at a deadline', async () => {
    await expect(
      new Promise<void>((resolve) => {
        systemClock.deadline(0, resolve)
      }),
    ).resolves.toBeUndefined()
  })

  it('does not call when that was taken back', async () => {
    const calls: string[] = []
    systemClock.deadline(0, () => calls.push('taken back'))()
    await new Promise<void>((resolve) => {
      systemClock.deadline(0, resolve)
    })
    expect(calls).toEqual([])
  })
})
