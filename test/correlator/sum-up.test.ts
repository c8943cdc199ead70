import { describe, expect, it } from 'vitest'
import { readCef } from '../../src/correlator/cef.ts'
import { sumUp } from '../../src/correlator/sum-up.ts'

const head = 'CEF:0|Cisco|C100V|14.0.2-020|ESA_CONSOLIDATED_LOG_EVENT|Consolidated Log Event|5|'

const cases: readonly (readonly [extension: string, words: string])[] = [
  ['', 'The gateway summed up the message.'],
  [
    'suser=a@example.com duser=b@example.org;c@example.org act=ABORTED ESAFinalActionDetails=Receiving aborted by sender',
    'The gateway summed up the message from a@example.com to b@example.org;c@example.org; it was not received whole (Receiving aborted by sender).',
  ],
  ['suser= act=DELIVERED', 'The gateway summed up the message from nobody (a bounce); it was delivered.'],
  [
    'act=QUARANTINED ESAFinalActionDetails=To POLICY ESASenderGroup=UNKNOWNLIST cs1Label=MailPolicy cs1=DEFAULT ESAASVerdict=NEGATIVE ESAAMPVerdict=FA_PENDING ESAOFVerdict=POSITIVE ESADMARCVerdict=pass ESADLPVerdict=NOT_EVALUATED',
    'The gateway summed up the message; it was put into a quarantine (To POLICY); sender group UNKNOWNLIST; mail policy DEFAULT; found: file reputation FA_PENDING, outbreak filters POSITIVE.',
  ],
  ['act=REMEDIATED', 'The gateway summed up the message; what became of it: REMEDIATED.'],
  ['act=constructor', 'The gateway summed up the message; what became of it: constructor.'],
  [
    'act=ABORTED ESARateLimitedIP=198.51.100.7 ESADHASource=None',
    'The gateway summed up the message; it was not received whole; this address sent more than is allowed (198.51.100.7).',
  ],
  ['ESAFinalActionDetails=Message too old', 'The gateway summed up the message; Message too old.'],
]

describe('sumUp', () => {
  it.each(cases)('%s', (extension, words) => {
    const cef = readCef(head + extension)
    expect(cef && sumUp(cef)).toBe(words)
  })
})
