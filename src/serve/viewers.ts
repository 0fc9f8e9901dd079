import type {Address} from './address.ts'
import type {ServerMessage} from './messages.ts'

/** A page that is open in a browser. */
export interface Viewer {
  send(message: ServerMessage): void
  /** Whether the browser runs on this machine. */
  readonly isLocal: boolean
  /** The address that it shows; `undefined` until it said so. */
  address: Extract<Address, {kind: 'site'}> | undefined
  /** Name of the version that it shows. */
  version: string
  /** What the bar shows, as it was sent. */
  info: string
  isBroken: boolean
}
