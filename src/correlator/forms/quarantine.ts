import { defineForm } from '../form.ts'

// Q5, Q5b, Q5c. The reason may hold brackets and file names of the sender; it is last.
export const quarantined = defineForm({
  name: 'quarantined',
  lines: ['MID {mid} quarantined to "{quarantine}" ({reason})', 'MID {mid} quarantined to "{quarantine}"'],
  says: 'The message was put into the quarantine {quarantine}.',
  samples: [
    'MID 423370831 quarantined to "Outbreak" (VOF rule:.pif file in zip)',
    'MID 6509658 quarantined to "Policy" (content filter:Hold Macros)',
    'MID 6509657 quarantined to "Policy" (DLP violation)',
    'MID 43 quarantined to "Policy"',
  ],
})

// Q6: the quarantine is on the management appliance.
export const quarantineEnqueued = defineForm({
  name: 'quarantine-enqueued',
  lines: ['MID {mid} enqueued for transfer to centralized quarantine "{quarantine}" ({reason})'],
  says: 'The message goes to the quarantine {quarantine} on the management appliance: {reason}.',
  samples: ['MID 6509659 enqueued for transfer to centralized quarantine "Policy" (content filter:Hold Macros)'],
})

// V20: a second reason while it is held.
export const quarantineNewReason = defineForm({
  name: 'quarantine-new-reason',
  lines: ['MID {mid} quarantine "{quarantine}" new reason ({reason})'],
  says: 'The message is held in the quarantine {quarantine} for one more reason: {reason}.',
  samples: ['MID 18313985 quarantine "Outbreak" new reason (VOF rule:OUTBREAK_0000231)'],
})

// Q7, Q8 (`queue full`: released because the quarantine was full)
export const quarantineReleased = defineForm({
  name: 'quarantine-released',
  lines: [
    'MID {mid} released from quarantine "{quarantine}" ({reason}) t={seconds:int}',
    'MID {mid} released from quarantine "{quarantine}" ({reason})',
    'MID {mid} released ({change}) from quarantine "{quarantine}" ({reason}) t={seconds:int}',
    'MID {mid} released ({change}) from quarantine "{quarantine}" ({reason})',
  ],
  says: 'The message was released from the quarantine {quarantine}: {reason}.',
  samples: [
    'MID 422464642 released from quarantine "Outbreak" (expired)',
    'MID 422464643 released from quarantine "Policy" (manual) t=190',
    'MID 9735 released (attachments stripped) from quarantine "Outbreak" (queue full) t=190',
    'MID 9736 released (attachments stripped) from quarantine "Outbreak" (queue full)',
  ],
})

// Q9
export const quarantineDeleted = defineForm({
  name: 'quarantine-deleted',
  lines: [
    'MID {mid} deleted from quarantine "{quarantine}" ({reason}) t={seconds:int}',
    'MID {mid} deleted from quarantine "{quarantine}" ({reason})',
  ],
  says: 'The message was deleted from the quarantine {quarantine}: {reason}.',
  samples: [
    'MID 43 deleted from quarantine "Policy" (manual)',
    'MID 44 deleted from quarantine "Policy" (expired)',
    'MID 45 deleted from quarantine "Policy" (expired) t=2592000',
  ],
})

// Q10: the end of the matter.
export const quarantineLeft = defineForm({
  name: 'quarantine-left',
  lines: ['MID {mid} {what:word} from all quarantines', 'MID {mid} {what:word} ({change}) from all quarantines'],
  says: 'No quarantine holds the message any more: {what}.',
  samples: [
    'MID 43 deleted from all quarantines',
    'MID 45 released from all quarantines',
    'MID 46 released (attachments stripped) from all quarantines',
  ],
})
