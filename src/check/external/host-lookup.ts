import dns from 'node:dns/promises'
import type {LookupFunction} from 'node:net'
import {RefusedAddressError} from './failure.ts'
import {quote} from './result.ts'

/** Finds the addresses of a host name. @throws an error with the code of `getaddrinfo` */
export type HostLookup = (hostname: string) => Promise<readonly HostAddress[]>

/** An address of a host. */
export interface HostAddress {
  readonly address: string
  readonly family: 4 | 6
}

/**
 * A look-up for sockets that gives only the addresses to connect to that a guard has nothing against.
 *
 * @param guard  words for an address that must not be connected to, as of `addressGuard`
 * @returns a look-up that fails with a `RefusedAddressError` where the guard is against all addresses
 */
export function guardedLookup(lookup: HostLookup, guard: (address: string) => string | undefined): LookupFunction {
  return (hostname, {all}, callback) => {
    const find = async (): Promise<readonly HostAddress[]> => {
      const found = await lookup(hostname)
      const allowed = found.filter(({address}) => guard(address) === undefined)
      if (allowed.length > 0) return allowed
      const words = guard(found[0]?.address ?? '')
      if (found[0] && words !== undefined) throw new RefusedAddressError(`${quote(hostname)} leads to ${words}`)
      throw Object.assign(new Error('no address'), {code: 'ENOTFOUND'})
    }
    find().then(
      (allowed) => {
        if (all) callback(null, [...allowed])
        else callback(null, allowed[0]?.address ?? '', allowed[0]?.family)
      },
      (error: unknown) => {
        callback(error instanceof Error ? error : new Error(String(error)), '')
      },
    )
  }
}

/** The look-up of the system: its files, then its name servers. */
export const systemLookup: HostLookup = async (hostname) => {
  const found = await dns.lookup(hostname, {all: true, verbatim: true})
  return found.map(({address, family}) => ({address, family: family === 6 ? 6 : 4}))
}
