import { defineForm } from '../form.ts'

// R1, R2, R3: sender verification. It happens before there is a MID.
export const senderRefused = defineForm({
  name: 'sender-refused',
  lines: ['ICID {icid} Address: {mailFrom:address} sender rejected, {reason}'],
  says: 'The gateway refused the envelope sender {mailFrom}: {reason}.',
  samples: [
    'ICID 1424 Address: <alice@example.com> sender rejected, envelope sender domain does not exist',
    'ICID 1425 Address: < alice@example.com> sender rejected, envelope sender domain could not be resolved',
    'ICID 3248 Address: <alice> sender rejected, envelope sender domain missing',
  ],
})

// R4
export const senderInvalid = defineForm({
  name: 'sender-invalid',
  lines: ['ICID {icid} Invalid sender address: {detail}'],
  says: 'The envelope sender is not a valid address: {detail}.',
  samples: ["ICID 493829828 Invalid sender address: Unsupported domain literal: '[]'"],
})

// R5: ICID before MID, the other way round than everywhere else.
export const recipientInvalid = defineForm({
  name: 'recipient-invalid',
  lines: ['ICID {icid} MID {mid} Invalid recipient address: {detail}'],
  says: 'A recipient is not a valid address: {detail}.',
  samples: [
    "ICID 3 MID 1 Invalid recipient address: Invalid character in address: '!'",
    "ICID 493771866 MID 340448731 Invalid recipient address:  'RCPT TO:<>'",
  ],
})

// R6 to R9, R12. A refused recipient has no RID. The list of reasons is open.
export const recipientRefused = defineForm({
  name: 'recipient-refused',
  lines: ['MID {mid} ICID {icid} To: {rcptTo:address} Rejected by {by}'],
  says: 'The gateway refused the recipient {rcptTo}: {by}.',
  samples: [
    'MID 1 ICID 2 To: <postmaster@example.net> Rejected by RAT',
    'MID 410727821 ICID 643905448 To: <carol@example.org> Rejected by LDAPACCEPT',
    'MID 1347675626 ICID 306398794 To: <bob@example.org> Rejected by Receiving Control',
    'MID 2 ICID 7 To: <bob@example.org> Rejected by Injection Control',
  ],
})

// R10
export const bounceRefused = defineForm({
  name: 'bounce-refused',
  lines: ['MID {mid} ICID {icid} invalid bounce, rcpt address {rcptTo:address} rejected by bounce verification.'],
  says: 'The gateway refused a bounce to {rcptTo}: it does not answer a message that we sent.',
  samples: ['MID 26603 ICID 125192 invalid bounce, rcpt address <bob@example.org> rejected by bounce verification.'],
})

// R11: only marked, not refused.
export const bounceMarked = defineForm({
  name: 'bounce-marked',
  lines: ['MID {mid} ICID {icid} invalid bounce, tagging'],
  says: 'The message is a bounce of something that we did not send; it was let in with a mark.',
  samples: ['MID 12767811 ICID 14967245 invalid bounce, tagging'],
})
