/** For articles that may be read for as long as it takes. */
export const unlimited = () => () => false
