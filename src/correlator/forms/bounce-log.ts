import { defineForm } from '../form.ts'

// Section 16 (b): the bounce log, a file of its own. `5:0` is MID 5 and RID 0. Where the subscription asks for it, headers
// of the message or its beginning follow, with every word the sender's. Its newer wording, `Bounced: DCID 2 MID 15232
// From:<…>`, is one of bounce.ts. A Reason comes with and without a blank before its quote.
export const bounceLogDelayed = defineForm({
  name: 'bounce-log-delayed',
  lines: [
    `Delayed: {mid}:{rid} From:{mailFrom:address} To:{rcptTo:address} Reason: "{status:word} - {text}" Response: "('{code}', {reply})" Headers: {logged}`,
    `Delayed: {mid}:{rid} From:{mailFrom:address} To:{rcptTo:address} Reason: "{status:word} - {text}" Response: "('{code}', {reply})" Message: {logged}`,
    `Delayed: {mid}:{rid} From:{mailFrom:address} To:{rcptTo:address} Reason: "{status:word} - {text}" Response: "('{code}', {reply})"`,
    `Delayed: {mid}:{rid} From:{mailFrom:address} To:{rcptTo:address} Reason:"{status:word} - {text}" Response: "('{code}', {reply})" Headers: {logged}`,
    `Delayed: {mid}:{rid} From:{mailFrom:address} To:{rcptTo:address} Reason:"{status:word} - {text}" Response: "('{code}', {reply})" Message: {logged}`,
    `Delayed: {mid}:{rid} From:{mailFrom:address} To:{rcptTo:address} Reason:"{status:word} - {text}" Response: "('{code}', {reply})"`,
  ],
  says: 'The next server did not take the message to {rcptTo} yet ({code} {status}, {text}); the gateway will try again.',
  samples: [
    `Delayed: 44451135:0 From:<alice@example.com> To:<bob@example.org> Reason: "4.1.0 - Unknown address error" Response: "('451', ['<bob@example.org> try again later'])"`,
    `Delayed: 44451136:0 From:<alice@example.com> To:<bob@example.org> Reason: "4.3.2 - Not accepting messages at this time" Response: "('421', ['later'])" Headers: ['subject: Minutes']`,
    `Delayed: 44451137:0 From:<alice@example.com> To:<bob@example.org> Reason: "4.3.2 - Not accepting messages at this time" Response: "('421', ['later'])" Message: Subject: Minutes\\015\\012\\015\\012Dear Bob`,
    `Delayed: 44451138:1 From:<> To:<bob@example.org> Reason:"4.3.2 - Not accepting messages at this time" Response: "('421', ['later'])"`,
    `Delayed: 44451139:0 From:<alice@example.com> To:<bob@example.org> Reason:"4.4.0 - Other network problem" Response: "('000', [])" Headers: ['subject: Minutes']`,
    `Delayed: 44451140:0 From:<alice@example.com> To:<bob@example.org> Reason:"4.4.0 - Other network problem" Response: "('000', [])" Message: Subject: Minutes`,
  ],
})

// The last template was seen where a log had been cleaned of everything else.
export const bounceLogBounced = defineForm({
  name: 'bounce-log-bounced',
  lines: [
    `Bounced: {mid}:{rid} From:{mailFrom:address} To:{rcptTo:address} Reason: "{status:word} - {text}" Response: "('{code}', {reply})" Headers: {logged}`,
    `Bounced: {mid}:{rid} From:{mailFrom:address} To:{rcptTo:address} Reason: "{status:word} - {text}" Response: "('{code}', {reply})" Message: {logged}`,
    `Bounced: {mid}:{rid} From:{mailFrom:address} To:{rcptTo:address} Reason: "{status:word} - {text}" Response: "('{code}', {reply})"`,
    `Bounced: {mid}:{rid} From:{mailFrom:address} To:{rcptTo:address} Reason:"{status:word} - {text}" Response: "('{code}', {reply})" Headers: {logged}`,
    `Bounced: {mid}:{rid} From:{mailFrom:address} To:{rcptTo:address} Reason:"{status:word} - {text}" Response: "('{code}', {reply})" Message: {logged}`,
    `Bounced: {mid}:{rid} From:{mailFrom:address} To:{rcptTo:address} Reason:"{status:word} - {text}" Response: "('{code}', {reply})"`,
    'Bounced: {mid}:{rid} From:{mailFrom:address} To:{rcptTo:address}',
  ],
  says: 'The message to {rcptTo} could not be delivered and was sent back ({code} {status}, {text}).',
  samples: [
    `Bounced: 45346670:0 From:<alice@example.com> To:<bob@example.org> Reason: "5.1.0 - Unknown address error" Response: "('550', ['There is no such active account.'])"`,
    `Bounced: 45346671:0 From:<alice@example.com> To:<bob@example.org> Reason: "5.1.0 - Unknown address error" Response: "('550', ['No such user'])" Headers: ['subject: Minutes']`,
    `Bounced: 45346672:0 From:<alice@example.com> To:<bob@example.org> Reason: "5.1.0 - Unknown address error" Response: "('550', ['No such user'])" Message: Subject: Minutes\\015\\012\\015\\012Dear Bob`,
    `Bounced: 203:0 From:<alice@example.com> To:<bob@example.org> Reason:"5.1.2 - Bad destination host" Response: "('000', [])" Headers: ['xname: 7']' Message: Message-Id: <1@example.com>\\015\\012\\015\\012Dear Bob:'`,
    `Bounced: 204:0 From:<alice@example.com> To:<bob@example.org> Reason:"5.1.2 - Bad destination host" Response: "('000', [])" Message: Message-Id: <1@example.com>`,
    `Bounced: 205:3 From:<> To:<bob@example.org> Reason:"5.1.2 - Bad destination host" Response: "('000', [])"`,
    'Bounced: 123:123 From:<alice@example.com> To:<bob@example.org>',
  ],
})
