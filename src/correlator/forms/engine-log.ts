import { defineForm } from '../form.ts'

// Section 16 (d): logs of single engines, files of their own which an administrator may send to the same place.
// The name of a file is its sender's. Where it stands before the MID, all from the name on is one slot, and the line is
// filed nowhere: a file called `x', MID = 5, Disposition = CLEAN` could speak for another message.

export const fileReputationQuery = defineForm({
  name: 'file-reputation-query',
  lines: ['File reputation query initiating. File Name = {file}'],
  says: 'The gateway asks for the reputation of a file: {file}.',
  samples: [
    "File reputation query initiating. File Name = 'Agenda.pdf', MID = 852867, File Size = 189 bytes, File Type = application/pdf",
  ],
})

export const fileReputationAnswer = defineForm({
  name: 'file-reputation-answer',
  lines: ['Response received for file reputation query from Cloud. File Name = {file}'],
  says: 'The reputation of a file is known: {file}.',
  samples: [
    "Response received for file reputation query from Cloud. File Name = 'Agenda.rtf', MID = 17, Disposition = LOWRISK, Malware = None, Reputation Score = 0, sha256 = 0123abcd, upload_action = 2",
  ],
})

export const fileUploaded = defineForm({
  name: 'file-uploaded',
  lines: ['File uploaded for analysis. SHA256: {sha256}, file name: {file}'],
  says: 'A file was sent to be analysed: {file}.',
  samples: ['File uploaded for analysis. SHA256: 0123abcd, file name: Agenda.doc'],
})

export const fileNotUploaded = defineForm({
  name: 'file-not-uploaded',
  lines: ['File not uploaded for analysis. MID = {mid} File SHA256[{sha256}] file mime[{mime}] Reason: {reason}'],
  says: 'A file of the message was not sent to be analysed: {reason}.',
  samples: [
    'File not uploaded for analysis.  MID = 357876 File SHA256[0123abcd] file mime[application/pdf] Reason: No active/dynamic contents exists',
  ],
})

// `Virus 'name' 'file' 1 0`, `Error - 'Encrypted' '0x8004021'`, `Limit - 'Max Files Exceeded'`, `timed out on message`
export const antivirusEngine = defineForm({
  name: 'antivirus-engine',
  lines: ['sophos antivirus - MID {mid} {part:int} - {detail}'],
  says: 'The antivirus engine noted of the message: {detail}.',
  samples: [
    "sophos  antivirus - MID 66842418 0 - Virus 'Example/Phish-O' 'body.scan/Payment.html' 1 0",
    "sophos  antivirus - MID 68431780 0 - Error - 'Encrypted' '0x8004021'",
    "sophos  antivirus - MID 68431781 0 - Limit - 'Max Files Exceeded'",
    'sophos  antivirus - MID 68431782 0 - timed out on message',
  ],
})

export const graymailHandled = defineForm({
  name: 'graymail-handled',
  lines: ['graymail [HANDLER] MID {mid} {detail}'],
  says: 'The engine for bulk mail looked at the message.',
  samples: ['graymail [HANDLER] MID 68431783 To=bob@example.org;ReplyTo=;From=alice@example.com'],
})
