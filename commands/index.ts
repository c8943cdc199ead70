// Generated from the files of this folder by test/lists.test.ts. To write it anew: npm run fix

import { command as dnsCommand } from './dns.ts'
import { command as explainCommand } from './explain.ts'
import { command as helpCommand } from './help.ts'
import { command as linesCommand } from './lines.ts'
import { command as noteCommand } from './note.ts'
import { command as probeCommand } from './probe.ts'
import { command as statusCommand } from './status.ts'
import { command as traceCommand } from './trace.ts'
import { command as watchCommand } from './watch.ts'
import { command as whyCommand } from './why.ts'

export const commands = [
  dnsCommand,
  explainCommand,
  helpCommand,
  linesCommand,
  noteCommand,
  probeCommand,
  statusCommand,
  traceCommand,
  watchCommand,
  whyCommand,
]
