import { defineForm } from '../form.ts'

// U1: the last line of a message that waits in our outgoing queue.
export const messageQueued = defineForm({
  name: 'message-queued',
  lines: ['MID {mid} queued for delivery'],
  says: 'The message passed all filters and waits to be delivered.',
  samples: ['MID 24611417 queued for delivery'],
})

// U2: `Message 5` is MID 5. The profile is the bounce profile.
export const retryPending = defineForm({
  name: 'retry-pending',
  lines: [
    'Message {mid} to RID {rids} pending till {until} [{profile}]',
    'Message {mid} to RID {rids} pending till {until}',
    'MID {mid} to RID {rids} pending till {until} [{profile}]',
    'MID {mid} to RID {rids} pending till {until}',
    'MID {mid} to {rids} pending till {until} [{profile}]',
    'MID {mid} to {rids} pending till {until}',
  ],
  says: 'The message waits in our queue; the next try is at {until}.',
  samples: [
    'Message 548799 to RID [0] pending till Thu Nov 19 09:56:56 2026',
    'Message 548800 to RID [0] pending till Thu Nov 19 09:56:56 2026 [Default]',
    'MID 154 to RID [0] pending till Thu Nov 19 10:15:41 2026 [Default]',
    'MID 155 to RID [0, 1] pending till Thu Nov 19 10:15:41 2026',
    'MID 4195162 to [0] pending till Thu Nov 19 13:05:17 2026 [Default]',
    'MID 4195163 to [0] pending till Thu Nov 19 13:05:17 2026',
  ],
})

// U3
export const deliveriesSuspended = defineForm({
  name: 'deliveries-suspended',
  lines: ['Deliveries are currently suspended [{destination}]', 'Deliveries are currently suspended'],
  says: 'An administrator has suspended deliveries.',
  samples: ['Deliveries are currently suspended [example.org]', 'Deliveries are currently suspended'],
})

// U4: its CrtMID and CrtICID are counters, not ids of this line.
export const status = defineForm({
  name: 'status',
  lines: ['Status: {text}'],
  says: 'The gateway reported its load and counters.',
  samples: ['Status: CPULd 3 DskIO 0 RAMUtil 12 CrtMID 414695 CrtICID 644374 CrtDCID 76943 WorkQ 0 QuarMsgs 2'],
})

// U10
export const recipientsDeleted = defineForm({
  name: 'recipients-deleted',
  lines: ['Deleted: MID {mid} to {rids}', 'Deleted: MID {mid} to RID {rids}'],
  says: 'An administrator deleted the message from the queue.',
  samples: ['Deleted: MID 3 to [0]', 'Deleted: MID 4 to RID [0, 1]'],
})
