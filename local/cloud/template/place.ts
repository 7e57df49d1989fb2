/** Where everything lives. The engines take any credentials; real ones are never read. */
export const REGION = 'us-east-1'
export const ACCOUNT = '000000000000'
export const CREDENTIALS = { accessKeyId: 'local', secretAccessKey: 'local' }
export const LOOPBACK = '127.0.0.1'

export function arn(service: string, resource: string): string {
  return `arn:aws:${service}:${REGION}:${ACCOUNT}:${resource}`
}
