import { commands } from '../../commands/index.ts'
import type { CommandContext } from '../../src/command.ts'
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
    commands,
    understood() {},
    progress() {},
    ...more,
  }
}
