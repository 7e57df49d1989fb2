/** What the template or the data folder asks for can't be run on this machine; the message says what and why. */
export class LocalCloudError extends Error {
  override name = 'LocalCloudError'
}

/** Another program holds a port or a folder that was asked for; the message says what to do. */
export class InUseError extends LocalCloudError {
  override name = 'InUseError'
}
