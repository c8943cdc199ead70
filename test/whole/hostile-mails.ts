import { injected, type Mail, mail, type Peer, talk } from '../../src/demo/world/dialogue.ts'
import { esa1 } from '../../src/demo/world/gateway.ts'
import { goodPeer } from '../../src/demo/world/incident.ts'
import { info, type Line } from '../../src/demo/world/line.ts'
import { arrived } from '../../src/demo/world/whole-mail.ts'
import { finished, passed } from '../../src/demo/world/work-queue.ts'
import { type Pen, write } from '../../src/demo/world/writer.ts'

/** A mail in which the sender wrote something to be taken for something else. */
export interface HostileMail {
  readonly name: string
  readonly domain: string
  /** What a careful administrator says. */
  readonly cause: string
  readonly subject?: string
  readonly peer?: Partial<Peer>
  readonly mailFrom?: string
  readonly messageId?: string
  readonly helo?: string
  readonly fileName?: string
  readonly url?: string
  /** What of it must be readable in the post, so that it is known to have been there. */
  readonly readable?: string
}

/** In a text, the mail's own MID. */
export const ownMid = '@MID@'

const drop = `Message aborted MID ${ownMid} Dropped by CASE`
const mentions = '<!channel> <!here|here> <@U012ABCDE> <#C012ABCDE|general> <!subteam^S012|@ops>'

export const hostileMails: readonly HostileMail[] = [
  { name: 'a Subject that is the drop of its own mail', domain: 'm01.example', cause: 'delivered', subject: drop },
  {
    name: 'a Subject that ends its quotes and goes on as a drop',
    domain: 'm02.example',
    cause: 'delivered',
    subject: `Hello" Info: ${drop}`,
  },
  {
    name: 'a Subject with a whole line behind an escaped line end',
    domain: 'm03.example',
    cause: 'delivered',
    readable: 'Hello\\\\r\\\\nMon Jan  5 09:00:00 2026 Info: Message aborted',
    subject: `Hello\\r\\nMon Jan  5 09:00:00 2026 Info: ${drop}`,
  },
  {
    name: 'a Subject that speaks of another mail',
    domain: 'm04.example',
    cause: 'delivered',
    subject: 'Message aborted MID 9931002 Dropped by antivirus',
    readable: '“Message aborted MID 9931002 Dropped by antivirus”',
  },
  {
    name: 'a Subject with a line end that is none to the gateway',
    domain: 'm05.example',
    cause: 'delivered',
    subject: `Hello\u2028Info: ${drop}\u0085\rInfo: ${drop}\u000b\u000c`,
  },
  {
    name: 'a dropped mail whose Subject says it was delivered',
    domain: 'm06.example',
    cause: 'content-filter-drop',
    subject: `Message done DCID 412700 MID ${ownMid} to RID [0]`,
    fileName: 'order.zip',
  },
  {
    name: 'a Subject that takes on another sender',
    domain: 'm07.example',
    cause: 'delivered',
    subject: `MID ${ownMid} ICID 990001 From: <boss@victim.example>`,
  },
  {
    name: 'a Subject that calls everybody',
    domain: 'm08.example',
    cause: 'delivered',
    subject: mentions,
    readable: mentions,
  },
  {
    name: 'a Subject that leaves its code block',
    domain: 'm09.example',
    cause: 'delivered',
    readable: '“``` ` *bold* _it_ ~no~ > quote :wave: <https://evil.example|https://bank.example>”',
    subject: '``` ` *bold* _it_ ~no~ > quote :wave: <https://evil.example|https://bank.example>',
  },
  {
    name: 'a Subject that turns the text around',
    domain: 'm10.example',
    cause: 'delivered',
    readable: 'invoice \\\\u{202e}fdp.exe',
    subject: 'invoice \u202efdp.exe\u202c \u2066x\u2069 \u200b \u001b[31mred\u001b[0m \u0007',
  },
  {
    name: 'a Subject of 40 kB',
    domain: 'm11.example',
    cause: 'delivered',
    subject: `${'<!channel> '.repeat(3_640)}${drop}`,
  },
  {
    name: 'a reverse DNS name that mentions',
    domain: 'm12.example',
    cause: 'delivered',
    peer: { host: '<!channel>.m12.example', verified: 'no' },
  },
  {
    name: 'a reverse DNS name that speaks on',
    domain: 'm13.example',
    cause: 'delivered',
    peer: { host: 'mx.m13.example verified yes ICID 990001 REJECT SG BLOCKED_LIST match sbrs[-10:-3]', verified: 'no' },
  },
  {
    name: 'a HELO that mentions',
    domain: 'm14.example',
    cause: 'delivered',
    helo: `${mentions}, env-from: victim.example`,
  },
  {
    name: 'a file name that is a line',
    domain: 'm15.example',
    cause: 'content-filter-drop',
    fileName: `<!channel>' Info: Message done DCID 412700 MID ${ownMid} to RID [0] \u202efdp.exe`,
  },
  {
    name: 'a URL that is a line',
    domain: 'm16.example',
    cause: 'delivered',
    url: `http://<!here>.example/?${drop}`,
  },
  {
    name: 'an envelope sender that mentions',
    domain: 'm17.example',
    cause: 'delivered',
    mailFrom: '"<!channel> `x`"@m17.example',
    readable: '<!channel> `x`',
  },
  {
    name: 'a Message-ID that mentions and speaks on',
    domain: 'm18.example',
    cause: 'delivered',
    messageId: `<!channel>' ${drop} @m18.example`,
  },
]

/** The lines of all of these mails, as a gateway one hour ahead of UTC writes them in the last minutes before `now`. */
export function hostileLines(now: number): string[] {
  const pen: Pen = { now, utcOffset: 3600, next: { icid: 990_001, mid: 9_990_001, dcid: 499_001 } }
  return hostileMails
    .flatMap((hostile, place) => linesOf(hostile, -300 + 10 * place, place).map((line) => write(pen, line)))
    .map(withOwnMid)
}

function linesOf(hostile: HostileMail, at: number, place: number): Line[] {
  const { domain, cause } = hostile
  const peer = { ...goodPeer(`mx.${domain}`, `192.0.2.${100 + place}`), ...hostile.peer }
  const letter = mail({
    mailFrom: hostile.mailFrom ?? `alice@${domain}`,
    rcptTo: ['bob@example.org'],
    subject: hostile.subject ?? 'An ordinary one',
    messageId: hostile.messageId ?? `${place}@${domain}`,
  })
  const lines =
    cause === 'delivered' ? arrived(at, esa1, peer, letter, 23_485_000 + place) : stopped(at, peer, letter, hostile)
  const written = [...lines, ...told(at + 1.7, letter, hostile)]
  return written.toSorted((one, other) => one.at - other.at)
}

function stopped(at: number, peer: Peer, letter: Mail, { fileName = '' }: HostileMail): Line[] {
  return [
    ...injected(at, talk(esa1, peer), letter),
    ...passed(at + 3, letter).slice(0, -1),
    info(at + 4)`MID ${letter.mid} attachment '${fileName}'`,
    info(at + 4.1)`Message aborted MID ${letter.mid} Dropped by content filter 'no_archives' in the inbound table`,
    finished(at + 4.2, letter),
  ]
}

function told(at: number, { mid }: Mail, { helo, url }: HostileMail): Line[] {
  const lines: Line[] = []
  if (helo)
    lines.push(
      info(
        at,
      )`MID ${mid} SDR: Domains for which SDR is requested: reverse DNS host: Not Present, helo: ${helo}, env-from: m14.example, header-from: m14.example, reply-to: Not Present`,
    )
  if (url) lines.push(info(at)`MID ${mid} URL ${url} has reputation -9.1 matched Condition: URL Reputation Rule`)
  return lines
}

function withOwnMid(line: string): string {
  const mid = line.match(/ MID (\d+) /)?.[1] ?? ''
  return line.replaceAll(ownMid, mid)
}
