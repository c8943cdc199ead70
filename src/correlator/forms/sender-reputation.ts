import { defineForm } from '../form.ts'

// F6: told twice for a message, before and after its headers are known. Nothing else in the log tells the HELO name.
// Every value is the sender's; a HELO with `, env-from: ` in it moves what follows into the wrong slots, but out of none
// of this line: nothing is concluded from it alone.
export const sdrDomains = defineForm({
  name: 'sdr-domains',
  lines: [
    'MID {mid} SDR: Domains for which SDR is requested: reverse DNS host: {host}, helo: {helo}, env-from: {mailFromDomain}, header-from: {headerFromDomain}, reply-to: {replyToDomain}',
  ],
  says: 'The sender called itself {helo}, its envelope domain is {mailFromDomain} and that of its From header {headerFromDomain}.',
  samples: [
    'MID 26983 SDR: Domains for which SDR is requested: reverse DNS host: mail.example.com, helo: mail.example.com, env-from: example.com, header-from: Not Present, reply-to: Not Present',
  ],
})

// F6b (14.x), F6c (12.x and 13.x)
export const sdrVerdict = defineForm({
  name: 'sdr-verdict',
  lines: [
    'MID {mid} SDR: Consolidated Sender Threat Level: {level}, Threat Category: {category}, Suspected Domain(s) : {suspected}. Sender Maturity: {maturity} for domain: {domain}',
    'MID {mid} SDR: Consolidated Sender Reputation: {level}, Threat Category: {category}, Suspected Domain(s) : {suspected}. Youngest Domain Age: {maturity} for domain: {domain}',
    'MID {mid} SDR: Consolidated Sender Reputation: {level}, Threat Category: {category}. Youngest Domain Age: {maturity} for domain: {domain}',
    'MID {mid} SDR: Consolidated Sender Reputation: {level}, Threat Category: {category}, Youngest Domain Age: {maturity} for domain: {domain}',
  ],
  says: 'The reputation of the sender domain {domain} is {level}, its threat category {category}.',
  samples: [
    'MID 26983 SDR: Consolidated Sender Threat Level: Neutral, Threat Category: N/A, Suspected Domain(s) : N/A (other reasons for verdict). Sender Maturity: 30 days (or greater) for domain: mail.example.com',
    'MID 26984 SDR: Consolidated Sender Reputation: Weak, Threat Category: Spam, Suspected Domain(s) : example.com. Youngest Domain Age: 7 days for domain: mail.example.com',
    'MID 26985 SDR: Consolidated Sender Reputation: Weak, Threat Category: N/A. Youngest Domain Age: 21 years 11 months 7 days for domain: mail.example.com',
    'MID 26986 SDR: Consolidated Sender Reputation: Weak, Threat Category: N/A, Youngest Domain Age: 21 years 11 months 7 days for domain: mail.example.com',
  ],
})

// F6d
export const sdrNotScanned = defineForm({
  name: 'sdr-not-scanned',
  lines: ['MID {mid} SDR: Message was not scanned for Sender Domain Reputation. Reason: {reason}'],
  says: 'The reputation of the sender domain was not looked up: {reason}',
  samples: ['MID 14 SDR: Message was not scanned for Sender Domain Reputation. Reason: Unknown error.'],
})

// F6e: opaque.
export const sdrTracker = defineForm({
  name: 'sdr-tracker',
  lines: ['MID {mid} SDR: Tracker Header : {tracker:word}'],
  says: 'The gateway noted a key for enquiries to the vendor.',
  samples: ['MID 68119155 SDR: Tracker Header : 64f87aec_EXAMPLE1='],
})
