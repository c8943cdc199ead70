import { defineForm } from '../form.ts'

// F3, F3b: None comes without the brackets. Identities are helo, mailfrom and pra.
export const spf = defineForm({
  name: 'spf',
  lines: [
    'MID {mid} SPF: {identity:word} identity {address:word} {result:word} ({version})',
    'MID {mid} SPF: {identity:word} identity {address:word} {result:word}',
  ],
  says: 'SPF for the {identity} identity {address}: {result}.',
  samples: [
    'MID 68119155 SPF: mailfrom identity alice@example.com Pass (v=spf1)',
    'MID 1357 SPF: helo identity postmaster None',
    'MID 1357 SPF: mailfrom identity alice@example.com None',
  ],
})

// F4, F4b, F4c. What follows d=, s= and i= is the signer's. Both lines are longer than need be, so that neither is taken
// for one about our own signing (F4d: `DKIM: cannot sign - …`).
export const dkim = defineForm({
  name: 'dkim',
  lines: [
    'MID {mid} DKIM: {result:word} {detail} (d={signer} s={selector} i={agent})',
    'MID {mid} DKIM: {result:word} signature - {detail}',
  ],
  says: 'The DKIM signature: {result}, {detail}.',
  samples: [
    'MID 68119155 DKIM: pass signature verified (d=example.com s=s2048 i=@example.com)',
    'MID 1416566000 DKIM: pass signature verified [TEST] (d=example.net s=s1024 i=@example.net)',
    'MID 204841507 DKIM: permfail body hash did not verify [final] (d=example.com s=example2 i=@example.com)',
    'MID 1416567588 DKIM: permfail no key for signature (d=example.com s=20111007 i=@example.com)',
    'MID 1416568168 DKIM: malformed signature - signature missing required tag',
  ],
})

// F5. One source shows it without the second comma.
export const dmarc = defineForm({
  name: 'dmarc',
  lines: [
    'MID {mid} DMARC: Message from domain {domain}, DMARC {result:word} (SPF aligned {spfAligned}, DKIM aligned {dkimAligned})',
    'MID {mid} DMARC: Message from domain {domain}, DMARC {result:word} (SPF aligned {spfAligned:word} DKIM aligned {dkimAligned})',
  ],
  says: 'DMARC for {domain}: {result} (SPF aligned {spfAligned}, DKIM aligned {dkimAligned}).',
  samples: [
    'MID 68119155 DMARC: Message from domain example.com, DMARC pass (SPF aligned True, DKIM aligned True)',
    'MID 68119156 DMARC: Message from domain example.com, DMARC fail (SPF aligned False DKIM aligned False)',
  ],
})

// F5b: with the profile's action this decides; a refusal itself is told to the sender only.
export const dmarcVerification = defineForm({
  name: 'dmarc-verification',
  lines: ['MID {mid} DMARC: Verification {result}'],
  says: 'The DMARC check ended: {result}.',
  samples: ['MID 68119155 DMARC: Verification passed', 'MID 68119156 DMARC: Verification failed'],
})
