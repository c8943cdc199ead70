import { defineForm } from '../form.ts'

// Q1: an intention; an engine that runs later may still drop the message. EUQ is the name before 5.0.
export const spamQuarantineTagged = defineForm({
  name: 'spam-quarantine-tagged',
  lines: ['ISQ: Tagging MID {mid} for quarantine', 'EUQ: Tagging MID {mid} for quarantine'],
  says: 'The message is marked for the spam quarantine.',
  samples: ['ISQ: Tagging MID 24611424 for quarantine', 'EUQ: Tagging MID 24611425 for quarantine'],
})

// Q3
export const spamQuarantined = defineForm({
  name: 'spam-quarantined',
  lines: ['ISQ: Quarantined MID {mid}', 'EUQ: Quarantined MID {mid}'],
  says: 'The message is in the spam quarantine of this gateway.',
  samples: ['ISQ: Quarantined MID 2317876', 'EUQ: Quarantined MID 2317877'],
})

// Q3, and Q4's older wording
export const rpcDeliveryStart = defineForm({
  name: 'rpc-delivery-start',
  lines: [
    'RPC Delivery start RCID {rcid} MID {mid} to {where}',
    'Start delivery of MID {mid} over RPC connection {rcid}',
  ],
  says: 'The gateway began to hand the message to the spam quarantine.',
  samples: [
    'RPC Delivery start RCID 756814 MID 2317877 to local IronPort Spam Quarantine',
    'Start delivery of MID 4433 over RPC connection 0',
  ],
})

// Q3, and Q4's older wording
export const rpcDelivered = defineForm({
  name: 'rpc-delivered',
  lines: ['RPC Message done RCID {rcid} MID {mid}', 'Delivery of MID {mid} over RPC completed on connection {rcid}'],
  says: 'The spam quarantine took the message.',
  samples: ['RPC Message done RCID 756814 MID 2317877', 'Delivery of MID 4433 over RPC completed on connection 0'],
})

// Q4
export const rpcRejected = defineForm({
  name: 'rpc-rejected',
  lines: ['RPC Message rejected RCID {rcid} MID {mid}'],
  says: 'The spam quarantine did not take the message.',
  samples: ['RPC Message rejected RCID 756815 MID 2317878'],
})

// Q4
export const rpcFailed = defineForm({
  name: 'rpc-failed',
  lines: ['RPC connection to {address:word} failed RCID {rcid} MID {mid} ({reason})'],
  says: 'The spam quarantine at {address} could not be reached: {reason}.',
  samples: ['RPC connection to 192.0.2.77 failed RCID 756816 MID 2317879 (Connection refused)'],
})

// Q4: `sleeping for 60 seconds`, `reset sleep time`, `killed`
export const rpcConnection = defineForm({
  name: 'rpc-connection',
  lines: ['RPC connection RCID {rcid} to {address:word} {state}'],
  says: 'The connection to the spam quarantine at {address}: {state}.',
  samples: ['RPC connection RCID 756817 to 192.0.2.77 sleeping for 60 seconds'],
})

// Q12: belongs to the quarantine's own log, but an administrator may send both to one place.
export const spamQuarantineLimit = defineForm({
  name: 'spam-quarantine-limit',
  lines: ["ISQ: out of limit action changed to '{action}'"],
  says: 'When the spam quarantine is full, the gateway will now do this: {action}.',
  samples: ["ISQ: out of limit action changed to 'DELETE OLDEST'"],
})
