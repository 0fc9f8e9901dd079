import {onTestFinished} from 'vitest'
import {serve} from '../../src/serve/serve.ts'
import type {RunningServer, ServeOptions} from '../../src/serve/serve.ts'
import type {ServeEvent} from '../../src/serve/serve-events.ts'

/** A server of one test, and what it told. */
export interface TestServer extends RunningServer {
  readonly events: readonly ServeEvent[]
  /** Waits until something holds, and looks again with everything that the server tells. */
  until(holds: () => boolean | Promise<boolean>): Promise<void>
  /** Waits for the next event of a type that is told from now on. */
  next<Type extends ServeEvent['type']>(type: Type): Promise<Extract<ServeEvent, {type: Type}>>
  /** Body and status of an address below the server. */
  get(path: string): Promise<{readonly status: number; readonly body: string; readonly headers: Headers}>
}

/** Serves a site on a free port of this machine, until the test is over. */
export async function startServer(options: ServeOptions): Promise<TestServer> {
  const events: ServeEvent[] = []
  const listeners = new Set<(event: ServeEvent) => void>()
  const server = await serve({
    port: 0,
    cacheDir: false,
    ...options,
    onEvent: (event) => {
      events.push(event)
      for (const listener of listeners) listener(event)
    },
  })
  onTestFinished(() => server.close())
  const nextEvent = (fits: (event: ServeEvent) => boolean): Promise<ServeEvent> =>
    new Promise((resolve) => {
      const listener = (event: ServeEvent): void => {
        if (!fits(event)) return
        listeners.delete(listener)
        resolve(event)
      }
      listeners.add(listener)
    })
  return {
    ...server,
    events,
    until: async (holds) => {
      for (;;) {
        const told = nextEvent(() => true)
        if (await holds()) return
        await told
      }
    },
    next: async <Type extends ServeEvent['type']>(type: Type) =>
      (await nextEvent((event) => event.type === type)) as Extract<ServeEvent, {type: Type}>,
    get: async (path) => {
      const response = await fetch(new URL(path, server.url), {redirect: 'manual'})
      return {status: response.status, body: await response.text(), headers: response.headers}
    },
  }
}

/** A page as the build writes it: without the scripts that keep it up to date. */
export function withoutClient(html: string): string {
  return html.replaceAll(/<script [^>]*src="\/@docprism\/(?:client|early)\.js"[^>]*><\/script>\n/g, '')
}
