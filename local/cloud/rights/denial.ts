import type { AwsRequest, Call } from './call.ts'
import { refusal } from './guard.ts'

interface Denial {
  status: number
  type: string
  body: string
}

/** As each service says no. */
export function denial(service: AwsRequest['service'], call: Call): Denial {
  const message = refusal(call)
  switch (service) {
    case 's3':
      return { status: 403, type: 'application/xml', body: xml(`<Error>${error('AccessDenied', message)}</Error>`) }
    case 'sns': {
      const inner = `<Error><Type>Sender</Type>${error('AuthorizationError', message)}</Error>`
      return { status: 403, type: 'text/xml', body: xml(`<ErrorResponse>${inner}</ErrorResponse>`) }
    }
    default:
      return {
        status: 400,
        type: 'application/x-amz-json-1.0',
        body: JSON.stringify({ __type: 'AccessDeniedException', message }),
      }
  }
}

const xml = (content: string): string => `<?xml version="1.0" encoding="UTF-8"?>${content}`
const error = (code: string, message: string): string => `<Code>${code}</Code><Message>${message}</Message>`
