import { reasonOf, troubleOf } from './call.ts'
import type { SlackLog } from './log.ts'
import type { Message } from './message.ts'
import type { Pace } from './pace.ts'
import { type Metadata, type Place, postAbout, postMessage, takeBack, update, updated } from './send.ts'

/** One post that shows progress and becomes the answer. */
export interface LivePost {
  /** Shows this soon: at once the first time, then at most every 1.5 s, always the last state. Never throws. */
  show(message: Message): void
  /** Turns the post into its last state, or posts that where nothing was shown. Throws where Slack takes neither. */
  finish(message: Message, about: Metadata): Promise<void>
  /** Takes back what was shown. Never throws. */
  withdraw(): Promise<void>
}

export interface PostPorts {
  readonly pace: Pace
  readonly log: SlackLog
  now(): number
}

const BETWEEN_UPDATES_MS = 1_500

/** Opens a post about a question: one that is not there yet, or one that an earlier process left behind. */
export function openPost(place: Place, question: string, ports: PostPorts, left: string | null = null): LivePost {
  let ts = left
  /** True where a post may be there whose ts we were not told. */
  let isDoubtful = false
  /** To be called once the post is final; null where no progress was shown. */
  let begun: (() => void) | null = null
  const working: Metadata = { event_type: 'postmaster_working', event_payload: { question } }
  let wanted: Message | null = null
  let sending: Promise<void> | null = null
  let timer: NodeJS.Timeout | null = null
  let turn: Promise<void> | null = null
  let triedAt = Number.NEGATIVE_INFINITY
  let closed = false

  function schedule(): void {
    if (closed || timer !== null || sending !== null || wanted === null) return
    const wait = Math.max(0, triedAt + BETWEEN_UPDATES_MS - ports.now())
    timer = setTimeout(() => {
      timer = null
      sending = sendProgress().finally(() => {
        sending = null
        schedule()
      })
    }, wait)
  }

  async function sendProgress(): Promise<void> {
    try {
      if (ts === null) {
        begun ??= ports.pace.begin()
        if (begun === null) {
          // Tried again later, with whatever is the last state then.
          triedAt = ports.now()
          return
        }
        await myTurn()
      }
      const message = wanted
      wanted = null
      if (closed || message === null) return
      triedAt = ports.now()
      if (ts === null) ts = await postNew(message, working)
      else if (ports.pace.mayUpdate()) await update(place, ts, message, ports.log)
    } catch (error) {
      const trouble = troubleOf(error)
      if (trouble.kind === 'limited') ports.pace.hold(trouble.seconds)
      if (trouble.kind === 'unclear' && ts === null) isDoubtful = true
      ports.log.warn({ reason: reasonOf(error) }, 'progress was not shown')
    }
  }

  /** A turn that was waited for but not used is kept for the next post. */
  async function myTurn(): Promise<void> {
    turn ??= ports.pace.turn(place.channel)
    await turn
  }

  /** The post whose ts was lost on the way, where it is there after all. */
  async function foundAgain(): Promise<string | null> {
    const there = isDoubtful ? await postAbout(place, question) : null
    return there === null || there === 'not known' ? null : there.ts
  }

  async function postNew(message: Message, about: Metadata): Promise<string> {
    await myTurn()
    turn = null
    return await postMessage(place, message, ports.log, about)
  }

  async function close(): Promise<void> {
    closed = true
    if (timer !== null) clearTimeout(timer)
    timer = null
    await sending
    if (ts === null) begun?.()
  }

  return {
    show(message) {
      wanted = message
      schedule()
    },
    async finish(message, about) {
      await close()
      ts ??= await foundAgain()
      if (ts !== null) {
        begun?.()
        await ports.pace.updateTurn()
        if (await updated(place, ts, message, ports.log, about)) return
      }
      ts = await postNew(message, about)
    },
    async withdraw() {
      await close()
      ts ??= await foundAgain()
      begun?.()
      if (ts !== null) await takeBack(place, ts, ports.log)
      ts = null
    },
  }
}
