/**
 * The correlator of mail logs of a Cisco Secure Email Gateway, on its own: lines in, connections and messages out.
 *
 * ```ts
 * import { correlate, said } from 'postmaster/correlator'
 *
 * const lines = [
 *   'Fri Nov 20 10:00:00 2026 Info: New SMTP ICID 7 interface Data 1 (192.0.2.25) address 198.51.100.7 reverse dns host mx.example.com verified yes',
 *   'Fri Nov 20 10:00:00 2026 Info: ICID 7 REJECT SG BLOCKED_LIST match sbrs[-10.0:-3.0] SBRS -5.4 country Switzerland',
 *   'Fri Nov 20 10:00:01 2026 Info: ICID 7 close',
 * ]
 * for await (const finished of correlate(lines, { gateway: 'esa1' })) {
 *   if ('summary' in finished) console.log(finished.summary.recognised)
 *   else for (const { fields } of said(finished.timeline, 'hat-decision')) console.log(fields.senderGroup)
 * }
 * ```
 *
 * docs/correlator.md tells more, with examples. It imports nothing, never throws for what a line holds, and accounts for
 * every line: recognised, unrecognised, or the continuation of another.
 *
 * @module
 */
export { type Cef, type CefIds, cefIds, readCef } from './cef.ts'
export {
  type Break,
  brokeAt,
  type Conversation,
  type ConversationStep,
  conversationOf,
  type SmtpStage,
} from './conversation.ts'
export {
  type AllOptions,
  type Correlator,
  correlate,
  correlateAll,
  correlateInBatches,
  createCorrelator,
  type Finished,
  type GatheredLine,
  type LogStream,
  type RawLogLine,
  type StreamOptions,
} from './correlate.ts'
export { describeEvent } from './describe.ts'
export { type Event, type EventOfForm, type Form, type FormName, said } from './form.ts'
export type { About, Window } from './ids.ts'
export { type IpRange, isInRange, parseIpRange } from './ip.ts'
export { type ClockOptions, type Level, type LineState, type LogLine, lineState, readLine } from './line.ts'
export type { Delivery, Injection, MailLog, Message, Recipient, Summary } from './mail-log.ts'
export { holdsAddress, holdsDomain, holdsId, holdsIp } from './match.ts'
export { translateTracking } from './tracking.ts'
export { type NamedIds, namedIds } from './wanted.ts'
