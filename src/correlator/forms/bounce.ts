import { defineForm } from '../form.ts'

// B1, B6's spacing, B4's and B1b's older wordings. `status` and `text` are AsyncOS' own mapping; `code` and `reply` are
// the next server's words, `000` where there was no SMTP answer. `text` may hold brackets, hence the literal `('`. The
// list at the end is of logged headers, as behind `Message done` (L3b).
export const deliveryDelayed = defineForm({
  name: 'delivery-delayed',
  lines: [
    "Delayed: DCID {dcid} MID {mid} From: {mailFrom:address} To: {rcptTo:address} RID {rid} - {status:word} - {text} ('{code}', {reply})",
    "Delayed: DCID {dcid} MID {mid} From: {mailFrom:address} To: {rcptTo:address} RID {rid} - {status:word} - {text} ('{code}', {reply}) [({headers})]",
    "Delayed: DCID {dcid} MID {mid} From:{mailFrom:address} To:{rcptTo:address} RID {rid} - {status:word} - {text} ('{code}', {reply})",
    "Delayed: DCID {dcid} MID {mid} to RID {rid} - {status:word} - {text} ('{code}', {reply}) []",
    "Delayed: DCID {dcid} MID {mid} to RID {rid} - {status:word} - {text} ('{code}', {reply}) [({headers})]",
    "Delayed: DCID: {dcid} Message {mid} to {rid} - {status:word} - {text} ('{code}', {reply}) []",
  ],
  says: 'The next server did not take the message yet ({code} {status}, {text}); the gateway will try again.',
  samples: [
    "Delayed: DCID 8414309 MID 19410908 From: <alice@example.com> To: <bob@example.org> RID 0 - 4.3.2 - Not accepting messages at this time ('421', ['4.3.2 try again later'])",
    "Delayed: DCID 8414310 MID 19410909 From:<alice@example.com> To:<bob@example.org> RID 0 - 4.3.2 - Not accepting messages at this time ('421', ['4.3.2 try again later'])",
    "Delayed: DCID 8414311 MID 19410910 to RID 0 - 4.3.2 - Not accepting messages at this time ('421', ['4.3.2 try again later']) []",
    "Delayed: DCID 8414312 MID 19410911 From: <alice@example.com> To: <bob@example.org> RID 0 - 4.3.2 - Not accepting messages at this time ('421', ['later']) [('subject', 'Minutes')]",
    "Delayed: DCID 8414313 MID 19410912 to RID 0 - 4.3.2 - Not accepting messages at this time ('421', ['later']) [('subject', 'Minutes')]",
    "Delayed: DCID: 4370 Message 10800 to 0 - 4.4.0 - Other network problem ('000', ['[Errno 54] Connection reset by peer']) []",
  ],
})

// B2 (5.4.7: many delays before), B3 (DCID 0: never connected), B4, B5, B6
export const deliveryBounced = defineForm({
  name: 'delivery-bounced',
  lines: [
    "Bounced: DCID {dcid} MID {mid} From: {mailFrom:address} To: {rcptTo:address} RID {rid} - {status:word} - {text} ('{code}', {reply})",
    "Bounced: DCID {dcid} MID {mid} From: {mailFrom:address} To: {rcptTo:address} RID {rid} - {status:word} - {text} ('{code}', {reply}) [({headers})]",
    "Bounced: DCID {dcid} MID {mid} From:{mailFrom:address} To:{rcptTo:address} RID {rid} - {status:word} - {text} ('{code}', {reply})",
    "Bounced: DCID {dcid} MID {mid} to RID {rid} - {status:word} - {text} ('{code}', {reply}) []",
    "Bounced: DCID {dcid} MID {mid} to RID {rid} - {status:word} - {text} ('{code}', {reply}) [({headers})]",
    "Bounced: DCID: {dcid} Message {mid} to {rid} - {status:word} - {text} ('{code}', {reply}) []",
  ],
  says: 'The message could not be delivered and was sent back ({code} {status}, {text}).',
  samples: [
    "Bounced: DCID 8413617 MID 19338947 From: <alice@example.com> To: <bob@example.org> RID 0 - 5.4.7 - Delivery expired (message too old) ('000', ['timeout'])",
    "Bounced: DCID 0 MID 19408690 From: <bob@example.org> To: <alice@example.com> RID 0 - 5.1.2 - Bad destination host ('000', ['DNS Hard Error looking up example.com (MX):  NXDomain'])",
    "Bounced: DCID 3 MID 4 to RID 0 - 5.1.0 - Unknown address error ('550', ['<bob@example.org>... Relaying denied']) []",
    "Bounced: DCID 8413618 MID 19338948 From: <alice@example.com> To: <bob@example.org> RID 0 - 5.1.0 - Unknown address error ('550', ['No such mailbox']) [('subject', 'Minutes')]",
    "Bounced: DCID 4 MID 5 to RID 0 - 5.1.0 - Unknown address error ('550', ['<bob@example.org>... Relaying denied']) [('subject', 'Minutes')]",
    "Bounced: DCID: 1911 Message 3993 to 0 - 5.1.0 - Unknown address error ('554', ['Too long line.']) []",
    "Bounced: DCID 2 MID 15232 From:<alice@example.com> To:<bob@example.org> RID 0 - 5.1.0 - Unknown address error ('550', ['5.1.1 No such mailbox. Please try', \"5.1.1 the recipient's address again\"])",
  ],
})

// B7
export const doubleBounce = defineForm({
  name: 'double-bounce',
  lines: [
    'Double bounce: MID {mid} to RID {rid} - {status:word} - {text}',
    'Double bounce: MID {mid} to {rid} - {status:word} - {text}',
    'Double bounce: Message {mid} to {rid} - {status:word} - {text}',
  ],
  says: 'The notice that a message could not be delivered could itself not be delivered: the sender never learned of it.',
  samples: [
    "Double bounce: MID 12222131 to RID 0 - 5.1.0 - Unknown address error ('550', ['No such mailbox'])",
    "Double bounce: MID 12222130 to 0 - 5.1.0 - Unknown address error 501-'5.5.4 Invalid Address'",
    'Double bounce: Message 8963393 to 0 - 5.1.1 - Bad destination email address',
  ],
})
