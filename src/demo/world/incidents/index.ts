import type { Incident } from '../incident.ts'
import { abortedBySender, receivingAborted } from './broken-off.ts'
import { filterDropped, policyHeld } from './content-filters.ts'
import { deliveredAfterAll, sentByMailingService } from './delivered.ts'
import { dmarcRefused } from './dmarc-refused.ts'
import { subjectLikeALogLine, subjectThatShouts } from './hostile-subjects.ts'
import { idleTimeout } from './idle-timeout.ts'
import { beforeTheLogs, mxAtOldProvider, neverConnected } from './never-came.ts'
import { nextHopDefers } from './next-hop-defers.ts'
import { nextHopRefuses } from './next-hop-refuses.ts'
import { nextHopUnreachable } from './next-hop-unreachable.ts'
import { ourMailDeferred, ourMailNeverRelayed } from './our-own-mail.ts'
import { notOurDomain, unknownRecipient } from './recipient-refused.ts'
import { refusedByReputation } from './refused-by-reputation.ts'
import { refusedByTcp } from './refused-tcp.ts'
import { senderDomainMissing } from './sender-refused.ts'
import { slowReverseDns } from './slow-reverse-dns.ts'
import { spamDropped, spamHeld } from './spam.ts'
import { tlsFailed } from './tls-failed.ts'
import { tooBigMessage } from './too-big.ts'

/** Every incident of the embedded world, in the order of how far the mail came. */
export const INCIDENTS: readonly Incident[] = [
  refusedByReputation,
  neverConnected,
  beforeTheLogs,
  mxAtOldProvider,
  refusedByTcp,
  slowReverseDns,
  tlsFailed,
  senderDomainMissing,
  notOurDomain,
  unknownRecipient,
  idleTimeout,
  receivingAborted,
  abortedBySender,
  tooBigMessage,
  dmarcRefused,
  spamDropped,
  filterDropped,
  spamHeld,
  policyHeld,
  nextHopDefers,
  nextHopRefuses,
  nextHopUnreachable,
  deliveredAfterAll,
  sentByMailingService,
  subjectLikeALogLine,
  subjectThatShouts,
  ourMailDeferred,
  ourMailNeverRelayed,
]
