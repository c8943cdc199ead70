import { defineForm } from '../form.ts'

// F4d, about our own outgoing mail: no answer to a question about mail that comes in.
export const signingSkipped = defineForm({
  name: 'signing-skipped',
  lines: ['MID {mid} DKIM: cannot sign - {reason}', 'MID {mid} DomainKeys: cannot sign - {reason}'],
  says: 'The gateway did not sign the outgoing message: {reason}.',
  samples: [
    'MID 24611495 DKIM: cannot sign - no profile matches bob@example.org',
    'MID 24611495 DomainKeys: cannot sign - no profile matches bob@example.org',
    'MID 24611496 DomainKeys: cannot sign - already signed',
  ],
})

// F4d
export const signed = defineForm({
  name: 'signed',
  lines: [
    'MID {mid} DKIM: signing with {profile} - matches {address}',
    'MID {mid} DomainKeys: signing with {profile} - matches {address}',
  ],
  says: 'The gateway signs the outgoing message with the profile {profile}.',
  samples: [
    'MID 24611497 DKIM: signing with corporate - matches bob@example.org',
    'MID 24611497 DomainKeys: signing with corporate - matches bob@example.org',
  ],
})

// F4e: at level Trace.
export const signingContext = defineForm({
  name: 'signing-context',
  lines: ['MID {mid} DKIM: signing context {detail}'],
  says: 'The gateway looked for a profile to sign the message with.',
  samples: ['MID 14 DKIM: signing context (profile - ) : profile names are not present/not set'],
})
