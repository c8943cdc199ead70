// Generated from the files of this folder by test/lists.test.ts. To write it anew: npm run fix

import { rule as hatHostDnsRule } from './hat-host-dns.ts'
import { rule as hatRejectCountryRule } from './hat-reject-country.ts'
import { rule as hatRejectEntryRule } from './hat-reject-entry.ts'
import { rule as hatRejectReputationRule } from './hat-reject-reputation.ts'
import { rule as hatTcprefuseRule } from './hat-tcprefuse.ts'
import { rule as logsIncompleteRule } from './logs-incomplete.ts'
import { rule as mxPointsElsewhereRule } from './mx-points-elsewhere.ts'
import { rule as neverConnectedRule } from './never-connected.ts'

export const rules = [
  hatHostDnsRule,
  hatRejectCountryRule,
  hatRejectEntryRule,
  hatRejectReputationRule,
  hatTcprefuseRule,
  logsIncompleteRule,
  mxPointsElsewhereRule,
  neverConnectedRule,
]
