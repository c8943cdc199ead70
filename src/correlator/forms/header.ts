import { defineForm } from '../form.ts'

// F1, F1b: told here without the angle brackets, which not every one has. Some senders break the line inside it (trap 13).
export const messageId = defineForm({
  name: 'message-id',
  lines: [
    "MID {mid} Message-ID '<{messageId}>'",
    'MID {mid} Message-ID "<{messageId}>"',
    'MID {mid} Message-ID {messageId:quoted}',
  ],
  says: 'The Message-ID header is {messageId}.',
  samples: [
    "MID 24611490 Message-ID '<1252449561.4243@mail.example.com>'",
    'MID 24611516 Message-ID "<Bob\'s.6cl2sv@mail.example.com>"',
    "MID 14 Message-ID '20230906131316.23631@mail.example.com'",
  ],
})

// F2, F2b (double quotes), F2c (none; a folded header shows as a literal \r\n). The sender writes every word of it.
export const subject = defineForm({
  name: 'subject',
  lines: ['MID {mid} Subject {subject:quoted}'],
  says: 'The subject is: {subject}',
  samples: [
    "MID 24611490 Subject 'Minutes of the meeting: a summary'",
    'MID 68119155 Subject "Minutes of the meeting"',
    'MID 204841507 Subject Re: [example: #1] Minutes\\r\\n (of the meeting)',
    "MID 6509657 Subject 'Package delivery notification''",
  ],
})

// F7: names are quoted-printable where not ASCII, and only told when a rule looked into the body.
export const attachment = defineForm({
  name: 'attachment',
  lines: ["MID {mid} attachment '{name}'", 'MID {mid} attachment "{name}"'],
  says: 'The message carries the file {name}.',
  samples: [
    "MID 44 attachment 'Banner.gif'",
    "MID 45 attachment 'Test=20Attachment.docx'",
    'MID 46 attachment "Bob\'s list.xlsx"',
  ],
})

// F8: an administrator's own text, into which a filter may put anything of the sender's.
export const customLogEntry = defineForm({
  name: 'custom-log-entry',
  lines: ['MID {mid} Custom Log Entry: {text}'],
  says: 'A filter of ours noted: {text}',
  samples: ['MID 204841507 Custom Log Entry: URLs in mail'],
})

// F9. The values are the sender's, and a line break in one splits the line (trap 13).
export const masqueraded = defineForm({
  name: 'masqueraded',
  lines: ['MID {mid} masquerading {what} from {detail}'],
  says: 'The gateway wrote the {what} anew.',
  samples: [
    "MID 1 masquerading envelope sender from 'ALICE' to 'alice@example.org'",
    "MID 2 masquerading header 'To' from 'BOB' to 'bob@example.org'",
  ],
})
