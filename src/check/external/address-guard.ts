import {BlockList, isIP} from 'node:net'

/** Networks that are not public, by the words for them: IANA's special-purpose registries (RFC 6890) as of 2025. */
const ranges: readonly (readonly [words: string, networks: readonly string[]])[] = [
  ['an unspecified address', ['0.0.0.0/8', '::/128']],
  ['a loopback address', ['127.0.0.0/8', '::1/128']],
  ['a private address', ['10.0.0.0/8', '172.16.0.0/12', '192.168.0.0/16', 'fc00::/7', 'fec0::/10']],
  ['a link-local address', ['169.254.0.0/16', 'fe80::/10']],
  ['a shared address of a carrier', ['100.64.0.0/10']],
  ['a multicast address', ['224.0.0.0/4', 'ff00::/8']],
  // Azure answers machines with their metadata there, though the network around it is public.
  ['an address of the cloud platform', ['168.63.129.16/32']],
  [
    'a reserved address',
    [
      '192.0.0.0/24',
      '192.0.2.0/24',
      '192.88.99.0/24',
      '198.18.0.0/15',
      '198.51.100.0/24',
      '203.0.113.0/24',
      '240.0.0.0/4',
      '2001::/23',
      '2001:db8::/32',
      '3fff::/20',
    ],
  ],
  // Both hold an IPv4 address that a relay would connect to.
  ['an address of a tunnel', ['2001::/32', '2002::/16']],
]

/** Prefixes of IPv6 addresses that are an IPv4 address in other clothes: IPv4-mapped ones and those of NAT64 (RFC 6052). */
const embeddings = ['::ffff:', '64:ff9b::']

/** The rest of IPv6 is not given to anybody, or not for the public. */
const publicIpv6 = ['2000::/3', ...embeddings.map((prefix) => `${prefix}0.0.0.0/96`)]

/**
 * Test for addresses that are not on the public internet.
 *
 * An IPv4 address in an IPv6 one is judged by itself.
 *
 * @returns words such as `a private address`; `undefined` for a public one
 */
export function addressGuard(): (address: string) => string | undefined {
  const lists = ranges.map(([words, networks]) => ({words, list: blockList(networks.flatMap(withEmbedded))}))
  const global = blockList(publicIpv6)
  return (text) => {
    const address = text.replace(/%.*$/, '')
    const family = isIP(address)
    if (family === 0) return 'not an address'
    const type = family === 4 ? 'ipv4' : 'ipv6'
    const found = lists.findLast(({list}) => list.check(address, type))
    if (found) return found.words
    return type === 'ipv4' || global.check(address, type) ? undefined : 'a reserved address'
  }
}

function withEmbedded(network: string): readonly string[] {
  if (network.includes(':')) return [network]
  const [address = '', prefix] = network.split('/')
  return [network, ...embeddings.map((embedding) => `${embedding}${address}/${96 + Number(prefix)}`)]
}

function blockList(networks: readonly string[]): BlockList {
  const list = new BlockList()
  for (const network of networks) {
    const [address = '', prefix] = network.split('/')
    list.addSubnet(address, Number(prefix), address.includes(':') ? 'ipv6' : 'ipv4')
  }
  return list
}
