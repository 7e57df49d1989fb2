import { InvokeCommand, type LambdaClient } from '@aws-sdk/client-lambda'
import type { Problem } from '../topics/json-lines.ts'
import { CheckAnswer, type CheckRequest, type TopicChecker } from './topic-checker.ts'

/** The function was asked to check a topic, and failed. */
export class CheckFailed extends Error {
  override name = 'CheckFailed'
  readonly functionName: string

  constructor(functionName: string, reason: string) {
    super(`${functionName} could not check a topic: ${reason}`)
    this.functionName = functionName
  }
}

/** Asks the function that holds the language parser. */
export class LambdaTopicChecker implements TopicChecker {
  private readonly client: LambdaClient
  private readonly functionName: string

  constructor(client: LambdaClient, functionName: string) {
    this.client = client
    this.functionName = functionName
  }

  async check(file: string): Promise<Problem[]> {
    const request: CheckRequest = { checkTopic: file }
    const command = new InvokeCommand({ FunctionName: this.functionName, Payload: JSON.stringify(request) })
    const { FunctionError, Payload } = await this.client.send(command)
    if (FunctionError) throw new CheckFailed(this.functionName, FunctionError)
    return CheckAnswer.parse(JSON.parse(new TextDecoder().decode(Payload))).problems
  }
}
