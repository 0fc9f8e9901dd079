import {readFileSync} from 'node:fs'
import path from 'node:path'
import {describe, expect, it} from 'vitest'
import {createRenderer} from '../../src/build/create-renderer.ts'
import {UsageError} from '../../src/build/usage-error.ts'
import {extensionTable} from '../../src/config/extension-table.ts'
import {refreshList} from '../support/refresh-list.ts'
import {optionTrials} from './option-trials.ts'
import type {OptionTrial} from './option-trials.ts'

type Options = Readonly<Record<string, unknown>>

const listFile = path.join(import.meta.dirname, 'ignored-options.json')

/** What becomes of an option: it changes the output, it is refused with words, or nothing happens at all. */
async function outcome(
  extension: string,
  option: string,
  {value, source, beside = [], together = {}}: OptionTrial,
): Promise<'honoured' | 'refused' | 'ignored'> {
  const render = async (options: Options): Promise<string> => {
    const renderer = await createRenderer({markdownExtensions: [...beside, {[extension]: options}]})
    return JSON.stringify(await renderer.render(source))
  }
  try {
    const without = await render(together)
    return (await render({...together, [option]: value})) === without ? 'ignored' : 'honoured'
  } catch (error) {
    if (error instanceof UsageError && error.message.includes('is unsupported')) return 'refused'
    throw error
  }
}

const options = Object.entries(extensionTable).flatMap(([extension, table]) =>
  Object.keys(table).map((option) => ({extension, option, name: `${extension}: ${option}`})),
)

describe('the options of all extensions', () => {
  it('have a trial each', () => {
    expect(Object.keys(optionTrials).sort()).toEqual(options.map(({name}) => name).sort())
  })

  it('are named by the test that shows them elsewhere', () => {
    for (const {option, name} of options) {
      const trial = optionTrials[name]
      if (trial && 'test' in trial) expect(readFileSync(trial.test, 'utf8')).toContain(option)
    }
  })

  it('change what they should, or are refused, or are in the list of those without effect', async () => {
    const ignored: [string, string][] = []
    for (const {extension, option, name} of options) {
      const trial = optionTrials[name]
      if (!trial || 'test' in trial) continue
      if ((await outcome(extension, option, trial)) === 'ignored') ignored.push([name, 'No reason yet'])
    }
    const listed = refreshList(listFile, ignored)
    expect(ignored.map(([name]) => name)).toEqual(Object.keys(listed))
    expect(Object.entries(listed).filter(([, reason]) => reason === 'No reason yet')).toEqual([])
  })
})
