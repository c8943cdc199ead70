import { defineForm } from '../form.ts'

// V1, V2: what one engine says; the final line may say something else (trap 19).
export const caseInterim = defineForm({
  name: 'case-interim',
  lines: ['MID {mid} interim verdict using engine: {engine:word} {verdict}'],
  says: 'The engine {engine} finds the message: {verdict}.',
  samples: [
    'MID 24611411 interim verdict using engine: CASE spam positive',
    'MID 24611467 interim verdict using engine: SLBL spam negative',
    'MID 68119155 interim verdict using engine: CASE bulk',
  ],
})

// V1 to V5. SLBL is the recipient's own safelist or blocklist. `using cached verdict` says nothing new: the earlier
// verdict stands. F3c is about SPF and no spam verdict at all (trap 20): its engine is `SPF Verdict`.
export const caseVerdict = defineForm({
  name: 'case-verdict',
  lines: ['MID {mid} using engine: {engine} Cache {verdict}', 'MID {mid} using engine: {engine:word} {verdict}'],
  says: 'The engine {engine} decided on the message: {verdict}.',
  samples: [
    'MID 24611411 using engine: CASE spam positive',
    'MID 24611412 using engine: CASE spam suspect',
    'MID 24611413 using engine: CASE marketing',
    'MID 24611467 using engine: SLBL spam positive',
    'MID 24611529 using engine: CASE using cached verdict',
    'MID 928 using engine: Brightmail spam negative',
    'MID 68119155 using engine: GRAYMAIL positive',
    'MID 68119155 using engine: SPF Verdict Cache using cached verdict',
  ],
})

// V4: before 4.5.
export const brightmailVerdict = defineForm({
  name: 'brightmail-verdict',
  lines: ['MID {mid} Brightmail {verdict:word}'],
  says: 'The engine Brightmail finds the message: {verdict}.',
  samples: ['MID 3033 Brightmail positive', 'MID 3034 Brightmail negative'],
})

// V14: the engine passed it unread.
export const scanSkipped = defineForm({
  name: 'scan-skipped',
  lines: ['MID {mid} was too big ({bytes:int}/{limit:int}) for scanning by {engine}'],
  says: 'The message, {bytes} bytes, is too big for {engine}, which passed it unread.',
  samples: [
    'MID 24611433 was too big (362262/262144) for scanning by Outbreak Filters',
    'MID 930 was too big (455698/120000) for scanning by BRIGHTMAIL',
  ],
})

// V21
export const casePoorResponse = defineForm({
  name: 'case-poor-response',
  lines: ['MID {mid} CASE sent a poorly formatted response: {response}'],
  says: 'The anti-spam engine gave an answer that the gateway could not read.',
  samples: ['MID 428274923 CASE sent a poorly formatted response: <<0x00>>...'],
})
