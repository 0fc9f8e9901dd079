import {describe, expect, it} from 'vitest'
import {check} from '../../src/check/check.ts'
import {serveSeen} from '../support/check-links.ts'
import {runDocprism} from '../support/run-docprism.ts'
import {temporaryFolder} from '../support/temporary-folder.ts'

const config = (settings = ''): string =>
  [
    'locales: {en: {name: English}}',
    'brands:',
    '  nova: {url: https://docs.nova.example/, values: {name: nova}}',
    '  ember: {url: https://docs.ember.example/, values: {name: ember}}',
    `check: {rules: {brand/leak: off, macro/unused-value: off, heading/missing-title: off}, external: {allow_private: true, interval_ms: 0, retries: 0${settings}}}`,
    '',
  ].join('\n')

describe('docprism check --external', () => {
  it('asks for every address once and says where it stands, and for which brands', async () => {
    const {url, seen} = await serveSeen((request, response) => {
      response.statusCode = request.url === '/fine' || request.url === '/nova' ? 200 : 404
      response.end()
    })
    const cwd = temporaryFolder({
      'docprism.yml': config(),
      'content/en/index.md': `[a](${url}/fine) [b](${url}/gone)\n\n<a href="${url}/<<< custom_key.name >>>">c</a>\n`,
      'content/en/more.md': `[a](${url}/fine) and https://docs.nova.example/never\n`,
    })
    const {diagnostics} = await check({cwd, external: true})
    expect(
      diagnostics.map(({ruleId, path, place, brands}) => [
        ruleId,
        path,
        place?.start.line,
        place?.start.column,
        brands,
      ]),
    ).toEqual([
      ['external/broken', 'en/index.md', 1, url.length + 12, undefined],
      ['external/broken', 'en/index.md', 3, 10, ['ember']],
    ])
    expect(seen.filter((request) => request === 'HEAD /fine')).toHaveLength(1)
  })

  it('asks again only for what was not good, and not at all without the option', async () => {
    const {url, seen} = await serveSeen((request, response) => {
      response.statusCode = request.url === '/fine' ? 200 : 503
      response.end()
    })
    const cwd = temporaryFolder({
      'docprism.yml': config(),
      'content/en/index.md': `[a](${url}/fine) [b](${url}/busy)\n`,
    })
    expect((await check({cwd})).diagnostics).toEqual([])
    expect(seen).toEqual([])
    await check({cwd, external: true})
    const {diagnostics} = await check({cwd, external: true})
    expect(diagnostics.map(({ruleId, severity}) => [ruleId, severity])).toEqual([['external/unreachable', 'warning']])
    expect(seen.filter((request) => request === 'HEAD /fine')).toHaveLength(1)
    expect(seen.filter((request) => request === 'HEAD /busy')).toHaveLength(2)
  })

  it('takes its settings from the configuration', async () => {
    const {url, seen} = await serveSeen((_, response) => {
      response.statusCode = 403
      response.end()
    })
    const page = `[a](${url}/a) [b](${url}/b)\n`
    const strict = temporaryFolder({'docprism.yml': config(", exclude: ['*/b']"), 'content/en/index.md': page})
    expect((await check({cwd: strict, external: true})).diagnostics).toHaveLength(1)
    expect(seen.some((request) => request.endsWith('/b'))).toBe(false)
    const lax = temporaryFolder({'docprism.yml': config(', accept: [200..299, 403]'), 'content/en/index.md': page})
    expect((await check({cwd: lax, external: true})).diagnostics).toEqual([])
  })

  it.each([
    ['a status', "accept: ['2xx']", 'a status such as `403`'],
    ['an amount', 'concurrency: 0', 'a whole number from 1'],
    ['a key', 'exlude: []', 'did you mean `exclude`'],
  ])('refuses %s that it cannot use', (_, setting, message) => {
    const cwd = temporaryFolder({'docprism.yml': config(`, ${setting}`), 'content/en/index.md': '# x\n'})
    const {status, stderr} = runDocprism(['check', '--external'], cwd)
    expect(status).toBe(2)
    expect(stderr).toContain(message)
  })

  it('refuses addresses that are not public', async () => {
    const {url, seen} = await serveSeen((_, response) => response.end())
    const cwd = temporaryFolder({
      'docprism.yml': config().replace('allow_private: true', 'allow_private: false'),
      'content/en/index.md': `[a](${url}/)\n`,
    })
    const {diagnostics} = await check({cwd, external: true})
    expect(diagnostics.map(({ruleId}) => ruleId)).toEqual(['external/refused'])
    expect(seen).toEqual([])
  })
})
