import type { Window } from '../correlator/ids.ts'
import { type Entity, entitiesIn } from './entities.ts'
import { parseQuestion, type Reading } from './parse.ts'

/** What a complaint or a pasted bounce tells of a mail; null for what it does not. */
export interface Complaint {
  /** An address, a domain or an IP address; lower case. */
  readonly sender: string | null
  readonly recipient: string | null
  /** The stretch in which it must have come. */
  readonly window: Window | null
}

/** Longest text that is read: a bounce with the headers of its mail, not the mail. */
const longest = 20_000

/**
 * Reads what somebody wrote of a mail that did not arrive: a sentence, the header of a mail, or a bounce as Postfix,
 * Exchange, Gmail and others word it (RFC 3464 section 2.3 for the fields of a report). In: text without Slack's markup.
 * Out: who it was from, whom it was for, and when, as far as it says so; what is only guessed stays null. Never throws.
 */
export function readComplaint(written: string, reading: Reading): Complaint {
  const text = written.slice(0, longest)
  const fields = fieldsIn(text)
  const bounce = fields.length > 0 || bounceWords.test(text)
  if (!bounce) return fromSentence(text, reading)
  const mailboxes = mailboxesIn(text)
  const recipient =
    recipientOfReport(fields) ??
    returnedTo(text) ??
    recipientOfMail(fields) ??
    mailboxes.find((name) => isOurs(name, reading.domains))
  const sender = senderIn(fields, recipient ?? null) ?? onlyOther(mailboxes, recipient ?? null)
  return {
    sender: sender ?? null,
    recipient: recipient ?? null,
    window: around(timeOf(fields, reading.now), reading.now),
  }
}

const hour = 3_600_000

/** A mail may be late, and clocks differ: from an hour before it was sent to a day after. */
function around(at: number | null, now: number): Window | null {
  return at === null ? null : { from: at - hour, to: Math.min(now, at + 24 * hour) }
}

interface Field {
  readonly name: string
  readonly value: string
}

const senderNames =
  /^(?:from|sender|return-path|x-postfix-sender|sender address|von|de|expéditeur|van|afzender|差出人|送信者)$/
const recipientNames =
  /^(?:final-recipient|original-recipient|x-failed-recipients|recipient address|to|an|à|destinataire|aan|ontvanger|宛先)$/
const timeNames = /^(?:arrival-date|date|sent|last-attempt-date|gesendet|envoyé|verzonden|送信日時)$/
const knownNames = [senderNames, recipientNames, timeNames]

/** Words by which a bounce is told from a sentence that a person wrote. */
const bounceWords =
  /\b(?:delivery status notification|undeliver(?:ed|able)|delivery (?:has )?failed|mail delivery (?:system|subsystem|failed)|mailer-daemon|could ?n[o']t be delivered|wasn't delivered|diagnostic-code|this is the mail system|remote server returned|550[ -]|554[ -]|5\.\d\.\d)/i

/** `Name: value`, quoted by `>` or not, one a line. */
function fieldsIn(text: string): readonly Field[] {
  const fields: Field[] = []
  for (const line of text.split('\n', 400)) {
    const found = /^[>\s*]{0,8}([\p{L}][\p{L} -]{0,30})\s?[:：]\s?(.{1,400})$/u.exec(line.trimEnd())
    const name = found?.[1]?.toLowerCase().trim() ?? ''
    if (found?.[2] && knownNames.some((known) => known.test(name))) fields.push({ name, value: found[2] })
  }
  return fields
}

const reportNames = /^(?:final-recipient|original-recipient|x-failed-recipients|recipient address)$/

function recipientOfReport(fields: readonly Field[]): string | undefined {
  return fields.filter(({ name }) => reportNames.test(name)).flatMap(({ value }) => mailboxesIn(value))[0]
}

/** Whom the mail was for; the header of a bounce names who sent it instead. */
function recipientOfMail(fields: readonly Field[]): string | undefined {
  const isFromRobot = fields
    .filter(({ name }) => senderNames.test(name))
    .every(({ value }) => mailboxesIn(value).every(isRobot))
  const to = fields.filter(({ name }) => recipientNames.test(name) && !reportNames.test(name))
  return isFromRobot ? undefined : to.toReversed().flatMap(({ value }) => mailboxesIn(value))[0]
}

/** The last one that is no robot: the bounce's own header comes first, that of the mail after it. */
function senderIn(fields: readonly Field[], recipient: string | null): string | undefined {
  const named = fields.filter(({ name }) => senderNames.test(name)).toReversed()
  const sender = named.flatMap(({ value }) => mailboxesIn(value)).find((name) => !isRobot(name))
  if (sender !== undefined) return sender
  // A bounce goes to who sent the mail.
  const to = fields.filter(({ name }) => recipientNames.test(name)).flatMap(({ value }) => mailboxesIn(value))
  return named.length > 0 ? to.find((name) => name !== recipient) : undefined
}

/** Whom the prose of a bounce names: `<bob@example.org>: host …`, `Your message to bob@example.org couldn't …`. */
function returnedTo(text: string): string | undefined {
  const found =
    /<([^\s<>@]{1,64}@[^\s<>@]{1,250})>:? ?(?:host|\()/i.exec(text) ??
    /\b(?:message|mail) (?:to|for) <?([^\s<>@]{1,64}@[^\s<>@,]{1,250})>?/i.exec(text) ??
    /\bdelivered to <?([^\s<>@]{1,64}@[^\s<>@,]{1,250}?)>?[\s,.]/i.exec(text)
  return found?.[1] === undefined ? undefined : mailboxesIn(found[1])[0]
}

function onlyOther(mailboxes: readonly string[], recipient: string | null): string | undefined {
  const others = [...new Set(mailboxes)].filter((name) => name !== recipient && !isRobot(name))
  return others.length === 1 ? others[0] : undefined
}

/** A date with its offset, as headers and reports have it (RFC 5322 section 3.3); never one to come. */
function timeOf(fields: readonly Field[], now: number): number | null {
  const times = fields
    .filter(({ name }) => timeNames.test(name))
    .map(({ value }) =>
      /[+-]\d{4}|GMT|UTC|Z\b/.test(value) ? Date.parse(value.replace(/\([^)]*\)/g, '')) : Number.NaN,
    )
  return times.find((at) => Number.isFinite(at) && at <= now && at > 0) ?? null
}

function fromSentence(text: string, reading: Reading): Complaint {
  const understood = parseQuestion(text, reading)
  if (understood.kind !== 'question') {
    const only = understood.why === 'no-sender' ? understood.word : null
    return { sender: null, recipient: only, window: null }
  }
  const { about, recipient, windowStated, window } = understood.question
  const sender = 'address' in about ? about.address : 'domain' in about ? about.domain : 'ip' in about ? about.ip : null
  return { sender, recipient, window: windowStated ? window : null }
}

function mailboxesIn(text: string): readonly string[] {
  const found = entitiesIn(text.slice(0, 4_000), 'en')
  return found.filter(isAddress).map(({ value }) => value)
}

function isAddress({ kind }: Entity): boolean {
  return kind === 'address'
}

function isRobot(mailbox: string): boolean {
  return /^(?:mailer-daemon|postmaster|microsoftexchange[0-9a-f]*|no-?reply|mail-daemon)@/.test(mailbox)
}

function isOurs(mailbox: string, domains: readonly string[]): boolean {
  return domains.some((own) => mailbox.endsWith(`@${own}`) || mailbox.endsWith(`.${own}`))
}
