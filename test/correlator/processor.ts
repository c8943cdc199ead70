import process from 'node:process'

/** Milliseconds of the processor that some work takes, which others on the machine hardly change. */
export function processorTime(work: () => void): number {
  const before = process.cpuUsage()
  work()
  const { user, system } = process.cpuUsage(before)
  return (user + system) / 1000
}
