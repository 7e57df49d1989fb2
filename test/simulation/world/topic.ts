import { PublishCommand } from '@aws-sdk/client-sns'

/** What was published, in its order, repeats included. */
export class Topic {
  readonly published: { id: string; message: string }[] = []

  apply(command: unknown): Record<string, unknown> {
    if (!(command instanceof PublishCommand))
      throw new Error(`the simulated topic doesn't know ${command?.constructor.name}`)
    const message = JSON.parse(command.input.Message!).default as string
    this.published.push({ id: (JSON.parse(message) as { id: string }).id, message })
    return {}
  }
}
