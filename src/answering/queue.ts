import type { Working } from '../reply/answerer.ts'

/** One question that waits for its turn. */
export interface Job<Result> {
  /** Questions of the same key are answered by the same work, where one comes while the other waits or runs. */
  readonly key: string
  /** Turns go round the lanes, so that one busy channel does not keep the others waiting. */
  readonly lane: string
  work(show: (working: Working) => void): Promise<Result>
  /** Told what is done meanwhile, also by the work of the same key that began before. */
  show(working: Working): void
  /** Told once, where it is not its turn at once: how many questions come first, at most. */
  waits(before: number): void
}

export interface Done<Result> {
  readonly result: Result
  /** True where the work was another's. */
  readonly merged: boolean
  /** Milliseconds until the work began. */
  readonly waitedMs: number
}

/** Questions in turn: a bounded number at once, round the channels, the same question once. */
export interface Queue<Result> {
  /** Rejects with what the work rejects with, or `QueueFull`. */
  run(job: Job<Result>): Promise<Done<Result>>
  waiting(): number
  running(): number
}

export class QueueFull extends Error {}

interface Place<Result> {
  readonly shows: ((working: Working) => void)[]
  last: Working | null
  readonly done: Promise<Result>
  begin(): void
  startedAt: number | null
}

/** Opens a queue. `atOnce` questions run at a time; more than `most` waiting are turned away. */
export function openQueue<Result>(now: () => number, atOnce: number, most = 1_000): Queue<Result> {
  const places = new Map<string, Place<Result>>()
  const lanes = new Map<string, Place<Result>[]>()
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

  function open(job: Job<Result>): Place<Result> {
    const shows: Place<Result>['shows'] = []
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
    const place: Place<Result> = { shows, last: null, done, begin, startedAt: null }
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
      const result = await place.done
      return { result, merged: there !== undefined, waitedMs: Math.max(0, (place.startedAt ?? arrivedAt) - arrivedAt) }
    },
    waiting: () => waiting,
    running: () => running,
  }
}
