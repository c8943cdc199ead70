import { commands } from '../../commands/index.ts'
import type { CommandContext, ThreadWatches } from '../../src/answering/command.ts'
import { newWatch, type Watch } from '../../src/answering/watch.ts'
import { zoneResolver } from '../../src/demo/zone.ts'
import type { LogSource } from '../../src/gather/ports.ts'
import { delivered, logOf, now, portsOf, refused, settings } from '../gather/ports.ts'

const log = `${delivered({ minutesAgo: 26 * 60, id: 6 })}\n${refused({ minutesAgo: 60, id: 7 })}`
const zone = 'example.com. MX 10 mx.example.com.\nmx.example.com. A 198.51.100.7\n'

/** What a command runs with: a small log, a small zone, a clock that stands still. */
export function contextOf(more: Partial<CommandContext> = {}, source: LogSource = logOf(log)): CommandContext {
  return {
    ports: portsOf([source], zoneResolver(zone)),
    settings,
    language: 'en',
    answerIn: null,
    timeZone: 'UTC',
    now,
    previous: null,
    window: null,
    watches: threadOf(),
    commands,
    understood() {},
    progress() {},
    ...more,
  }
}

/** The watch of a thread, kept in a variable. */
export function threadOf(full = false): ThreadWatches {
  let kept: Watch | null = null
  return {
    every: 600_000,
    async begin(question) {
      kept = full ? null : newWatch(question, { thread: 'C1:1.1', asker: 'U1', hides: false, permitted: null }, now)
      return kept
    },
    async end() {
      const ended = kept
      kept = null
      return ended
    },
  }
}
