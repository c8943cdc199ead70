import { defineForm } from '../form.ts'

// The name of a query is one word, or an address in quotes (`"x MID 5 RID 0 address y"@…`) could take its place.

// R13: the directory is asked after the message was accepted, so the recipient vanishes without a word to the sender.
export const ldapDrop = defineForm({
  name: 'ldap-drop',
  lines: ['LDAP: Drop query {query:word} MID {mid} RID {rid} address {rcptTo:address}'],
  says: 'The directory does not know {rcptTo}; the gateway had taken the message and now dropped it for this recipient.',
  samples: ['LDAP: Drop query Corp.ldapaccept MID 349817 RID 1 address carol@example.org'],
})

// R14
export const ldapBounce = defineForm({
  name: 'ldap-bounce',
  lines: ['LDAP: Bounce query {query:word} MID {mid} RID {rid} address {rcptTo:address}'],
  says: 'The directory does not know {rcptTo}; the gateway had taken the message and now sends it back.',
  samples: ['LDAP: Bounce query Corp.ldapaccept MID 718417 RID 2 address carol@example.org'],
})

// R15
export const ldapRequeued = defineForm({
  name: 'ldap-requeued',
  lines: ['LDAP: unable to process, MID {mid} requeued'],
  says: 'The directory did not answer, so the message waits.',
  samples: ['LDAP: unable to process, MID 4069647 requeued'],
})

// R15
export const ldapGaveUp = defineForm({
  name: 'ldap-gave-up',
  lines: ['LDAP: unable to process, MID {mid} bouncing recipients'],
  says: 'The directory did not answer, so the message was sent back.',
  samples: ['LDAP: unable to process, MID 4069648 bouncing recipients'],
})

// E11: a list of (address, host) tuples. It may come after M6's `rewritten … by LDAP rewrite`.
export const ldapRerouted = defineForm({
  name: 'ldap-rerouted',
  lines: ['LDAP: Reroute query {query:word} MID {mid} RID {rid} address {rcptTo:address} to {newRcptTo}'],
  says: 'The directory sends mail for {rcptTo} on to {newRcptTo}.',
  samples: [
    "LDAP: Reroute query ChainRoute MID 38637862 RID 0 address bob@example.org to [('bob@mailstore.example.org', '')]",
  ],
})

// E10, and its older wording without ids
export const recipientAliased = defineForm({
  name: 'recipient-aliased',
  lines: [
    'Alias match: MID {mid} RID {rid} recipient {rcptTo:address} mapped to {newRcptTo}',
    'Alias match: recipient {rcptTo:address} mapped to {newRcptTo}',
  ],
  says: 'The alias table sends mail for {rcptTo} on to {newRcptTo}.',
  samples: [
    "Alias match: MID 12 RID 0 recipient bob@example.org mapped to ['bob@mailstore.example.org']",
    "Alias match: recipient bob@example.org mapped to ['bob@mailstore.example.org']",
  ],
})

// R16, and its older wording with colons
export const globalUnsubscribe = defineForm({
  name: 'global-unsubscribe',
  lines: [
    'MID {mid} Global unsubscribe matched entry {entry} RID {rid} Address {rcptTo:address} Action {action:word}',
    'Global unsubscribe matched entry {entry} MID: {mid} RID: {rid} Address: {rcptTo:address}',
  ],
  says: 'The global unsubscribe list keeps mail from {rcptTo}: it matches {entry}.',
  samples: [
    'MID 85 Global unsubscribe matched entry bob@ RID 0 Address bob@example.org Action bounced',
    'Global unsubscribe matched entry @example.org MID: 5542748 RID: 0 Address: bob@example.org',
  ],
})
