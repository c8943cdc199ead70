import { defineForm } from '../form.ts'

// E12: look-ups that change or refuse nothing by themselves. Up to 4.0.8 they name no message. The name of a
// query is one word: see ldap.ts.

export const ldapAccepted = defineForm({
  name: 'ldap-accepted',
  lines: [
    'LDAP: Accepted query {query:word} MID {mid} RID {rid} address {address:address}',
    'LDAP: Accepted query {query:word} address {address:address}',
  ],
  says: 'The directory knows {address}.',
  samples: [
    'LDAP: Accepted query Corp.ldapaccept MID 12 RID 0 address bob@example.org',
    'LDAP: Accepted query Corp.ldapaccept address bob@example.org',
  ],
})

export const ldapNoMatch = defineForm({
  name: 'ldap-no-match',
  lines: [
    'LDAP: No Match query {query:word} MID {mid} RID {rid} address {address:address}',
    'LDAP: No Match query {query:word} address {address:address}',
  ],
  says: 'The directory has no entry for {address}.',
  samples: [
    'LDAP: No Match query Corp.ldaproute MID 12 RID 0 address bob@example.org',
    'LDAP: No Match query Corp.ldaproute address bob@example.org',
  ],
})

export const ldapGroup = defineForm({
  name: 'ldap-group',
  lines: [
    'LDAP: Group query {query:word} MID {mid} RID {rid} address {address:address}',
    'LDAP: Group query {query:word} address {address:address}',
  ],
  says: 'The directory was asked for the groups of {address}.',
  samples: [
    'LDAP: Group query Corp.ldapgroup MID 12 RID 0 address bob@example.org',
    'LDAP: Group query Corp.ldapgroup address bob@example.org',
  ],
})

export const ldapMailhost = defineForm({
  name: 'ldap-mailhost',
  lines: [
    'LDAP: Mailhost query {query:word} MID {mid} RID {rid} address {address:address} to {host}',
    'LDAP: Mailhost query {query:word} address {address:address} to {host}',
  ],
  says: 'The directory sends mail for {address} to the server {host}.',
  samples: [
    'LDAP: Mailhost query Corp.ldaproute MID 12 RID 0 address bob@example.org to mailstore.example.org',
    'LDAP: Mailhost query Corp.ldaproute address bob@example.org to mailstore.example.org',
  ],
})

export const ldapMasquerade = defineForm({
  name: 'ldap-masquerade',
  lines: [
    'LDAP: Masquerade query {query:word} MID {mid} address {address:address} to {newAddress:address}',
    'LDAP: Masquerade query {query:word} address {address:address} to {newAddress:address}',
  ],
  says: 'The directory writes {address} as {newAddress}.',
  samples: [
    'LDAP: Masquerade query Corp.ldapmasq MID 12 address bob@example.org to robert@example.org',
    'LDAP: Masquerade query Corp.ldapmasq address bob@example.org to robert@example.org',
  ],
})
