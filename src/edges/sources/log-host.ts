import * as z from 'zod'
import { timeZone } from '../logs/time-zone.ts'
import { openHostLog } from '../ssh/host-log.ts'
import { isPinned, loginFields } from '../ssh/login.ts'
import { defineSource } from './source.ts'

/** Log files on a Unix host, to which a gateway pushes them or from which they were fetched. */
export const source = defineSource({
  name: 'log-host',
  config: z
    .strictObject({
      source: z.literal('log-host'),
      ...loginFields,
      timeZone,
      folder: z.string().regex(/^\/[A-Za-z0-9@._+=,/-]*$/, 'expected a path from the root, without blanks or quotes'),
      /** Which files of the folder; `*` stands for anything. */
      files: z
        .string()
        .regex(/^[A-Za-z0-9@._+=,*-]+$/)
        .default('*'),
    })
    .refine(isPinned, {
      message: 'needs hostKey or knownHosts; `postmaster doctor --pin` shows the key',
      path: ['hostKey'],
    }),
  open: (gateway, config, surroundings) => openHostLog(gateway, config, surroundings),
})
