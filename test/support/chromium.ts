import {chromium} from 'playwright-core'
import type {Browser} from 'playwright-core'

/** Where the browser is: Debian's package, or what `DOCPRISM_CHROMIUM` names. */
export const chromiumPath = process.env['DOCPRISM_CHROMIUM'] ?? '/usr/bin/chromium'

/** Starts the browser without anything that would ask the network on its own. */
export function launchChromium(): Promise<Browser> {
  return chromium.launch({
    executablePath: chromiumPath,
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  })
}
