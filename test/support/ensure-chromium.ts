import {spawnSync} from 'node:child_process'
import {existsSync} from 'node:fs'
import {chromiumPath} from './chromium.ts'

/**
 * Sees to it that the browser project has its browser: installs Debian's package where that is possible.
 *
 * @throws when there is no browser and none can be installed; the message says what to do
 */
export function setup(): void {
  if (existsSync(chromiumPath)) return
  const advice =
    'Install it (Debian: `apt-get install chromium`), or name another Chromium in the environment variable ' +
    '`DOCPRISM_CHROMIUM`'
  if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) {
    throw new Error(`The browser tests need Chromium at ${chromiumPath}. ${advice}.`)
  }
  const env = {...process.env, DEBIAN_FRONTEND: 'noninteractive'}
  for (const args of [['update'], ['install', '-y', '--no-install-recommends', 'chromium', 'fonts-noto-cjk']]) {
    const {status} = spawnSync('apt-get', args, {env, stdio: ['ignore', 'inherit', 'inherit']})
    if (status !== 0) throw new Error(`\`apt-get ${args.join(' ')}\` failed. ${advice}.`)
  }
  if (!existsSync(chromiumPath)) throw new Error(`Chromium was installed, but not at ${chromiumPath}. ${advice}.`)
}
