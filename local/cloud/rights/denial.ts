import type { AwsRequest, Call } from './call.ts'
import { refusal } from './guard.ts'

interface ErrorAnswer {
  status: number
  type: string
  body: string
}

/** As each service says no. */
export function denial(service: AwsRequest['service'], call: Call): ErrorAnswer {
  const message = refusal(call)
  switch (service) {
    case 's3':
      return errorAnswer(service, 403, 'AccessDenied', message)
    case 'sns':
      return errorAnswer(service, 403, 'AuthorizationError', message)
    default:
      return errorAnswer(service, 400, 'AccessDeniedException', message)
  }
}

/** An error in the words of a service's protocol. */
export function errorAnswer(
  service: AwsRequest['service'],
  status: number,
  code: string,
  message: string,
): ErrorAnswer {
  switch (service) {
    case 's3':
      return { status, type: 'application/xml', body: xml(`<Error>${error(code, message)}</Error>`) }
    case 'sns': {
      const inner = `<Error><Type>Sender</Type>${error(code, message)}</Error>`
      return { status, type: 'text/xml', body: xml(`<ErrorResponse>${inner}</ErrorResponse>`) }
    }
    default:
      return { status, type: 'application/x-amz-json-1.0', body: JSON.stringify({ __type: code, message }) }
  }
}

const xml = (content: string): string => `<?xml version="1.0" encoding="UTF-8"?>${content}`
const error = (code: string, message: string): string => `<Code>${code}</Code><Message>${message}</Message>`
