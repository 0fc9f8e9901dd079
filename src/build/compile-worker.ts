import {parentPort, workerData} from 'node:worker_threads'
import {compilePage} from './compile-page.ts'
import {loadCompiler} from './load-compiler.ts'
import type {WorkerAnswer, WorkerBatch, WorkerStart} from './worker-messages.ts'

const {settings, values} = workerData as WorkerStart
const compiler = await loadCompiler(settings)

parentPort?.on('message', ({sources}: WorkerBatch) => {
  const texts = sources.map(({editions, ...source}) =>
    compilePage(compiler, {
      source,
      editions: editions.map(([brand, index]) => ({brand, values: values[index] ?? {}})),
    }),
  )
  const answer: WorkerAnswer = {texts}
  parentPort?.postMessage(answer)
})
