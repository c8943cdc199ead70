import { type Cef, cefIds } from './cef.ts'
import { recognise } from './dispatch.ts'
import type { Told } from './retold.ts'
import { isVerdict } from './retold-cef.ts'

/** What became of a message, and whether these very words were seen in a real log or on a vendor's page. */
export interface Ending {
  readonly told: Told
  readonly isSeen: boolean
}

/**
 * What a consolidated event says became of its message, by `act` and `ESAFinalActionDetails`. Seen are `DELIVERED`,
 * `QUARANTINED` with `To POLICY`, `DQ` with `Message held temporarily in Delay Quarantine`, `ABORTED` with `Receiving
 * aborted by sender`, and `BOUNCED` with `5.1.0 - Unknown address error`. `DROPPED` is documented, and no line with it was
 * seen. Null where the line tells nothing that can be put in the mail log's words.
 */
export function endingOf(cef: Cef, mid: number, rids: readonly number[]): Ending | null {
  const { fields } = cef
  const details = fields.ESAFinalActionDetails ?? ''
  switch (fields.act?.toUpperCase()) {
    case 'DELIVERED':
      // Whether one line of several recipients speaks for each of them was not seen; nor what is written where a spam
      // quarantine on another appliance took it, which the mail log calls delivered as well (row Q2).
      return {
        told: { form: 'delivery-done', fields: { dcid: cefIds(cef).dcid ?? 0, mid, rids } },
        isSeen: rids.length === 1 && !/^(POSITIVE|SUSPECT)/i.test(fields.ESAASVerdict ?? ''),
      }
    case 'QUARANTINED':
      return heldBy(details, mid)
    case 'DQ':
      return {
        told: delayed(cef, details, mid),
        isSeen: /^Message held temporarily in Delay Quarantine$/i.test(details),
      }
    case 'DROPPED':
      return droppedBy(cef, details, mid)
    case 'BOUNCED':
      return bouncedBy(cef, details, mid, rids)
    case 'ABORTED':
    case 'REJECTED':
      return overLimit(cef) ?? abortedBy(details, mid)
    default:
      return fields.act === undefined && fields.ESAStatus === 'QUEUED'
        ? { told: { form: 'message-queued', fields: { mid } }, isSeen: true }
        : null
  }
}

/** `To POLICY`: the quarantine's name. */
function heldBy(details: string, mid: number): Ending {
  const quarantine = details.match(/^To (.{1,100})$/i)?.[1] ?? '?'
  if (/^(spam|i(ron)?port )?(spam|isq|euq)( quarantine)?$/i.test(quarantine)) {
    return { told: { form: 'spam-quarantined', fields: { mid } }, isSeen: false }
  }
  // Written in capitals here; the mail log writes the names of those that are built in like names.
  const named = /^(policy|virus|outbreak)$/i.test(quarantine)
    ? quarantine.slice(0, 1).toUpperCase() + quarantine.slice(1).toLowerCase()
    : quarantine
  return { told: { form: 'quarantined', fields: { mid, quarantine: named } }, isSeen: /^policy$/i.test(quarantine) }
}

/** Held by the gateway for a while: another line of the same message follows. */
function delayed({ fields }: Cef, details: string, mid: number): Told {
  const quarantine = /delay quarantine/i.test(details) ? 'Delay Quarantine' : '?'
  const reason = fields.ESAAMPVerdict === 'FA_PENDING' ? 'File Analysis' : undefined
  return { form: 'quarantined', fields: { mid, quarantine, ...(reason && { reason }) } }
}

/** The work queue in its order, by the keys that tell what each engine found; and what the mail log calls it. */
const engines: readonly (readonly [key: string, by: string | null, found: RegExp])[] = [
  ['ESAMFVerdict', null, /^MATCH$/i],
  ['ESAASVerdict', 'CASE', /^(POSITIVE|SUSPECT)/i],
  ['ESAAVVerdict', 'antivirus', /^(POSITIVE|VIRAL|ENCRYPTED|UNSCANNABLE|REPAIRED)/i],
  ['ESAAMPVerdict', 'amp', /^(POSITIVE|MALICIOUS|UNSCANNABLE)/i],
  ['ESAGMVerdict', 'graymail', /^POSITIVE/i],
  ['ESACFVerdict', null, /^MATCH$/i],
  ['ESAOFVerdict', null, /^POSITIVE/i],
  ['ESADLPVerdict', 'DLP', /^VIOLATION/i],
]

/**
 * The engine that stopped a message: the last that looked at it, if it found something, since none after it was asked.
 * A filter has a name, which is not told; so it is not named.
 */
function stoppedBy({ fields }: Cef): string | null {
  const asked = engines.filter(([key]) => isVerdict(fields[key]) && fields[key] !== 'UNKNOWN')
  const [key, by, found] = asked.at(-1) ?? []
  return key && by && found?.test(fields[key] ?? '') ? by : null
}

function droppedBy(cef: Cef, details: string, mid: number): Ending {
  const worded = inMailLog(`Message aborted MID ${mid} ${details}`, ['message-dropped'])
  if (worded) return worded
  return { told: { form: 'message-dropped', fields: { mid, by: stoppedBy(cef) ?? '?' } }, isSeen: false }
}

/** `5.1.0 - Unknown address error`: our own word for it. The next server's words are not told, so nothing is certain. */
function bouncedBy(cef: Cef, details: string, mid: number, rids: readonly number[]): Ending {
  const worded = inMailLog(`Message aborted MID ${mid} ${details}`, ['message-bounced'])
  if (worded) return worded
  const [, status, text] = details.match(/^([45]\.\d{1,3}\.\d{1,3}) - (.{1,200})$/) ?? []
  const [rid = 0] = rids
  const [mailFrom, rcptTo] = [cef.fields.suser, cef.fields.duser?.split(';')[0]]
  if (status === undefined || text === undefined) {
    return { told: { form: 'message-bounced', fields: { mid, by: stoppedBy(cef) ?? '?' } }, isSeen: false }
  }
  const fields = {
    ...{ dcid: cefIds(cef).dcid ?? 0, mid, rid, status, text, code: '', reply: '' },
    ...(mailFrom !== undefined && { mailFrom }),
    ...(rcptTo !== undefined && { rcptTo }),
  }
  return { told: { form: 'delivery-bounced', fields }, isSeen: false }
}

/**
 * A limit of ours that a key of the line names, on a message that was not taken: too big, an address that is taken to guess
 * at recipients, an address that sends too much. Of their values `true` and an address are documented, and in no line
 * seen; so the key itself is given as the reason. An address that is not the sender's explains nothing of it.
 */
function overLimit(cef: Cef): Ending | null {
  const { fields } = cef
  const ip = (fields.src ?? fields.sourceAddress)?.toLowerCase()
  const isOwn = (address: string | undefined) => ip !== undefined && address?.toLowerCase() === ip
  const key = limits.find((name) => (name === tooBig ? /^true$/i.test(fields[name] ?? '') : isOwn(fields[name])))
  if (key === undefined) return null
  return {
    told: { form: 'receiving-failed', fields: { icid: cefIds(cef).icid ?? 0, reason: `${key}=${fields[key]}` } },
    isSeen: false,
  }
}

const tooBig = 'ESAMsgTooBigFromSender'
const limits = [tooBig, 'ESADHASource', 'ESARateLimitedIP'] as const

function abortedBy(details: string, mid: number): Ending {
  const worded = inMailLog(`Message aborted MID ${mid} ${details}`, [
    'receiving-aborted-by-sender',
    'receiving-aborted',
    'message-dropped',
    'message-bounced',
  ])
  if (worded) return { ...worded, isSeen: worded.told.form === 'receiving-aborted-by-sender' }
  return { told: { form: 'receiving-aborted', fields: { mid } }, isSeen: false }
}

/** The reason as the mail log would write it, where it is one of these forms. */
function inMailLog(message: string, forms: readonly Told['form'][]): Ending | null {
  const known = recognise(message)
  if (!known || !forms.includes(known.form as Told['form'])) return null
  return { told: known as unknown as Told, isSeen: false }
}
