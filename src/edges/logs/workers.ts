import { availableParallelism } from 'node:os'
import { Worker } from 'node:worker_threads'
import type { Answer, Share, Task } from './task.ts'

/** More would only wait for the same disk, and each costs memory. */
const most = 2

/** Threads that look through files, so that the event loop never waits for one. They are started when they are needed. */
export interface Workers {
  readonly count: number
  /** Starts them before they are needed, for that takes a while. */
  warm(): void
  /** Rejects where the file cannot be opened, with the system's error code as `code`; or for a bug. */
  look(task: Task): Promise<readonly Share[]>
  close(): Promise<void>
}

interface Waiting {
  readonly task: Task
  resolve(shares: readonly Share[]): void
  reject(error: Error): void
}

export function openWorkers(): Workers {
  const count = Math.min(most, availableParallelism())
  const all = new Set<Worker>()
  const idle: Worker[] = []
  const busy = new Map<Worker, Waiting>()
  const waiting: Waiting[] = []

  const next = () => {
    while (waiting.length > 0) {
      const worker = idle.pop() ?? (all.size < count ? start() : undefined)
      if (!worker) return
      const one = waiting.shift() as Waiting
      busy.set(worker, one)
      worker.ref()
      worker.postMessage(one.task)
    }
  }

  const settle = (worker: Worker, how: (one: Waiting) => void) => {
    const one = busy.get(worker)
    busy.delete(worker)
    // A thread that has nothing to do keeps nobody from going.
    worker.unref()
    if (one) how(one)
    next()
  }

  const start = (): Worker => {
    const worker = new Worker(new URL('./worker.js', import.meta.url), {
      resourceLimits: { maxYoungGenerationSizeMb: 4 },
    })
    all.add(worker)
    worker.on('message', (answer: Answer) => {
      idle.push(worker)
      settle(worker, ({ resolve, reject }) =>
        answer.kind === 'looked' ? resolve(answer.shares) : reject(errorOf(answer)),
      )
    })
    const gone = (error: Error) => {
      all.delete(worker)
      if (idle.includes(worker)) idle.splice(idle.indexOf(worker), 1)
      settle(worker, ({ reject }) => reject(error))
    }
    worker.on('error', gone)
    worker.on('exit', () => gone(new Error('the thread ended')))
    return worker
  }

  return {
    count,
    warm() {
      while (all.size < count) {
        const worker = start()
        worker.unref()
        idle.push(worker)
      }
    },
    look: (task) =>
      new Promise((resolve, reject) => {
        waiting.push({ task, resolve, reject })
        next()
      }),
    async close() {
      await Promise.all([...all].map((worker) => worker.terminate()))
    },
  }
}

function errorOf({ code, words }: Extract<Answer, { kind: 'failed' }>): Error {
  return code === null ? new Error(words) : Object.assign(new Error(words), { code })
}
