/** Apart from the topics themselves, for who needs no phrases. A test holds the two together. */
export const SHIPPED_NAMES: readonly string[] = ['corridor', 'talks']
