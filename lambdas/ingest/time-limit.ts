/** Each call begins a time of its own, which is over after so many milliseconds. */
export function timeLimit(milliseconds: number, now: () => number = () => performance.now()): () => () => boolean {
  return () => {
    const end = now() + milliseconds
    return () => now() >= end
  }
}
