import fc from 'fast-check'
import {describe, expect, it} from 'vitest'
import {addressGuard} from '../../../../src/check/external/address-guard.ts'

const guard = addressGuard()

describe('an address that is not public', () => {
  it.each([
    ['0.0.0.0', 'an unspecified address'],
    ['0.1.2.3', 'an unspecified address'],
    ['::', 'an unspecified address'],
    ['127.0.0.1', 'a loopback address'],
    ['127.255.255.255', 'a loopback address'],
    ['::1', 'a loopback address'],
    ['10.0.0.1', 'a private address'],
    ['172.16.0.1', 'a private address'],
    ['172.31.255.255', 'a private address'],
    ['192.168.1.1', 'a private address'],
    ['fd00:ec2::254', 'a private address'],
    ['fec0::1', 'a private address'],
    ['169.254.169.254', 'a link-local address'],
    ['fe80::1', 'a link-local address'],
    ['fe80::1%eth0', 'a link-local address'],
    ['100.64.0.1', 'a shared address of a carrier'],
    ['100.127.255.255', 'a shared address of a carrier'],
    ['224.0.0.1', 'a multicast address'],
    ['ff02::1', 'a multicast address'],
    ['168.63.129.16', 'an address of the cloud platform'],
    ['192.0.2.1', 'a reserved address'],
    ['198.18.0.1', 'a reserved address'],
    ['255.255.255.255', 'a reserved address'],
    ['2001:db8::1', 'a reserved address'],
    ['100::1', 'a reserved address'],
    ['4000::1', 'a reserved address'],
    ['::7f00:1', 'a reserved address'],
    ['64:ff9b:1::1', 'a reserved address'],
    ['2001::1', 'an address of a tunnel'],
    ['2002:7f00:1::', 'an address of a tunnel'],
    ['::ffff:127.0.0.1', 'a loopback address'],
    ['::ffff:a00:1', 'a private address'],
    ['64:ff9b::10.0.0.1', 'a private address'],
    ['64:ff9b::a9fe:a9fe', 'a link-local address'],
    ['localhost', 'not an address'],
    ['', 'not an address'],
  ])('%s is %s', (address, words) => {
    expect(guard(address)).toBe(words)
  })

  it('is the same in IPv6 clothes', () => {
    fc.assert(
      fc.property(fc.ipV4(), (address) => {
        expect(guard(`::ffff:${address}`)).toBe(guard(address))
        expect(guard(`64:ff9b::${address}`)).toBe(guard(address))
      }),
    )
  })
})

describe('a public address', () => {
  it.each([
    '1.1.1.1',
    '9.255.255.255',
    '11.0.0.0',
    '100.63.255.255',
    '100.128.0.0',
    '172.15.255.255',
    '172.32.0.0',
    '223.255.255.255',
    '2606:4700:4700::1111',
    '2a00:1450:4001::200e',
    '::ffff:8.8.8.8',
    '64:ff9b::8.8.8.8',
  ])('%s may be connected to', (address) => {
    expect(guard(address)).toBeUndefined()
  })
})
