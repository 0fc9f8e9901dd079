/** Milliseconds that this process and all its threads have worked, and those of a clock on the wall. */
export function readClock(): {readonly cpu: number; readonly wall: number} {
  const {user, system} = process.cpuUsage()
  return {cpu: (user + system) / 1000, wall: performance.now()}
}
