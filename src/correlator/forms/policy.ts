import { defineForm } from '../form.ts'

// P1: names the policy that acted, and the direction.
export const policyMatch = defineForm({
  name: 'policy-match',
  lines: ['MID {mid} matched all recipients for per-recipient policy {policy} in the {table:word} table'],
  says: 'The {table} mail policy {policy} applies to all recipients.',
  samples: [
    'MID 24611433 matched all recipients for per-recipient policy DEFAULT in the inbound table',
    'MID 24611434 matched all recipients for per-recipient policy Board of Directors in the outbound table',
  ],
})

// P2, P3: some recipients go on under the new number; only its own `RID n To:` lines tell which.
export const messageSplit = defineForm({
  name: 'message-split',
  lines: ['MID {mid} was split creating MID {newMid} due to {reason}'],
  says: 'Some recipients of the message go on as MID {newMid}, because of {reason}.',
  samples: [
    'MID 58 was split creating MID 60 due to a per-recipient policy Staff',
    'MID 24611507 was split creating MID 24611528 due to a SL/BL configuration for following recipients: bob@example.org',
  ],
})

// P4
export const messageNotSplit = defineForm({
  name: 'message-not-split',
  lines: ['MID {mid} could not be split'],
  says: 'The message could not be split between the policies of its recipients.',
  samples: ['MID 59 could not be split'],
})

// P5
export const policyDrop = defineForm({
  name: 'policy-drop',
  lines: ['MID {mid} was dropped by policy {policy:quoted} in the {table:word} table'],
  says: 'The {table} mail policy {policy} dropped the message.',
  samples: ['MID 61 was dropped by policy Staff in the inbound table'],
})

// P5
export const policyBounce = defineForm({
  name: 'policy-bounce',
  lines: ['MID {mid} was bounced by policy {policy:quoted} in the {table:word} table'],
  says: 'The {table} mail policy {policy} sent the message back.',
  samples: ['MID 62 was bounced by policy Staff in the inbound table'],
})

// V18: about mail that goes out.
export const dlp = defineForm({
  name: 'dlp',
  lines: [
    "MID {mid} DLP violation. Severity: {severity} (Risk Factor: {riskFactor:int}). DLP policy match: '{policy}'.",
    'MID {mid} DLP violation. Severity: {severity} (Risk Factor: {riskFactor:int}). DLP policy match: "{policy}".',
    'MID {mid} DLP violation',
  ],
  says: 'The message holds data that must not leave.',
  samples: [
    "MID 111 DLP violation. Severity: LOW (Risk Factor: 15). DLP policy match: 'PCI-DSS (Payment Card Industry Data Security Standard)'.",
    'MID 112 DLP violation. Severity: HIGH (Risk Factor: 90). DLP policy match: "The board\'s papers".',
    'MID 6509657 DLP violation',
  ],
})

// V19: the URL is the sender's and may hold anything; one that tells a reputation itself is believed, and then the true
// one stands at the end of `condition`. Reputation is a number or a word such as noscore.
export const urlReputation = defineForm({
  name: 'url-reputation',
  lines: [
    'MID {mid} URL {url} has reputation {score:word} matched Condition: {condition}',
    'MID {mid} URL {url} has reputation {score:word} matched Action: {condition}',
  ],
  says: 'A URL in the message has the reputation {score}, which matches {condition}.',
  samples: [
    'MID 204841507 URL http://www.example.com has reputation 3.0 matched Condition: URL Reputation Rule',
    'MID 204841507 URL www.example.com/?a=b c&amp";"d has reputation -5.7 matched Condition: URL Reputation Rule',
    'MID 204841508 URL http://www.example.net has reputation noscore matched Action: URL Reputation',
  ],
})
