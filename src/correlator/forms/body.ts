import { defineForm } from '../form.ts'

// F7b
export const attachmentTypes = defineForm({
  name: 'attachment-types',
  lines: ['MID {mid} attachment types {types}'],
  says: 'The message carries files of these types: {types}.',
  samples: ['MID 9733 attachment types rartn'],
})

// F10
export const characterSetUnknown = defineForm({
  name: 'character-set-unknown',
  lines: ['MID {mid} Could not convert character set: {characterSet}'],
  says: 'The gateway cannot read the character set of a part of the message.',
  samples: ['MID 198579961 Could not convert character set: 136'],
})

// F11: a comma after the number (trap 18).
export const messageScanningProblem = defineForm({
  name: 'message-scanning-problem',
  lines: ['MID {mid}, Message Scanning Problem: {reason}'],
  says: 'The message is not well formed: {reason}.',
  samples: ['MID 257, Message Scanning Problem: Continuation line seen before first header'],
})

// V15, V16: a filter set to `assume match` fires on it, so a message may be held or dropped that matches nothing.
export const scanningError = defineForm({
  name: 'scanning-error',
  lines: [
    'MID {mid}, message scanning error: {reason}',
    'MID {mid}: scanning error (name={name:quoted}, type={type}): {reason}',
  ],
  says: 'The content scanner could not read the message: {reason}.',
  samples: [
    'MID 15180223, message scanning error: Size Limit Exceeded',
    "MID 15180224: scanning error (name='report.zip', type=application/zip): Scan Depth Exceeded",
  ],
})

// V17
export const notCompletelyScanned = defineForm({
  name: 'not-completely-scanned',
  lines: ['MID {mid} not completely scanned by {engine}. Error: {reason}'],
  says: 'The engine {engine} did not scan all of the message: {reason}',
  samples: [
    'MID 192034 not completely scanned by SDS. Error: The number of URLs in the message attachments exceeded the URL scan limit.',
  ],
})

// V24: image file names are the sender's.
export const imageAnalysis = defineForm({
  name: 'image-analysis',
  lines: [
    'MID {mid} IronPort Image Analysis: image {name:quoted} is {verdict}.',
    'MID {mid} IronPort Image Analysis: attachment {name:quoted} score {score:int} {verdict:word}',
  ],
  says: 'The image {name} was judged: {verdict}.',
  samples: [
    "MID 154 IronPort Image Analysis: image 'Unscannable.jpg' is unscannable.",
    "MID 154 IronPort Image Analysis: attachment 'Unscannable.jpg' score 0 unscannable",
  ],
})
