import {parentPort, workerData} from 'node:worker_threads'
import {createBuilder} from '../build/builder.ts'
import {openWatchedDisk} from '../build/watched-disk.ts'
import {siteInspection} from '../check/inspect-sites.ts'
import {fingerprints} from '../check/reports/fingerprints.ts'
import {readText} from '../check/read-text.ts'
import type {CheckAnswer, CheckRequest, CheckStart} from './check-messages.ts'

// Runs in a thread of its own, so that checks never keep a page waiting. It has its own memory of the sites; compiled pages
// come from the cache that both share.

const {cwd, config, brands, locales, cacheDir} = workerData as CheckStart
const disk = openWatchedDisk()
const builder = createBuilder(
  // One thread: the others belong to the pages.
  {cwd, config, brands, locales, cacheDir, jobs: 1},
  siteInspection({writes: false}),
  disk,
)

parentPort?.on('message', (request: CheckRequest) => {
  if (request.isLast) {
    void builder.close().finally(() => parentPort?.close())
    return
  }
  void answer(request).then((found) => {
    parentPort?.postMessage(found)
  })
})

async function answer({changed}: CheckRequest): Promise<CheckAnswer> {
  const started = performance.now()
  if (changed) disk.forget(changed)
  else disk.forgetAll()
  try {
    const {site, diagnostics} = await builder.build()
    if (site) disk.trust(site.content)
    const ids = fingerprints(diagnostics, (file) => (site ? readText(file, site) : undefined))
    const findings = diagnostics.map((diagnostic, index) => ({id: ids[index] ?? '', diagnostic}))
    return {findings, milliseconds: performance.now() - started}
  } catch (error) {
    const failure = error instanceof Error ? error.message : String(error)
    return {findings: [], milliseconds: performance.now() - started, failure}
  }
}
