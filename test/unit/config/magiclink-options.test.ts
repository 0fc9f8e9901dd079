import {describe, expect, it} from 'vitest'
import {readMarkdownExtensions} from '../../../src/config/markdown-extensions.ts'

const host = {label: 'Aurora Git', type: 'gitlab', host: 'https://git.aurora.example'}

describe('options of pymdownx.magiclink', () => {
  it('come out as they were written', () => {
    const options = {
      hide_protocol: false,
      repo_url_shorthand: true,
      provider: 'agit',
      user: 'aurora',
      repo: 'handbook',
      labels: {pull: 'Merge Request'},
      shortener_user_exclude: {github: ['support'], agit: []},
      custom: {agit: {...host, www: false}},
    }
    expect(readMarkdownExtensions({'pymdownx.magiclink': options})).toEqual({
      extensions: {'pymdownx.magiclink': options},
      problems: [],
    })
  })

  it.each([
    ['provider', {provider: 'githb'}, [], 'Unknown provider `githb`; did you mean `github`'],
    [
      'provider',
      {provider: 'codes'},
      [],
      'Unknown provider `codes`, expected `github`, `bitbucket`, `gitlab`, `x` or `twitter`',
    ],
    [
      'shortener_user_exclude',
      {shortener_user_exclude: {gitea: []}},
      ['gitea'],
      'Unknown provider `gitea`; did you mean `gitlab`',
    ],
    [
      'shortener_user_exclude',
      {shortener_user_exclude: {github: 'ada'}},
      ['github'],
      'Found `ada`, expected a list of user names',
    ],
    [
      'shortener_user_exclude',
      {shortener_user_exclude: []},
      [],
      'Found a list, expected a map from providers to lists of users',
    ],
    ['labels', {labels: {comit: 'x'}}, ['comit'], 'Unknown label `comit`; did you mean `commit`'],
    ['labels', {labels: {commit: 5}}, ['commit'], 'Found the number `5`, expected a word or two'],
    ['labels', {labels: 'x'}, [], 'Found `x`, expected a map'],
    ['custom', {custom: []}, [], 'Found a list, expected a map from names to hosts'],
    ['custom', {custom: {'a-git': host}}, ['a-git'], 'Found the name `a-git`, expected ASCII letters and digits only'],
    ['custom', {custom: {x: host}}, ['x'], 'Found the name `x`, expected one that no known provider has'],
    ['custom', {custom: {agit: 1}}, ['agit'], 'Found the number `1`, expected a map with `label`, `type` and `host`'],
    [
      'custom',
      {custom: {agit: {...host, labels: 'A'}}},
      ['agit', 'labels'],
      'Unknown key `labels`; did you mean `label`',
    ],
    ['custom', {custom: {agit: {}}}, ['agit'], 'Found no `label`, expected the name of the host in titles'],
    [
      'custom',
      {custom: {agit: {...host, type: 'x'}}},
      ['agit', 'type'],
      'Found `x`, expected `github`, `gitlab` or `bitbucket`',
    ],
    [
      'custom',
      {custom: {agit: {...host, host: 'git.aurora.example'}}},
      ['agit', 'host'],
      'Found `git.aurora.example`, expected an address such as `https://git.aurora.example`',
    ],
    ['custom', {custom: {agit: {...host, www: 'no'}}}, ['agit', 'www'], 'Found `no`, expected `true` or `false`'],
  ])('report a wrong `%s`: %j', (...[option, options, path, message]) => {
    const {problems} = readMarkdownExtensions({'pymdownx.magiclink': options})
    expect(problems.map((problem) => [problem.path, problem.message])).toEqual([
      [['pymdownx.magiclink', option, ...path], message],
    ])
  })
})
