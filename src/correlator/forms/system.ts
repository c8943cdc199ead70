import { defineForm } from '../form.ts'

// U9: mail is not accepted from here until the listener starts again.
export const listenerStopped = defineForm({
  name: 'listener-stopped',
  lines: ['SMTP server shut down'],
  says: 'The gateway stopped accepting mail.',
  samples: ['SMTP server shut down'],
})

// U9
export const listenerStarted = defineForm({
  name: 'listener-started',
  lines: ['SMTP server starting'],
  says: 'The gateway begins to accept mail.',
  samples: ['SMTP server starting'],
})

// U9
export const checkpoint = defineForm({
  name: 'checkpoint',
  lines: ['Checkpoint Finished'],
  says: 'The gateway saved the state of its queue.',
  samples: ['Checkpoint Finished'],
})

// U9
export const expiryScan = defineForm({
  name: 'expiry-scan',
  lines: [
    'Scanning {domain:word} with {messages:int} msgs for expiration candidates.',
    'Done scanning {domain}, {messages:int} msgs remain in queue.',
  ],
  says: 'The gateway looked for messages to {domain} that have waited too long.',
  samples: [
    'Scanning example.org with 1 msgs for expiration candidates.',
    'Done scanning example.org,  1 msgs remain in queue.',
  ],
})

// U5
export const cacheStatus = defineForm({
  name: 'cache-status',
  lines: ['CASE cache status: {text}'],
  says: 'The anti-spam engine reported how often its cache helped.',
  samples: ['CASE cache status: hits = 4579, misses = 823449, expires = 0, adds = 816702, seconds saved = 6796.34'],
})

// U6
export const senderbaseUpload = defineForm({
  name: 'senderbase-upload',
  lines: ['SenderBase upload: {text}'],
  says: 'The gateway sent its counts of senders to the reputation service.',
  samples: ['SenderBase upload: 734 hosts totaling 201887 bytes', 'SenderBase upload: 1 hosts totalling 309 bytes'],
})

// V6: at level Trace.
export const graymailNote = defineForm({
  name: 'graymail-note',
  lines: ['graymail [CONFIG] {text}', 'GRAYMAIL: {text}'],
  says: 'The engine for bulk mail noted: {text}',
  samples: ['graymail [CONFIG] Starting graymail configuration handler', 'GRAYMAIL: No Actions Applied'],
})

// U8
export const urlClientNote = defineForm({
  name: 'url-client-note',
  lines: ['URL_REP_CLIENT: {text}'],
  says: 'The client of the URL reputation service noted: {text}',
  samples: ['URL_REP_CLIENT: Configuration changed. Triggering restart of URL Reputation client service.'],
})

// U8
export const safelistUpdated = defineForm({
  name: 'safelist-updated',
  lines: ['SLBL: Database watcher updated from snapshot'],
  says: 'The gateway took over the current safelists and blocklists of the recipients.',
  samples: ['SLBL: Database watcher updated from snapshot'],
})
