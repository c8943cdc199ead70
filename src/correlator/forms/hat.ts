import { defineForm } from '../form.ts'

// A1 to A4, A8 to A12. ICID 0 is a TCPREFUSE, without a connection to link to. An empty match (A10) comes first: its
// `match SBRS` is the longer literal. The verb, not the group's name, says what was done: throttled senders are ACCEPT.
export const hatDecision = defineForm({
  name: 'hat-decision',
  lines: [
    'ICID {icid} {action:word} SG {senderGroup:word} match SBRS {sbrs} country {country}',
    'ICID {icid} {action:word} SG {senderGroup:word} match SBRS {sbrs}',
    'ICID {icid} {action:word} SG {senderGroup:word} match {match} SBRS {sbrs} country {country}',
    'ICID {icid} {action:word} SG {senderGroup:word} match {match} SBRS {sbrs}',
    'ICID {icid} {action:word} SG {senderGroup:word} SBRS {sbrs} country {country}',
    'ICID {icid} {action:word} SG {senderGroup:word} SBRS {sbrs}',
    'ICID {icid} {action:word} SG {senderGroup:word} match {match}',
    'ICID {icid} {action:word} SG {senderGroup:word} match',
  ],
  says: 'The Host Access Table put the server into the sender group {senderGroup}: {action}.',
  samples: [
    'ICID 824108 ACCEPT SG ACCEPTLIST match sbrs[0.0:10.0] SBRS 3.4 country United States',
    'ICID 60140291 REJECT SG BLACKLIST match sbrs[-10.0:-2.5] SBRS -9.5',
    'ICID 0 TCPREFUSE SG BLOCKED_LIST match dnslist[bl.example.org] SBRS None',
    'ICID 10293 RELAY SG RELAY_SG match 192.0.2.200 SBRS not enabled',
    'ICID 16399 ACCEPT SG ALLOWED_LIST match sbrs[none] SBRS rfc1918 country not applicable',
    'ICID 3160 ACCEPT SG None match ALL SBRS not enabled country not enabled',
    'ICID 21591 ACCEPT SG None match  SBRS unable to retrieve',
    'ICID 21592 ACCEPT SG None match  SBRS 3.7 country Ireland',
    'ICID 3 ACCEPT SG None SBRS rfc1918',
    'ICID 4 ACCEPT SG None SBRS rfc1918 country not applicable',
    'ICID 2106327026 ACCEPT SG GOOD match 198.51.100.0/24',
    'ICID 2106327021 REJECT SG TCP-REFUSE match',
  ],
})

// A13: 3.7 told the score alone.
export const reputationScore = defineForm({
  name: 'reputation-score',
  lines: ['ICID {icid} SBRS {sbrs}'],
  says: 'The reputation score of the server was {sbrs}.',
  samples: ['ICID 282204970 SBRS None'],
})

// A5
export const delayedReject = defineForm({
  name: 'delayed-reject',
  lines: ['ICID {icid} Delayed HAT REJECT continuing session for recipient logging ({ip})'],
  says: 'The Host Access Table refuses {ip}; the gateway listens on only to log sender and recipients.',
  samples: ['ICID 824107 Delayed HAT REJECT continuing session for recipient logging (198.51.100.235)'],
})

// A6: never becomes a MID. It is the only refusal by the HAT that names the sender.
export const delayedRejectSender = defineForm({
  name: 'delayed-reject-sender',
  lines: ['ICID {icid} Delayed HAT REJECT Message from: {mailFrom:address} ({ip})'],
  says: 'The refused server {ip} wanted to send as {mailFrom}.',
  samples: ['ICID 4160 Delayed HAT REJECT Message from: alice@example.com (198.51.100.235)'],
})

// A7: here the address has its angle brackets, in A6 it has none.
export const delayedRejectRecipient = defineForm({
  name: 'delayed-reject-recipient',
  lines: ['ICID {icid} Delayed HAT REJECT Message recipient: {rcptTo:address} ({ip})'],
  says: 'The refused server {ip} wanted to send to {rcptTo}.',
  samples: ['ICID 4160 Delayed HAT REJECT Message recipient: <bob@example.org> (198.51.100.235)'],
})
