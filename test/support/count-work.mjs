// Counts the steps that rendering takes, for sources given as a JSON array on standard input; prints an array of counts.
//
// A step is an execution of a block of code, as the coverage of V8 counts them: the same input gives the same number on
// any machine. It runs the compiled renderer in a process of its own, because taking counts sets those of the tests'
// own coverage to zero.
import {Session} from 'node:inspector/promises'
import {text} from 'node:stream/consumers'
import {createRenderer} from '../../lib/src/index.js'

const sources = JSON.parse(await text(process.stdin))
const renderer = await createRenderer()
const session = new Session()
session.connect()
await session.post('Profiler.enable')
await session.post('Profiler.startPreciseCoverage', {callCount: true, detailed: true})

const counts = []
for (const source of sources) {
  await session.post('Profiler.takePreciseCoverage')
  await renderer.render(source)
  const {result} = await session.post('Profiler.takePreciseCoverage')
  let steps = 0
  for (const script of result) for (const {ranges} of script.functions) for (const {count} of ranges) steps += count
  counts.push(steps)
}
session.disconnect()
console.log(JSON.stringify(counts))
