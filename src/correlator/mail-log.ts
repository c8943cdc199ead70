import type { Event } from './form.ts'

/**
 * What the lines told, filed under the ids they name. The timeline is the record; fields are only for what links one
 * thing to another, so a new line form adds no field here.
 *
 * Ids are unique within one gateway and only until its counters restart, so a number is never used alone: every value
 * carries its gateway, and a second `Start MID 12` on the same gateway opens a second `Message` with `mid` 12.
 */
export interface MailLog {
  readonly injections: readonly Injection[]
  readonly messages: readonly Message[]
  readonly deliveries: readonly Delivery[]
  /** Events that name no id at all (alerts, DHAP warnings, DNS failures, file headers). */
  readonly loose: readonly Event[]
  readonly summary: Summary
}

/** A connection into a listener (ICID). One refused by the HAT has no message: it is an answer in its own right. */
export interface Injection {
  readonly kind: 'injection'
  readonly gateway: string
  readonly icid: number
  readonly timeline: readonly Event[]
  readonly messages: readonly Message[]
}

/** One mail in the gateway (MID). */
export interface Message {
  readonly kind: 'message'
  readonly gateway: string
  readonly mid: number
  readonly timeline: readonly Event[]
  /** Not there when the message was made on the gateway (ICID 0), or no line that names both was read. */
  readonly injection: Injection | undefined
  readonly recipients: readonly Recipient[]
  readonly deliveries: readonly Delivery[]
  /** Messages this one became: rewritten, split, reinjected from quarantine. Follow them for the fate of the mail. */
  readonly became: readonly Message[]
  /** The message this one came from, with how: a `generated` one (bcc copy, notice, bounce) is not the mail itself. */
  readonly origin:
    | { readonly message: Message; readonly how: 'rewritten' | 'split' | 'reinjected' | 'generated' }
    | undefined
}

/** One envelope recipient (RID) of a message that the gateway accepted in the dialogue. */
export interface Recipient {
  readonly rid: number
  readonly rcptTo: string
  readonly timeline: readonly Event[]
}

/** A connection out of the gateway (DCID). DCID 0 is none: the bounce was made without one. */
export interface Delivery {
  readonly kind: 'delivery'
  readonly gateway: string
  readonly dcid: number
  readonly timeline: readonly Event[]
}

export interface Summary {
  readonly lines: number
  readonly recognised: number
  readonly unrecognised: number
  /** Lines without a header of their own: they continue the line before. */
  readonly continuations: number
  /**
   * Unrecognised lines by their shape, the most frequent first, at most 50. A shape holds the fixed words of a line and
   * can be sent to others; a sample is a line of the log (of more than 1000 characters the first, and `…`), and is for
   * those who may read it.
   */
  readonly shapes: readonly { readonly shape: string; readonly count: number; readonly sample: string }[]
}
