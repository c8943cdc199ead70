import { defineForm } from '../form.ts'

// H2: the first line of a file; its stamp may be later than that of the lines after it (trap 24).
export const logBegin = defineForm({
  name: 'log-begin',
  lines: ['Begin Logfile'],
  says: 'A log file begins.',
  samples: ['Thu Nov 19 09:16:46 2026 Info: Begin Logfile'],
})

// H2
export const logEnd = defineForm({
  name: 'log-end',
  lines: ['End Logfile'],
  says: 'A log file ends.',
  samples: ['Thu Nov 19 10:16:46 2026 Info: End Logfile'],
})

// H3
export const logVersion = defineForm({
  name: 'log-version',
  lines: ['Version: {version:word} SN: {serial:word}'],
  says: 'The gateway runs AsyncOS {version}.',
  samples: ['Thu Nov 19 09:16:46 2026 Info: Version: 15.0.1-030 SN: 0123456789ABCDEF0123-0123456789AB'],
})

// H4: the only word on the time zone. A change of the clock inside the file is not announced.
export const utcOffset = defineForm({
  name: 'utc-offset',
  lines: ['Time offset from UTC: {seconds:int} seconds'],
  says: 'The clock of the gateway is {seconds} seconds from UTC.',
  samples: [
    'Thu Nov 19 09:16:46 2026 Info: Time offset from UTC: -21600 seconds',
    'Thu Nov 19 09:16:46 2026 Info: Time offset from UTC: 3600 seconds',
  ],
})
