// Generated from the files of this folder by test/lists.test.ts. To write it anew: npm run fix

import { rule as abortedBySenderRule } from './aborted-by-sender.ts'
import { rule as ampActionRule } from './amp-action.ts'
import { rule as arrivedRule } from './arrived.ts'
import { rule as backupMxHoldsMailRule } from './backup-mx-holds-mail.ts'
import { rule as badCommandLimitRule } from './bad-command-limit.ts'
import { rule as bareLineEndingRule } from './bare-line-ending.ts'
import { rule as behindRelayRule } from './behind-relay.ts'
import { rule as bounceVerificationRule } from './bounce-verification.ts'
import { rule as callAheadFailedRule } from './call-ahead-failed.ts'
import { rule as connectionLimitHostRule } from './connection-limit-host.ts'
import { rule as connectionLimitListenerRule } from './connection-limit-listener.ts'
import { rule as contentFilterDropRule } from './content-filter-drop.ts'
import { rule as daneMismatchRule } from './dane-mismatch.ts'
import { rule as deliveredRule } from './delivered.ts'
import { rule as deliveredElsewhereRule } from './delivered-elsewhere.ts'
import { rule as deliveredToSomeRule } from './delivered-to-some.ts'
import { rule as deliveryExpiredRule } from './delivery-expired.ts'
import { rule as destinationThrottledRule } from './destination-throttled.ts'
import { rule as directoryHarvestRule } from './directory-harvest.ts'
import { rule as dkimBrokenRule } from './dkim-broken.ts'
import { rule as dlpActionRule } from './dlp-action.ts'
import { rule as dmarcRejectRule } from './dmarc-reject.ts'
import { rule as globalUnsubscribeRule } from './global-unsubscribe.ts'
import { rule as graymailActionRule } from './graymail-action.ts'
import { rule as hatHostDnsRule } from './hat-host-dns.ts'
import { rule as hatRejectCountryRule } from './hat-reject-country.ts'
import { rule as hatRejectEntryRule } from './hat-reject-entry.ts'
import { rule as hatRejectReputationRule } from './hat-reject-reputation.ts'
import { rule as hatTcprefuseRule } from './hat-tcprefuse.ts'
import { rule as headerTooBigRule } from './header-too-big.ts'
import { rule as idleTimeoutRule } from './idle-timeout.ts'
import { rule as ldapDropInQueueRule } from './ldap-drop-in-queue.ts'
import { rule as ldapUnreachableRule } from './ldap-unreachable.ts'
import { rule as listenerSuspendedRule } from './listener-suspended.ts'
import { rule as logsIncompleteRule } from './logs-incomplete.ts'
import { rule as mailLoopRule } from './mail-loop.ts'
import { rule as messageFilterDropRule } from './message-filter-drop.ts'
import { rule as messageTooBigRule } from './message-too-big.ts'
import { rule as mtaStsMismatchRule } from './mta-sts-mismatch.ts'
import { rule as mxIpv6DeadRule } from './mx-ipv6-dead.ts'
import { rule as mxPointsElsewhereRule } from './mx-points-elsewhere.ts'
import { rule as neverConnectedRule } from './never-connected.ts'
import { rule as neverRelayedRule } from './never-relayed.ts'
import { rule as nextHopDefersRule } from './next-hop-defers.ts'
import { rule as nextHopDnsRule } from './next-hop-dns.ts'
import { rule as nextHopRefusesRule } from './next-hop-refuses.ts'
import { rule as nextHopTlsRule } from './next-hop-tls.ts'
import { rule as nextHopUnreachableRule } from './next-hop-unreachable.ts'
import { rule as ourPort25BlockedRule } from './our-port-25-blocked.ts'
import { rule as ourZoneUnresolvableRule } from './our-zone-unresolvable.ts'
import { rule as outbreakDelayRule } from './outbreak-delay.ts'
import { rule as policyQuarantineRule } from './policy-quarantine.ts'
import { rule as quarantineExpiredRule } from './quarantine-expired.ts'
import { rule as quarantineReinjectedRule } from './quarantine-reinjected.ts'
import { rule as quarantineSeveralRule } from './quarantine-several.ts'
import { rule as ratRejectRule } from './rat-reject.ts'
import { rule as rateLimitHostRule } from './rate-limit-host.ts'
import { rule as rateLimitSenderRule } from './rate-limit-sender.ts'
import { rule as receivingAbortedRule } from './receiving-aborted.ts'
import { rule as recipientCountLimitRule } from './recipient-count-limit.ts'
import { rule as recipientDomainMistypedRule } from './recipient-domain-mistyped.ts'
import { rule as recipientRewrittenRule } from './recipient-rewritten.ts'
import { rule as recipientUnknownRule } from './recipient-unknown.ts'
import { rule as remediatedAfterDeliveryRule } from './remediated-after-delivery.ts'
import { rule as reputationFilterRule } from './reputation-filter.ts'
import { rule as resourceConservationRule } from './resource-conservation.ts'
import { rule as senderDomainNonexistentRule } from './sender-domain-nonexistent.ts'
import { rule as senderDomainUnresolvableRule } from './sender-domain-unresolvable.ts'
import { rule as senderExceptionTableRule } from './sender-exception-table.ts'
import { rule as senderMalformedRule } from './sender-malformed.ts'
import { rule as sentFromAnotherDomainRule } from './sent-from-another-domain.ts'
import { rule as slowReverseDnsRule } from './slow-reverse-dns.ts'
import { rule as smtpAuthFailedRule } from './smtp-auth-failed.ts'
import { rule as smtpInspectionRule } from './smtp-inspection.ts'
import { rule as spamDropRule } from './spam-drop.ts'
import { rule as spamQuarantineRule } from './spam-quarantine.ts'
import { rule as spfRejectRule } from './spf-reject.ts'
import { rule as starttlsMaskedRule } from './starttls-masked.ts'
import { rule as tlsClientCertificateRule } from './tls-client-certificate.ts'
import { rule as tlsHandshakeFailedRule } from './tls-handshake-failed.ts'
import { rule as tlsRequiredRule } from './tls-required.ts'
import { rule as unsupportedVerbsRule } from './unsupported-verbs.ts'
import { rule as userBlocklistRule } from './user-blocklist.ts'
import { rule as virusActionRule } from './virus-action.ts'
import { rule as workQueueBacklogRule } from './work-queue-backlog.ts'
import { rule as workQueuePausedRule } from './work-queue-paused.ts'
import { rule as wrongWindowRule } from './wrong-window.ts'

export const rules = [
  abortedBySenderRule,
  ampActionRule,
  arrivedRule,
  backupMxHoldsMailRule,
  badCommandLimitRule,
  bareLineEndingRule,
  behindRelayRule,
  bounceVerificationRule,
  callAheadFailedRule,
  connectionLimitHostRule,
  connectionLimitListenerRule,
  contentFilterDropRule,
  daneMismatchRule,
  deliveredRule,
  deliveredElsewhereRule,
  deliveredToSomeRule,
  deliveryExpiredRule,
  destinationThrottledRule,
  directoryHarvestRule,
  dkimBrokenRule,
  dlpActionRule,
  dmarcRejectRule,
  globalUnsubscribeRule,
  graymailActionRule,
  hatHostDnsRule,
  hatRejectCountryRule,
  hatRejectEntryRule,
  hatRejectReputationRule,
  hatTcprefuseRule,
  headerTooBigRule,
  idleTimeoutRule,
  ldapDropInQueueRule,
  ldapUnreachableRule,
  listenerSuspendedRule,
  logsIncompleteRule,
  mailLoopRule,
  messageFilterDropRule,
  messageTooBigRule,
  mtaStsMismatchRule,
  mxIpv6DeadRule,
  mxPointsElsewhereRule,
  neverConnectedRule,
  neverRelayedRule,
  nextHopDefersRule,
  nextHopDnsRule,
  nextHopRefusesRule,
  nextHopTlsRule,
  nextHopUnreachableRule,
  ourPort25BlockedRule,
  ourZoneUnresolvableRule,
  outbreakDelayRule,
  policyQuarantineRule,
  quarantineExpiredRule,
  quarantineReinjectedRule,
  quarantineSeveralRule,
  ratRejectRule,
  rateLimitHostRule,
  rateLimitSenderRule,
  receivingAbortedRule,
  recipientCountLimitRule,
  recipientDomainMistypedRule,
  recipientRewrittenRule,
  recipientUnknownRule,
  remediatedAfterDeliveryRule,
  reputationFilterRule,
  resourceConservationRule,
  senderDomainNonexistentRule,
  senderDomainUnresolvableRule,
  senderExceptionTableRule,
  senderMalformedRule,
  sentFromAnotherDomainRule,
  slowReverseDnsRule,
  smtpAuthFailedRule,
  smtpInspectionRule,
  spamDropRule,
  spamQuarantineRule,
  spfRejectRule,
  starttlsMaskedRule,
  tlsClientCertificateRule,
  tlsHandshakeFailedRule,
  tlsRequiredRule,
  unsupportedVerbsRule,
  userBlocklistRule,
  virusActionRule,
  workQueueBacklogRule,
  workQueuePausedRule,
  wrongWindowRule,
]
