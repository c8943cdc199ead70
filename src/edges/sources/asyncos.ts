import * as z from 'zod'
import { timeZone } from '../logs/time-zone.ts'
import { openGatewayLog } from '../ssh/gateway-log.ts'
import { isPinned, loginFields } from '../ssh/login.ts'
import { defineSource } from './source.ts'

const logName = z.string().regex(/^[A-Za-z0-9_][A-Za-z0-9_.-]*$/, 'expected letters, digits, `_`, `.` and `-`')

/** A gateway, asked over SSH with its own `grep`. */
export const source = defineSource({
  name: 'asyncos',
  config: z
    .strictObject({
      source: z.literal('asyncos'),
      ...loginFields,
      timeZone,
      /** The name of the log subscription, as `logconfig` lists it. */
      log: logName.default('mail_logs'),
      /** Injection debug logs that were set up for a partner: searched for the same connections, while they are there. */
      debugLogs: z.array(logName).max(5).optional(),
    })
    .refine(isPinned, {
      message: 'needs hostKey or knownHosts; `postmaster doctor --pin` shows the key',
      path: ['hostKey'],
    }),
  open: (gateway, config, surroundings) => openGatewayLog(gateway, config, surroundings),
})
