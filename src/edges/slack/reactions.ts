import { patiently, reasonOf } from './call.ts'
import type { SlackLog } from './log.ts'
import type { Pace } from './pace.ts'
import type { Place } from './send.ts'

export interface ReactionPorts {
  readonly pace: Pace
  readonly log: SlackLog
}

/** What stands on the post that asked. Nothing here throws: a bot without the scope answers all the same. */
export interface Reactions {
  isLooking(): boolean
  looking(): void
  done(): Promise<void>
  cleared(): Promise<void>
}

/** Eyes while it is looked for, a check mark when it is answered, so that a busy channel can be scanned. Best effort. */
export function openReactions(place: Place, askingTs: string | null, { pace, log }: ReactionPorts): Reactions {
  const { client, channel } = place
  let isLooking = false
  let eyes = false
  let queue = Promise.resolve()

  function add(method: 'add' | 'remove', name: string): void {
    if (askingTs === null) return
    queue = queue.then(async () => {
      try {
        await patiently(true, () => client.reactions[method]({ channel, timestamp: askingTs, name }))
      } catch (error) {
        log.info({ reason: reasonOf(error), name }, 'no reaction')
      }
    })
  }

  return {
    isLooking: () => isLooking,
    looking() {
      if (!isLooking) eyes = askingTs !== null && pace.mayLook()
      if (!isLooking && eyes) add('add', 'eyes')
      isLooking = true
    },
    async done() {
      if (pace.mayMark()) add('add', 'white_check_mark')
      await queue
    },
    async cleared() {
      if (eyes) add('remove', 'eyes')
      eyes = false
      isLooking = false
      await queue
    },
  }
}
