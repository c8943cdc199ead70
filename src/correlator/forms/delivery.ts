import { defineForm } from '../form.ts'

// L1: the port is told since 4.6.
export const deliveryConnect = defineForm({
  name: 'delivery-connect',
  lines: [
    'New SMTP DCID {dcid} interface {interface} address {ip:word} port {port:int}',
    'New SMTP DCID {dcid} interface {interface} address {ip:word}',
  ],
  says: 'The gateway connected to the next server at {ip}.',
  samples: [
    'New SMTP DCID 6565555 interface 192.0.2.141 address 203.0.113.81 port 25',
    'New SMTP DCID 8 interface 192.0.2.141 address 203.0.113.17',
  ],
})

// L2, and Q2 with its `via`: that one hands the message to a quarantine on another appliance.
export const deliveryStart = defineForm({
  name: 'delivery-start',
  lines: [
    'Delivery start DCID {dcid} MID {mid} to RID {rids} to {via}',
    'Delivery start DCID {dcid} MID {mid} to RID {rids}',
    'Delivery start DCID {dcid} MID {mid} to {rids}',
  ],
  says: 'The gateway began to deliver the message.',
  samples: [
    'Delivery start DCID 6565548 MID 24611469 to RID [0]',
    'Delivery start DCID 126723200 MID 1416566008 to RID [0, 1, 2, 3, 4, 5]',
    'Delivery start DCID 6565554 MID 24611424 to RID [0] to offbox IronPort Spam Quarantine',
    'Delivery start DCID 12 MID 24611470 to [0]',
  ],
})

// L3, L3b, L3c. The list is of logged headers, whose values are the sender's. It is not the last line of the message.
export const deliveryDone = defineForm({
  name: 'delivery-done',
  lines: [
    'Message done DCID {dcid} MID {mid} to RID {rids} [{headers}]',
    'Message done DCID {dcid} MID {mid} to RID {rids}',
    'Message done DCID {dcid} MID {mid} to {rids}',
  ],
  says: 'The next server took the message.',
  samples: [
    'Message done DCID 6565548 MID 24611465 to RID [0] ',
    "Message done DCID 26995470 MID 78069816 to RID [0, 1] [('from', 'Alice <alice@example.com>'), ('to', 'bob@example.org,\\r\\n\\tcarol@example.org')]",
    'Message done DCID 13 MID 24611471 to [0]',
  ],
})

// Q2: reads like a delivery, and is the hand-over to the spam quarantine on another appliance (trap 6).
export const externalQuarantined = defineForm({
  name: 'external-quarantined',
  lines: ['Message done DCID {dcid} MID {mid} to RID {rids} (external quarantine)'],
  says: 'The spam quarantine on another appliance took the message.',
  samples: ['Message done DCID 6565554 MID 24611414 to RID [0] (external quarantine) '],
})

// L4: the other server's words after DATA, without 250 and Ok. Old forms have no quotes.
export const deliveryResponse = defineForm({
  name: 'delivery-response',
  lines: ['MID {mid} RID {rids} Response {response:quoted}'],
  says: 'The next server answered: {response}',
  samples: [
    "MID 24611465 RID [0] Response '2.0.0 Ok: queued as 3AEXAMPLE'",
    "MID 1416566008 RID  [0, 1, 2] Response 'Message accepted for delivery'",
    'MID 24611466 RID [0] Response ok 1083092729 qp 3998',
  ],
})

// L5
export const deliveryClose = defineForm({
  name: 'delivery-close',
  lines: ['DCID {dcid} close'],
  says: 'The connection to the next server ended.',
  samples: ['DCID 6565547 close'],
})
