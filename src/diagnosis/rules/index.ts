// Generated from the files of this folder by test/lists.test.ts. To write it anew: npm run fix

import { rule as abortedBySenderRule } from './aborted-by-sender.ts'
import { rule as bounceVerificationRule } from './bounce-verification.ts'
import { rule as connectionLimitHostRule } from './connection-limit-host.ts'
import { rule as directoryHarvestRule } from './directory-harvest.ts'
import { rule as dmarcRejectRule } from './dmarc-reject.ts'
import { rule as hatHostDnsRule } from './hat-host-dns.ts'
import { rule as hatRejectCountryRule } from './hat-reject-country.ts'
import { rule as hatRejectEntryRule } from './hat-reject-entry.ts'
import { rule as hatRejectReputationRule } from './hat-reject-reputation.ts'
import { rule as hatTcprefuseRule } from './hat-tcprefuse.ts'
import { rule as idleTimeoutRule } from './idle-timeout.ts'
import { rule as ldapDropInQueueRule } from './ldap-drop-in-queue.ts'
import { rule as logsIncompleteRule } from './logs-incomplete.ts'
import { rule as mailLoopRule } from './mail-loop.ts'
import { rule as messageTooBigRule } from './message-too-big.ts'
import { rule as mxPointsElsewhereRule } from './mx-points-elsewhere.ts'
import { rule as neverConnectedRule } from './never-connected.ts'
import { rule as ratRejectRule } from './rat-reject.ts'
import { rule as rateLimitHostRule } from './rate-limit-host.ts'
import { rule as receivingAbortedRule } from './receiving-aborted.ts'
import { rule as recipientUnknownRule } from './recipient-unknown.ts'
import { rule as senderDomainNonexistentRule } from './sender-domain-nonexistent.ts'
import { rule as senderDomainUnresolvableRule } from './sender-domain-unresolvable.ts'
import { rule as senderMalformedRule } from './sender-malformed.ts'
import { rule as slowReverseDnsRule } from './slow-reverse-dns.ts'
import { rule as smtpInspectionRule } from './smtp-inspection.ts'
import { rule as spfRejectRule } from './spf-reject.ts'
import { rule as tlsHandshakeFailedRule } from './tls-handshake-failed.ts'
import { rule as tlsRequiredRule } from './tls-required.ts'

export const rules = [
  abortedBySenderRule,
  bounceVerificationRule,
  connectionLimitHostRule,
  directoryHarvestRule,
  dmarcRejectRule,
  hatHostDnsRule,
  hatRejectCountryRule,
  hatRejectEntryRule,
  hatRejectReputationRule,
  hatTcprefuseRule,
  idleTimeoutRule,
  ldapDropInQueueRule,
  logsIncompleteRule,
  mailLoopRule,
  messageTooBigRule,
  mxPointsElsewhereRule,
  neverConnectedRule,
  ratRejectRule,
  rateLimitHostRule,
  receivingAbortedRule,
  recipientUnknownRule,
  senderDomainNonexistentRule,
  senderDomainUnresolvableRule,
  senderMalformedRule,
  slowReverseDnsRule,
  smtpInspectionRule,
  spfRejectRule,
  tlsHandshakeFailedRule,
  tlsRequiredRule,
]
