import * as z from 'zod'
import { openLocalLogs } from '../logs/local.ts'
import { timeZone } from '../logs/time-zone.ts'
import { defineSource } from './source.ts'

/** Log files of this machine, packed with gzip or not. */
export const source = defineSource({
  name: 'files',
  config: z.strictObject({
    source: z.literal('files'),
    /** Files and folders; a folder stands for the files directly in it. */
    paths: z.array(z.string().min(1)).min(1),
    timeZone,
  }),
  open: (gateway, config, { now }) => openLocalLogs(gateway, config, now),
})
