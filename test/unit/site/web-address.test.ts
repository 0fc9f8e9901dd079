import {describe, expect, it} from 'vitest'
import {addressSlip} from '../../../src/site/web-address.ts'

describe('slips in addresses with a scheme', () => {
  it.each([
    ['https://https://nova.example/a', 'has two schemes', 'https://nova.example/a'],
    ['http://http://nova.example', 'has two schemes', 'http://nova.example'],
    ['htps://nova.example', 'is not a valid URL', 'https://nova.example'],
    ['ttps://nova.example', 'is not a valid URL', 'https://nova.example'],
    ['httpss://nova.example', 'is not a valid URL', 'https://nova.example'],
    ['htttp://nova.example', 'is not a valid URL', 'http://nova.example'],
    ['mailto:', 'ends behind its scheme', undefined],
    ['tel: ', 'ends behind its scheme', undefined],
    ['https://nova.example/a。', 'ends in a full-width sign', 'https://nova.example/a'],
    ['https://nova.example/a）', 'ends in a full-width sign', 'https://nova.example/a'],
    ['https://nova.example：8080/a', 'holds a full-width sign in its host', 'https://nova.example:8080/a'],
    ['https://nova。example/a', 'holds a full-width sign in its host', 'https://nova.example/a'],
    ['https://nova.example，见下', 'holds a full-width sign in its host', undefined],
    ['https://nova.example即可', 'has the text `即可` in its host', 'https://nova.example'],
  ])('`%s` %s', (target, reason, fix) => {
    expect(addressSlip(target)).toEqual({reason, ...(fix !== undefined && {fix})})
  })

  it.each([
    'https://nova.example/',
    'HTTPS://nova.example/',
    'https://zh.nova.example/wiki/北京（城市）',
    'https://zh.nova.example/wiki/《诗》',
    'https://nova.example/search?q=你好，世界',
    'https://北京.example/',
    'https://例子.中国/',
    'https://nova.example/go?to=https://ember.example/',
    'nova://open/a',
    'ftps://nova.example',
    'ftp://nova.example/',
    'mailto:a@nova.example',
    'javascript:void(0)',
    'data:,',
  ])('`%s` is fine', (target) => {
    expect(addressSlip(target)).toBeUndefined()
  })

  it('is linear in the length of a host', () => {
    expect(addressSlip(`https://${'a.'.repeat(50_000)}`)).toBeUndefined()
    expect(addressSlip(`https://${'a.'.repeat(50_000)}${'即'.repeat(50_000)}`)).toBeUndefined()
  })
})
