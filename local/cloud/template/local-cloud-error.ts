/** What the template or the data folder asks for can't be run on this machine; the message says what and why. */
export class LocalCloudError extends Error {
  override name = 'LocalCloudError'
}
