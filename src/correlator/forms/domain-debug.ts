import { defineForm } from '../form.ts'

// Section 16 (a): everything said on a delivery to one of the domains named in the subscription. Here we are the client:
// `Sent` is ours, `Rcvd` the next server's. The number is the DCID, and no address is told.
export const domainDebugSent = defineForm({
  name: 'domain-debug-sent',
  lines: ['{dcid} Sent: {text:quoted}', 'DCID {dcid} Sent: {text:quoted}'],
  says: 'The gateway said something to the next server.',
  samples: ["102503993 Sent: 'MAIL FROM:<alice@example.com>'", "DCID 102503993 Sent: 'DATA\\015\\012'"],
})

export const domainDebugReceived = defineForm({
  name: 'domain-debug-received',
  lines: [
    '{dcid} Rcvd: {text:quoted}',
    '{dcid} Received: {text:quoted}',
    'DCID {dcid} Rcvd: {text:quoted}',
    'DCID {dcid} Received: {text:quoted}',
  ],
  says: 'The next server said something.',
  samples: [
    "102503993 Rcvd: '250 OK'",
    '102503993 Received: \'354 Start mail input, end with "." on a line by itself\'',
    "DCID 102503993 Rcvd: '550 5.1.1 No such user'",
    "DCID 102503993 Received: '250 OK'",
  ],
})
