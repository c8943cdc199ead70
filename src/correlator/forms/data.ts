import { defineForm } from '../form.ts'

// D1: from here on the gateway answers for the message.
export const messageReady = defineForm({
  name: 'message-ready',
  lines: ['MID {mid} ready {bytes:int} bytes from {mailFrom:address}'],
  says: 'The gateway has received the whole message, {bytes} bytes, and is responsible for it from here on.',
  samples: ['MID 24611495 ready 2069 bytes from <alice@example.com>', 'MID 26 ready 100 bytes from <>'],
})

// D2, D4 (the old wording)
export const receivingAborted = defineForm({
  name: 'receiving-aborted',
  lines: ['Message aborted MID {mid} Receiving aborted', 'Message aborted MID {mid} Injection aborted'],
  says: 'The transfer broke before the message was complete.',
  samples: ['Message aborted MID 1404 Receiving aborted', 'Message aborted MID 1548 Injection aborted'],
})

// D3: the other side gave up by itself, as after a refused recipient or when it only tests an address.
export const receivingAbortedBySender = defineForm({
  name: 'receiving-aborted-by-sender',
  lines: ['Message aborted MID {mid} Receiving aborted by sender'],
  says: 'The sending server gave the message up before it was complete.',
  samples: ['Message aborted MID 1405 Receiving aborted by sender'],
})

// X8, X9, D9. `done` does not mean delivered: a dropped, rewritten or quarantined message also ends `done`.
export const messageFinished = defineForm({
  name: 'message-finished',
  lines: ['Message finished MID {mid} {status:word}'],
  says: 'The gateway is finished with this message number: {status}.',
  samples: ['Message finished MID 24611465 done', 'Message finished MID 1404 aborted'],
})
