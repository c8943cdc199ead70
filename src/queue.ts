import type { Working } from './reply/answerer.ts'
import type { Reply } from './reply/reply.ts'

/** One question that waits for its turn. */
export interface Job {
  /** Questions of the same key are answered by the same work, where one comes while the other waits or runs. */
  readonly key: string
  /** Turns go round the lanes, so that one busy channel does not keep the others waiting. */
  readonly lane: string
  work(show: (working: Working) => void): Promise<Reply>
  /** Told what is done meanwhile, also by the work of the same key that began before. */
  show(working: Working): void
  /** Told once, where it is not its turn at once: how many questions come first, at most. */
  waits(before: number): void
}

export interface Done {
  readonly reply: Reply
  /** True where the work was another's. */
  readonly merged: boolean
  /** Milliseconds until the work began. */
  readonly waitedMs: number
}

/** Questions in turn: a bounded number at once, round the channels, the same question once. */
export interface Queue {
  /** Rejects with what the work rejects with, or `QueueFull`. */
  run(job: Job): Promise<Done>
  waiting(): number
  running(): number
}

export class QueueFull extends Error {}

interface Place {
  readonly job: Job
  readonly shows: ((working: Working) => void)[]
  last: Working | null
  readonly done: Promise<Reply>
  begin(): void
  startedAt: number | null
}

/** Opens a queue. `atOnce` questions run at a time; more than `most` waiting are turned away. */
export function openQueue(now: () => number, atOnce: number, most = 1_000): Queue {
  const places = new Map<string, Place>()
  const lanes = new Map<string, Place[]>()
  let waiting = 0
  let running = 0

  function advance(): void {
    while (running < atOnce) {
      const [lane, line] = lanes.entries().next().value ?? []
      const place = line?.shift()
      if (lane === undefined || line === undefined || place === undefined) return
      // The lane goes to the end of the round.
      lanes.delete(lane)
      if (line.length > 0) lanes.set(lane, line)
      waiting -= 1
      running += 1
      place.startedAt = now()
      place.begin()
    }
  }

  function open(job: Job): Place {
    const shows: Place['shows'] = []
    let begin = () => {}
    const turn = new Promise<void>((resolve) => {
      begin = resolve
    })
    const show = (working: Working) => {
      place.last = working
      for (const each of shows) each(working)
    }
    const done = turn
      .then(() => job.work(show))
      .finally(() => {
        places.delete(job.key)
        running -= 1
        advance()
      })
    const place: Place = { job, shows, last: null, done, begin, startedAt: null }
    places.set(job.key, place)
    lanes.set(job.lane, [...(lanes.get(job.lane) ?? []), place])
    waiting += 1
    return place
  }

  return {
    async run(job) {
      const arrivedAt = now()
      const there = places.get(job.key)
      if (there === undefined && waiting >= most) throw new QueueFull(`${waiting} questions wait`)
      const place = there ?? open(job)
      place.shows.push((working) => job.show(working))
      if (place.last !== null) job.show(place.last)
      advance()
      if (place.startedAt === null) job.waits(waiting - 1 + running)
      const reply = await place.done
      return { reply, merged: there !== undefined, waitedMs: Math.max(0, (place.startedAt ?? arrivedAt) - arrivedAt) }
    },
    waiting: () => waiting,
    running: () => running,
  }
}
