import type { Gateway } from './gateway.ts'
import { info, type Line, type Ticket, ticket } from './line.ts'

/** A server that connects to us, as the gateway sees it. `host` 'unknown': it has no PTR. */
export interface Peer {
  readonly ip: string
  readonly host: string
  readonly verified: 'yes' | 'no'
  /** As the log writes it: `3.4`, `-6.3`, `None`. */
  readonly sbrs: string
  readonly country: string
}

/** One connection into a listener. */
export interface Talk {
  readonly gateway: Gateway
  readonly peer: Peer
  readonly icid: Ticket
}

/** One mail, as its sender offers it. */
export interface Mail {
  readonly mid: Ticket
  readonly mailFrom: string
  readonly rcptTo: readonly string[]
  readonly subject: string
  /** Without its brackets. */
  readonly messageId: string
  readonly bytes: number
  /** The domain of the header From; that of the envelope sender where it is not given. */
  readonly headerFrom: string
  readonly spf: 'Pass' | 'Fail' | 'SoftFail' | 'None'
  readonly dkim: 'pass' | 'permfail' | 'none'
}

export function talk(gateway: Gateway, peer: Peer): Talk {
  return { gateway, peer, icid: ticket('icid') }
}

export function domainOf(address: string): string {
  return address.slice(address.lastIndexOf('@') + 1)
}

/** A mail with everything in order, but for what is said otherwise. */
export function mail(said: Pick<Mail, 'mailFrom' | 'rcptTo' | 'subject' | 'messageId'> & Partial<Mail>): Mail {
  const headerFrom = domainOf(said.mailFrom).toLowerCase()
  return { mid: ticket('mid'), bytes: 18_204, headerFrom, spf: 'Pass', dkim: 'pass', ...said }
}

/** The sender group a reputation score leads to, with the rule that matched: the vendor's default ranges. */
function group(sbrs: string): string {
  const score = Number(sbrs)
  if (Number.isNaN(score)) return 'ACCEPT SG SUSPECTLIST match sbrs[none]'
  if (score < -3) return 'REJECT SG BLOCKED_LIST match sbrs[-10.0:-3.0]'
  if (score < -1) return 'ACCEPT SG SUSPECTLIST match sbrs[-3.0:-1.0]'
  return 'ACCEPT SG UNKNOWNLIST match sbrs[-1.0:10.0]'
}

/** The connection and what the HAT said to it; nothing more (log grammar C1, A1, A2). */
export function connect(at: number, { gateway, peer, icid }: Talk): Line[] {
  const { listener, address } = gateway
  return [
    info(
      at,
    )`New SMTP ICID ${icid} interface ${listener} (${address}) address ${peer.ip} reverse dns host ${peer.host} verified ${peer.verified}`,
    info(at)`ICID ${icid} ${group(peer.sbrs)} SBRS ${peer.sbrs} country ${peer.country}`,
  ]
}

export function startTls(at: number, { icid }: Talk): Line {
  return info(at)`ICID ${icid} TLS success protocol TLSv1.2 cipher ECDHE-RSA-AES256-GCM-SHA384`
}

export function close(at: number, { icid }: Talk): Line {
  return info(at)`ICID ${icid} close`
}

/** What the domain reputation engine is asked (F6): once after MAIL FROM, once more when the header is there. */
function domainsAsked(at: number, { peer }: Talk, { mid, mailFrom }: Mail, headerFrom: string): Line {
  const named = peer.host !== 'unknown'
  const hosts = `reverse DNS host: ${named ? peer.host : 'Not Present'}, helo: ${named ? peer.host : `[${peer.ip}]`}`
  return info(
    at,
  )`MID ${mid} SDR: Domains for which SDR is requested: ${hosts}, env-from: ${domainOf(mailFrom) || 'Not Present'}, header-from: ${headerFrom}, reply-to: Not Present`
}

/** MAIL FROM, accepted (E1, E4). */
export function mailFrom(at: number, talk: Talk, mail: Mail): Line[] {
  return [
    info(at)`Start MID ${mail.mid} ICID ${talk.icid}`,
    info(at)`MID ${mail.mid} ICID ${talk.icid} From: <${mail.mailFrom}>`,
    domainsAsked(at + 0.1, talk, mail, 'Not Present'),
  ]
}

/** RCPT TO, accepted, for each recipient (E5). */
export function rcptTo(at: number, { icid }: Talk, { mid, rcptTo }: Mail): Line[] {
  return rcptTo.map((address, rid) => info(at)`MID ${mid} ICID ${icid} RID ${rid} To: <${address}>`)
}

/** What is known once the header is there: SPF, DKIM, DMARC, Message-ID, Subject (F1 to F6). */
export function header(at: number, talk: Talk, mail: Mail): Line[] {
  const { mid, headerFrom } = mail
  const envelopeDomain = domainOf(mail.mailFrom)
  const spfAligned = mail.spf === 'Pass' && envelopeDomain.toLowerCase().endsWith(headerFrom)
  const dkimAligned = mail.dkim === 'pass'
  const result = spfAligned || dkimAligned ? 'pass' : 'fail'
  const aligned = `SPF aligned ${spfAligned ? 'True' : 'False'}, DKIM aligned ${dkimAligned ? 'True' : 'False'}`
  const identity =
    mail.mailFrom === '' ? `helo identity postmaster@${talk.peer.host}` : `mailfrom identity ${mail.mailFrom}`
  const lines = [info(at)`MID ${mid} SPF: ${identity} ${mail.spf}${mail.spf === 'None' ? '' : ' (v=spf1)'}`]
  if (mail.dkim === 'pass') {
    lines.push(info(at)`MID ${mid} DKIM: pass signature verified (d=${headerFrom} s=mail i=@${headerFrom})`)
  }
  if (mail.dkim === 'permfail') {
    lines.push(info(at)`MID ${mid} DKIM: permfail body hash did not verify (d=${headerFrom} s=mail i=@${headerFrom})`)
  }
  lines.push(
    info(at)`MID ${mid} DMARC: Message from domain ${headerFrom}, DMARC ${result} (${aligned})`,
    info(at)`MID ${mid} DMARC: Verification ${result}ed`,
    info(at)`MID ${mid} Message-ID '<${mail.messageId}>'`,
    info(at)`MID ${mid} Subject "${mail.subject}"`,
    domainsAsked(at, talk, mail, headerFrom),
    info(
      at,
    )`MID ${mid} SDR: Consolidated Sender Threat Level: Neutral, Threat Category: N/A, Suspected Domain(s) : N/A (other reasons for verdict). Sender Maturity: 30 days (or greater) for domain: ${headerFrom}`,
  )
  return lines
}

/** The end of the data: from here the gateway is responsible (D1). */
export function ready(at: number, { mid, bytes, mailFrom }: Mail): Line {
  return info(at)`MID ${mid} ready ${bytes} bytes from <${mailFrom}>`
}

/** A connection that brings one mail, from connect to close, in about three seconds. */
export function injected(at: number, talk: Talk, mail: Mail): Line[] {
  return [
    ...connect(at, talk),
    startTls(at + 0.4, talk),
    ...mailFrom(at + 0.7, talk, mail),
    ...rcptTo(at + 1, talk, mail),
    ...header(at + 1.5, talk, mail),
    ready(at + 1.8, mail),
    close(at + 3.1, talk),
  ]
}
