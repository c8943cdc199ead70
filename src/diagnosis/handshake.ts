import type { Event } from '../correlator/form.ts'
import type { Attempt } from './attempts.ts'
import { isClientCertificate } from './client-certificate.ts'
import type { Proof } from './proof.ts'
import { told } from './story.ts'

/**
 * The lines of a TLS handshake that failed (T3, T4). Only where no message came over that connection: a failure after one
 * was `ready` is harmless.
 */
export function failedHandshake(attempt: Attempt): readonly Event[] {
  const failed = told(attempt, 'injection-tls-failed').filter(({ fields }) => !isClientCertificate(fields.reason))
  if (failed.length === 0 || (attempt.injection?.messages.length ?? 0) > 0) return []
  return [...told(attempt, 'injection-start'), ...failed]
}

/** The reason that was told last; older releases give none (T3), and then the log's own words stand for it. */
export function handshakeReason(proofs: readonly Proof[]): string {
  const reasons = proofs.flatMap(({ attempt }) => told(attempt, 'injection-tls-failed')).map((e) => e.fields.reason)
  return reasons.findLast((reason) => reason !== undefined) ?? 'TLS failed'
}
