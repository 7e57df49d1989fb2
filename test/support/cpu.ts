/** Milliseconds of processor time that the work takes: what other processes do meanwhile doesn't count. */
export function cpuTime(work: () => unknown): number {
  const start = process.cpuUsage()
  work()
  const { user, system } = process.cpuUsage(start)
  return (user + system) / 1_000
}
