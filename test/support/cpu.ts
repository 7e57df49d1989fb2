/**
 * Milliseconds that the work takes, by the clock that shows fewer: the wall's counts what other processes do meanwhile, the
 * processor's what the collector and the compiler do beside the work.
 */
export function cpuTime(work: () => unknown): number {
  const [wall, start] = [performance.now(), process.cpuUsage()]
  work()
  const { user, system } = process.cpuUsage(start)
  return Math.min(performance.now() - wall, (user + system) / 1_000)
}
