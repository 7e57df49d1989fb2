/** How alerts reach a subscriber. `http` is for a receiver on the same machine only. */
export const PROTOCOLS = ['email', 'https', 'http', 'sqs', 'sms'] as const
export type Protocol = (typeof PROTOCOLS)[number]

const LOOPBACK = new Set(['localhost', '127.0.0.1', '[::1]'])

/** Why alerts can't go to an address; null where they can, as far as can be told without sending one. */
export function addressProblem(protocol: Protocol, address: string): string | null {
  if (protocol === 'email') {
    return /^[^\s@<>,;]{1,64}@[^\s@<>,;]{1,190}$/.test(address) ? null : 'expected an address such as you@example.org'
  }
  if (protocol === 'sms') {
    return /^\+[1-9]\d{6,14}$/.test(address) ? null : 'expected a number with its country code, such as +37410123456'
  }
  if (protocol === 'sqs') return queueProblem(address)
  const url = URL.canParse(address) ? new URL(address) : null
  if (url?.protocol !== `${protocol}:`) return `expected a URL that begins with ${protocol}://`
  const isOpen = protocol === 'http' && !LOOPBACK.has(url.hostname)
  return isOpen ? 'over the network alerts go by https; http is for a receiver on the same machine' : null
}

function queueProblem(arn: string): string | null {
  if (!/^arn:aws[a-z-]*:sqs:[a-z0-9-]+:\d{12}:[\w-]{1,80}(\.fifo)?$/.test(arn)) {
    return 'expected a queue’s ARN, such as arn:aws:sqs:eu-central-1:123456789012:my-alerts'
  }
  return arn.endsWith('.fifo') ? 'alerts go to standard queues only: SNS feeds no FIFO queue from this topic' : null
}

/** Without a password that stands in a URL. */
export function shownAddress(address: string): string {
  if (!/^https?:/.test(address) || !URL.canParse(address)) return address
  const url = new URL(address)
  if (!url.password) return address
  url.password = '***'
  return url.href
}
