import { type Cef, cefIds } from './cef.ts'
import type { Told } from './retold.ts'

/** Whether a message went out: `deviceDirection` is 0 inwards and 1 outwards. */
function isOutward({ fields }: Cef): boolean {
  return fields.deviceDirection === '1'
}

/** What a consolidated event tells of the connection: who came, and the sender group. A message came of it, so it was let in. */
export function* beginningOf(cef: Cef): Iterable<Told> {
  const { fields, labelled } = cef
  const icid = cefIds(cef).icid ?? 0
  const ip = fields.src ?? fields.sourceAddress
  const host = fields.shost ?? fields.sourceHostName
  const door = fields.deviceInboundInterface ?? fields.deviceOutboundInterface
  if (ip && isWord(ip)) {
    yield {
      form: 'injection-start',
      fields: { icid, interface: door ?? '?', ip, ...(host !== undefined && isWord(host) && { host }) },
    }
  }
  const group = fields.ESASenderGroup
  if (group) {
    const sbrs = labelled.SBRSScore
    const country = labelled.SenderCountry
    yield {
      form: 'hat-decision',
      fields: {
        icid,
        action: isOutward(cef) ? 'RELAY' : 'ACCEPT',
        senderGroup: group,
        ...(sbrs !== undefined && { sbrs }),
        ...(country !== undefined && { country }),
      },
    }
  }
}

function isWord(text: string): boolean {
  return text !== '' && !/\s/.test(text)
}

/** What a consolidated event tells of the message itself: its envelope, its headers, what SPF and DMARC said of it. */
export function headersIn(cef: Cef, mid: number): readonly Told[] {
  const { fields, labelled } = cef
  const told: Told[] = []
  const mailFrom = fields.suser?.replace(/^<|>$/g, '')
  const known = cefIds(cef).icid
  const icid = known ?? 0
  // ICID 0: made on the gateway. Where none is told, nobody knows.
  if (known !== null) told.push({ form: 'message-start', fields: { mid, icid } })
  if (mailFrom !== undefined) told.push({ form: 'envelope-sender', fields: { mid, icid, mailFrom } })
  const headerFrom = domainIn(fields.ESAFriendlyFrom)
  if (headerFrom) {
    const [helo, mailFromDomain] = [fields.ESAHeloDomain ?? '', domainIn(mailFrom) ?? '']
    const domains = { host: '', helo, mailFromDomain, headerFromDomain: headerFrom, replyToDomain: '' }
    told.push({ form: 'sdr-domains', fields: { mid, ...domains } })
  }
  const messageId = labelled.ExternalMsgID?.replace(/^<+|>+$/g, '')
  if (messageId) told.push({ form: 'message-id', fields: { mid, messageId } })
  if (fields.msg) told.push({ form: 'subject', fields: { mid, subject: fields.msg } })
  const spf = spfIn(fields.ESASPFVerdict)
  if (spf)
    told.push({
      form: 'spf',
      fields: { mid, identity: 'mailfrom', address: spf.sender ?? mailFrom ?? '', result: spf.result },
    })
  const dmarc = dmarcIn(fields.ESADMARCVerdict)
  if (dmarc) {
    const domain = headerFrom ?? domainIn(mailFrom) ?? ''
    told.push({ form: 'dmarc', fields: { mid, domain, result: dmarc, spfAligned: '?', dkimAligned: '?' } })
  }
  const bytes = fields.ESAMsgSize
  if (fields.act !== 'ABORTED' && bytes && /^\d{1,15}$/.test(bytes)) {
    told.push({ form: 'message-ready', fields: { mid, bytes: Number(bytes), mailFrom: mailFrom ?? '' } })
  }
  if (labelled.MailPolicy) {
    const table = isOutward(cef) ? 'outbound' : 'inbound'
    told.push({ form: 'policy-match', fields: { mid, policy: labelled.MailPolicy, table } })
  }
  return told
}

/** `Alice <alice@example.com>` or the address alone. */
function domainIn(address: string | undefined): string | null {
  return address?.match(/@([A-Za-z0-9.-]{1,253})>?$/)?.[1]?.toLowerCase() ?? null
}

/** `{'mailfrom': {'result': 'Fail', 'sender': 'a@b'}, …}`; the first releases write `Fail` alone. */
function spfIn(verdict: string | undefined): { readonly result: string; readonly sender?: string } | null {
  if (!verdict) return null
  if (/^[A-Za-z]+$/.test(verdict)) return { result: verdict }
  const [, result, sender] = verdict.match(/'mailfrom': \{'result': '([A-Za-z]+)', 'sender': '([^'\\\s]{0,320})'/) ?? []
  return result === undefined ? null : { result, ...(sender ? { sender } : {}) }
}

/** `pass` and `Skipped` were seen in real lines, `PermFailure` in a sample; a temporary failure is neither. */
function dmarcIn(verdict: string | undefined): 'pass' | 'fail' | null {
  if (/^(pass|success)/i.test(verdict ?? '')) return 'pass'
  return /^(perm ?)?fail/i.test(verdict ?? '') ? 'fail' : null
}

/** What the engines found. */
export function verdictsIn({ fields }: Cef, mid: number): readonly Told[] {
  const told: Told[] = []
  const [spam, virus, outbreak] = [fields.ESAASVerdict, fields.ESAAVVerdict, fields.ESAOFVerdict]
  if (isVerdict(spam)) {
    told.push({ form: 'case-verdict', fields: { mid, engine: 'CASE', verdict: `spam ${spam.toLowerCase()}` } })
  }
  if (isVerdict(virus)) told.push({ form: 'antivirus', fields: { mid, verdict: virus.toLowerCase() } })
  // A file that is not known has this in nearly every line; the mail log has it for one that is still looked into.
  if (isVerdict(fields.ESAAMPVerdict) && fields.ESAAMPVerdict !== 'UNKNOWN')
    told.push({ form: 'amp', fields: { mid, verdict: fields.ESAAMPVerdict } })
  if (isVerdict(outbreak)) told.push({ form: 'outbreak', fields: { mid, verdict: outbreak.toLowerCase() } })
  return told
}

const unsaid = /^(-|SKIPPED|NONE|NOT[_ ]EVALUATED)?$/i

/** Whether an engine looked at the message, and said something. */
export function isVerdict(value: string | undefined): value is string {
  return value !== undefined && /^[A-Za-z_ ]{1,40}$/.test(value) && !unsaid.test(value)
}
