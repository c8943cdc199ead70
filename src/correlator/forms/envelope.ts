import { defineForm } from '../form.ts'

// E1, E2 (ICID 0: made on the gateway), E3 (a note after the ICID)
export const messageStart = defineForm({
  name: 'message-start',
  lines: ['Start MID {mid} ICID {icid} ({note})', 'Start MID {mid} ICID {icid}'],
  says: 'The message MID {mid} begins.',
  samples: ['Start MID 26983 ICID 824108', 'Start MID 24611495 ICID 0', 'Start MID 9 ICID 0 (ISQ Notification)'],
})

// E4: `<>` is a bounce, whose sender is empty.
export const envelopeSender = defineForm({
  name: 'envelope-sender',
  lines: ['MID {mid} ICID {icid} From: {mailFrom:address}'],
  says: 'The envelope sender is {mailFrom}.',
  samples: ['MID 26983 ICID 824108 From: <alice@example.com>', 'MID 26984 ICID 0 From: <>'],
})

// E5, E6 (empty), E7 (no angle brackets)
export const envelopeRecipient = defineForm({
  name: 'envelope-recipient',
  lines: ['MID {mid} ICID {icid} RID {rid} To: {rcptTo:address}'],
  says: 'The recipient {rcptTo} was accepted.',
  samples: [
    'MID 24611490 ICID 60140120 RID 0 To: <bob@example.org>',
    'MID 83143152 ICID 0 RID 0 To: <>',
    'MID 6509657 ICID 6237668 RID 0 To: bob@example.org',
  ],
})

// E8: mail that the gateway itself writes to its administrators; no ICID.
export const alertMessage = defineForm({
  name: 'alert-message',
  lines: ['MID {mid} From: {mailFrom:address} To: {rcptTo:address}, ... {recipients:int} total recipients'],
  says: 'The gateway wrote an alert to {rcptTo}.',
  samples: ['MID 68615 From: <> To: <admin@example.org>, ... 1 total recipients'],
})

// E9
export const senderAllowed = defineForm({
  name: 'sender-allowed',
  lines: ['ICID {icid} Address: {mailFrom:address} sender allowed, envelope sender matched domain exception'],
  says: 'The envelope sender {mailFrom} passed by the sender verification exception table.',
  samples: ['ICID 1426 Address: <alice@example.com> sender allowed, envelope sender matched domain exception'],
})
