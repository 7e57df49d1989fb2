/** What must be undone, in reverse. */
export type Closing = (() => Promise<unknown> | unknown)[]

/** Undoes all of it, whatever fails on the way; the first failure is thrown at the end. */
export async function closeAll(closing: Closing): Promise<void> {
  const failures: unknown[] = []
  for (const close of closing.splice(0).reverse()) {
    try {
      await close()
    } catch (error) {
      failures.push(error)
    }
  }
  if (failures.length > 0) throw failures[0]
}
