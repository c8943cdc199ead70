import { defineForm } from '../form.ts'

// M1 to M6: old → new. The line may come after the first lines of the new MID (M12).
export const messageRewritten = defineForm({
  name: 'message-rewritten',
  lines: [
    'MID {mid} rewritten to MID {newMid} by {by} filter {filter:quoted}',
    'MID {mid} rewritten to MID {newMid} by {by}',
    'MID {mid} rewritten to {newMid} by {by} filter {filter:quoted}',
    'MID {mid} rewritten to {newMid} by {by}',
  ],
  says: 'The message was changed by {by} and goes on as MID {newMid}.',
  samples: [
    "MID 386736 rewritten to MID 386737 by add-footer filter 'Footer Stamping'",
    "MID 1 rewritten to MID 2 by antispam (alt-rcpt-to) filter 'unknown'",
    'MID 38637862 rewritten to MID 38637865 by LDAP rewrite',
    "MID 424576592 rewritten to 424576594 by antivirus(unsafe alt-rcpt-to) filter 'unknown'",
    'MID 2 rewritten to 3 by antispam',
  ],
})

// M7, M7b: the NEW message is named first. It is a copy or a notice; the original goes on.
export const messageGenerated = defineForm({
  name: 'message-generated',
  lines: [
    'MID {newMid} was generated based on MID {mid} by {by} filter {filter:quoted}',
    'MID {newMid} was generated based on MID {mid} by {by}',
    'MID {newMid} generated based on MID {mid} by {by} filter {filter:quoted}',
    'MID {newMid} generated based on MID {mid} by {by}',
  ],
  says: 'MID {newMid} is a copy or notice made from the message by {by}; the message itself goes on.',
  samples: [
    "MID 24611495 was generated based on MID 24611421 by bcc filter 'Archive'",
    'MID 1665 was generated based on MID 1664 by antivirus',
    "MID 15220406 generated based on MID 15220404 by notify filter 'Tell Admin'",
    'MID 15220407 generated based on MID 15220404 by antivirus',
  ],
})

// M8, B9: the NEW message first; its recipient is the sender of the other.
export const bounceGenerated = defineForm({
  name: 'bounce-generated',
  lines: ['MID {newMid} was generated for bounce of MID {mid}', 'MID {newMid} generated for bounce of MID {mid}'],
  says: 'MID {newMid} tells the sender that the message could not be delivered.',
  samples: ['MID 515 was generated for bounce of MID 511', 'MID 15216898 generated for bounce of MID 8785588'],
})

// M10: old → new
export const messageReinjected = defineForm({
  name: 'message-reinjected',
  lines: ['ISQ: Reinjected MID {mid} as MID {newMid}', 'EUQ: Reinjected MID {mid} as MID {newMid}'],
  says: 'The message was released from the spam quarantine and goes on as MID {newMid}.',
  samples: ['ISQ: Reinjected MID 4432 as MID 4448', 'EUQ: Reinjected MID 4433 as MID 4449'],
})

// M11: the NEW message first; the other may be on another gateway's count.
export const receivedFromSma = defineForm({
  name: 'received-from-sma',
  lines: ['MID {newMid} received from the SMA {sma:word} (MID originally {mid}) on {how}'],
  says: 'The message came back from the management appliance {sma} as MID {newMid}: {how}.',
  samples: [
    'MID 6509700 received from the SMA 192.0.2.77 (MID originally 6509659) on release from quarantine "Policy"',
  ],
})
