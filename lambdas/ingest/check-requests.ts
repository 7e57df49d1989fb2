import { type CheckAnswer, CheckRequest } from '../core/checks/topic-checker.ts'
import { checkTopic } from '../core/extract/topics/check-topic.ts'

/** A handler that also checks topic files, when it is asked to; all else goes to `batch`. */
export function withChecks<Event, Answer>(batch: (event: Event) => Promise<Answer>) {
  return async (event: Event): Promise<Answer | CheckAnswer> => {
    const asked = CheckRequest.safeParse(event)
    if (!asked.success) return batch(event)
    const checked = checkTopic(asked.data.checkTopic)
    return { problems: 'problems' in checked ? checked.problems : [] }
  }
}
