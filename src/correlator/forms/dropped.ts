import { defineForm } from '../form.ts'

// X1 to X5. `by` is CASE, amp, antivirus, `filter` (a message filter, made on the command line) or `content filter`,
// which has a table. The name's quotes change when it holds one. Last two: 4.0, and a wording of newer tools' samples.
export const messageDropped = defineForm({
  name: 'message-dropped',
  lines: [
    "Message aborted MID {mid} Dropped by {by} '{filter}' in the {table:word} table",
    'Message aborted MID {mid} Dropped by {by} "{filter}" in the {table:word} table',
    "Message aborted MID {mid} Dropped by {by} '{filter}'",
    'Message aborted MID {mid} Dropped by {by} "{filter}"',
    'Message aborted MID {mid} Dropped by {by}',
    "MID {mid} was dropped by {by} '{filter}' in the {table:word} table",
    "MID {mid} Dropped by {by} '{filter}'",
  ],
  says: 'The gateway dropped the message: {by}.',
  samples: [
    'Message aborted MID 24611411 Dropped by CASE',
    'Message aborted MID 1653 Dropped by amp',
    'Message aborted MID 1654 Dropped by antivirus',
    "Message aborted MID 346002679 Dropped by filter 'FileType'",
    'Message aborted MID 346002681 Dropped by filter "Bob\'s rule"',
    'Message aborted MID 346002682 Dropped by content filter "Bob\'s rule" in the inbound table',
    "Message aborted MID 346002680 Dropped by content filter 'No Macros' in the inbound table",
    "MID 1960958 was dropped by content filter 'No Macros' in the inbound table",
    "MID 1960959 Dropped by content filter 'No Macros'",
  ],
})

// X6. Before 5.1.0 the line may come after `Message finished`.
export const messageBounced = defineForm({
  name: 'message-bounced',
  lines: [
    "Message aborted MID {mid} Bounced by {by} '{filter}' in the {table:word} table",
    'Message aborted MID {mid} Bounced by {by} "{filter}" in the {table:word} table',
    "Message aborted MID {mid} Bounced by {by} '{filter}'",
    'Message aborted MID {mid} Bounced by {by}',
    "MID {mid} was bounced by {by} '{filter}' in the {table:word} table",
  ],
  says: 'The gateway sent the message back to its sender: {by}.',
  samples: [
    "Message aborted MID 346002690 Bounced by content filter 'Send Back' in the inbound table",
    'Message aborted MID 346002692 Bounced by content filter "Bob\'s rule" in the outbound table',
    'Message aborted MID 346002693 Bounced by antivirus',
    "Message aborted MID 346002691 Bounced by filter 'SendBack'",
    "MID 1960959 was bounced by content filter 'Send Back' in the inbound table",
  ],
})
