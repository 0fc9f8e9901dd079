import {existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync} from 'node:fs'
import path from 'node:path'
import {describe, expect, it} from 'vitest'
import {discardStaged, stageFolder, swapIn} from '../../../src/build/output-swap.ts'
import {temporaryFolder} from '../../support/temporary-folder.ts'

// No process has this id: Linux ends at 4,194,304.
const deadProcess = 99_999_999

describe('stageFolder and swapIn', () => {
  it('put a new folder in the place of the old one and leave nothing beside it', () => {
    const out = temporaryFolder({'aurora/old.html': 'old'})
    const staged = stageFolder(out, 'aurora')
    writeFileSync(path.join(staged.staging, 'new.html'), 'new')
    expect(readdirSync(path.join(out, 'aurora'))).toEqual(['old.html'])
    swapIn([staged])
    expect(readdirSync(out)).toEqual(['aurora'])
    expect(readdirSync(path.join(out, 'aurora'))).toEqual(['new.html'])
  })

  it('make the output folder when it is not there', () => {
    const out = path.join(temporaryFolder(), 'deep', 'dist')
    swapIn([stageFolder(out, 'aurora')])
    expect(existsSync(path.join(out, 'aurora'))).toBe(true)
  })

  it('leave the target as it was when a staged folder is discarded', () => {
    const out = temporaryFolder({'aurora/old.html': 'old'})
    discardStaged([stageFolder(out, 'aurora')])
    expect(readdirSync(out)).toEqual(['aurora'])
    expect(readFileSync(path.join(out, 'aurora/old.html'), 'utf8')).toBe('old')
  })

  it('put the target back when the new folder cannot take its place', () => {
    const out = temporaryFolder({'aurora/old.html': 'old'})
    const staged = stageFolder(out, 'aurora')
    discardStaged([staged])
    expect(() => {
      swapIn([staged])
    }).toThrow(/^Cannot replace the output folder/)
    expect(readdirSync(path.join(out, 'aurora'))).toEqual(['old.html'])
  })

  it('clear away what an interrupted build left', () => {
    const out = temporaryFolder({
      'aurora/kept.html': '',
      [`.aurora.tmp-${deadProcess}-abc123/half.html`]: '',
      [`.aurora.old-${deadProcess}-abc123/old.html`]: '',
    })
    discardStaged([stageFolder(out, 'aurora')])
    expect(readdirSync(out)).toEqual(['aurora'])
  })

  it('put back a target that an interruption moved aside', () => {
    const out = temporaryFolder({[`.aurora.old-${deadProcess}-abc123/old.html`]: 'old'})
    discardStaged([stageFolder(out, 'aurora')])
    expect(readFileSync(path.join(out, 'aurora/old.html'), 'utf8')).toBe('old')
  })

  it('touch neither a build that is still running nor another brand', () => {
    const running = `.aurora.tmp-${process.pid}-abc123`
    const other = `.aurora-onprem.tmp-${deadProcess}-abc123`
    const out = temporaryFolder({[`${running}/a`]: '', [`${other}/a`]: ''})
    discardStaged([stageFolder(out, 'aurora')])
    expect(readdirSync(out).sort()).toEqual([other, running].sort())
  })

  it('say what is in the way when the output folder cannot be made', () => {
    const folder = temporaryFolder({dist: 'a file'})
    expect(() => stageFolder(path.join(folder, 'dist'), 'aurora')).toThrow(
      `Cannot write to the output folder \`${path.join(folder, 'dist')}\`: a file of this name is in the way`,
    )
    mkdirSync(path.join(folder, 'free'))
  })
})
