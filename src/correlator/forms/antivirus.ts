import { defineForm } from '../form.ts'

// V7: CLEAN, VIRAL, ENCRYPTED, UNSCANNABLE, REPAIRED
export const antivirusInterim = defineForm({
  name: 'antivirus-interim',
  lines: ['MID {mid} interim AV verdict using {engine:word} {verdict}'],
  says: 'The antivirus engine {engine} finds the message: {verdict}.',
  samples: [
    'MID 24611421 interim AV verdict using Sophos CLEAN',
    'MID 24611422 interim AV verdict using McAfee UNSCANNABLE',
  ],
})

// V8. A trailing blank where no name follows. That template comes first, for an empty last slot would fit the third too.
export const antivirus = defineForm({
  name: 'antivirus',
  lines: [
    'MID {mid} antivirus {verdict:word}',
    "MID {mid} antivirus {verdict:word} '{virus}' ({note})",
    'MID {mid} antivirus {verdict:word} {virus:quoted}',
  ],
  says: 'The antivirus verdict on the message is: {verdict}.',
  samples: [
    'MID 24611421 antivirus negative ',
    'MID 24611423 antivirus encrypted',
    "MID 24611424 antivirus repaired 'W32/Example-D'",
    "MID 24611425 antivirus positive 'W32/Example-P' (released from Outbreak)",
  ],
})

// V9, V9b: a blank before the colon. FA_PENDING waits for the analysis of a file.
export const amp = defineForm({
  name: 'amp',
  lines: [
    'MID {mid} AMP file reputation verdict : {verdict:word} ({detail})',
    'MID {mid} AMP file reputation verdict : {verdict:word}',
  ],
  says: 'The reputation of the files in the message is: {verdict}.',
  samples: [
    'MID 1653 AMP file reputation verdict : MALWARE',
    'MID 68119155 AMP file reputation verdict : SKIPPED (no attachment in message)',
  ],
})

// V10: a colon after the number, at level Trace.
export const ampSkipped = defineForm({
  name: 'amp-skipped',
  lines: ['MID {mid}: Skip AMP Engine check'],
  says: 'The reputation of the files in the message was not looked up.',
  samples: ['MID 14: Skip AMP Engine check'],
})

// V11
export const outbreak = defineForm({
  name: 'outbreak',
  lines: ['MID {mid} Outbreak Filters: verdict {verdict:word}'],
  says: 'The outbreak filters find the message: {verdict}.',
  samples: ['MID 24611417 Outbreak Filters: verdict negative', 'MID 24611418 Outbreak Filters: verdict positive'],
})

// V12
export const outbreakThreatLevel = defineForm({
  name: 'outbreak-threat-level',
  lines: [
    'MID {mid} Virus Threat Level={level:int}',
    'MID {mid} Threat Level={level:int} Category={category} Type={type}',
  ],
  says: 'The outbreak filters give the message the threat level {level}.',
  samples: ['MID 9731 Virus Threat Level=3', 'MID 9732 Threat Level=4 Category=Phish Type=Credentials'],
})

// V13: an update of a rule, not about a message.
export const outbreakRule = defineForm({
  name: 'outbreak-rule',
  lines: ['Outbreak Rule: {rule} has threat level {level:int}'],
  says: 'The outbreak rule {rule} now has the threat level {level}.',
  samples: ['Outbreak Rule: OUTBREAK_0000231 has threat level 3'],
})
