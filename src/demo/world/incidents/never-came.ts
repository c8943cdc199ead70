import { defineIncident } from '../incident.ts'
import { hostRecords, published, record } from '../zone.ts'

/** Three senders of whom no gateway has a line. What tells them apart stands outside the log. */

export const neverConnected = defineIncident({
  domain: 'harbourlight.example',
  cause: 'never-connected',
  title: 'Nothing came: no connection from any of its addresses',
  question: "why didn't mail from harbourlight.example arrive?",
  chip: true,
  zone: [
    ...published({
      domain: 'harbourlight.example',
      host: 'mail.harbourlight.example',
      ip: '203.0.113.33',
      spf: 'v=spf1 mx include:spf.harbourlight.example -all',
    }),
    record('spf.harbourlight.example', 'TXT', '"v=spf1 ip4:203.0.113.34 ip4:203.0.113.35 ~all"'),
  ],
  scenes: () => ({}),
})

export const beforeTheLogs = defineIncident({
  domain: 'quarrystone.example',
  cause: 'logs-incomplete',
  title: 'Asked about a time before the oldest log file',
  question: "why didn't mail from quarrystone.example arrive last month?",
  zone: published({ domain: 'quarrystone.example', host: 'mail.quarrystone.example', ip: '203.0.113.37' }),
  scenes: () => ({}),
})

/** The MX of one of our domains still names the provider we left. The others are right, so only this one is silent. */
export const mxAtOldProvider = defineIncident({
  domain: 'tidewater.example',
  cause: 'mx-points-elsewhere',
  title: 'One of our domains has its MX at a provider we left',
  question: "why didn't mail from tidewater.example to sales@legacy.example.org arrive?",
  zone: [
    ...published({ domain: 'tidewater.example', host: 'mail.tidewater.example', ip: '203.0.113.41' }),
    record('legacy.example.org', 'MX', '10 in.oldprovider.example.'),
    ...hostRecords('in.oldprovider.example', '192.0.2.200'),
  ],
  scenes: () => ({}),
})
