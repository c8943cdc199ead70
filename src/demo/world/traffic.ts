import type { Cast, Sender } from './cast.ts'
import {
  close,
  connect,
  header,
  type Mail,
  mail,
  mailFrom,
  rcptTo,
  ready,
  startTls,
  type Talk,
  talk,
} from './dialogue.ts'
import { archived, drawFate, type OrdinaryFate, type Road, workQueueOn } from './fate.ts'
import type { Gateway } from './gateway.ts'
import { info, type Line, ticket } from './line.ts'
import type { Random } from './random.ts'
import { finished } from './work-queue.ts'

/** The stream of ordinary mail through one gateway. */
export interface Traffic {
  readonly random: Random
  readonly gateway: Gateway
  readonly cast: Cast
  readonly road: Road
}

/** One connection of the stream: its lines, and the truth about what was in it. */
export interface Told {
  readonly lines: readonly Line[]
  readonly refused: boolean
  readonly mails: readonly { readonly mail: Mail; readonly fate: OrdinaryFate | 'generated' }[]
}

const REFUSED = 0.316
const UPPER_CASE = 0.04
const NULL_SENDER = 0.01
const COPIED = 0.04
const LOCAL_PARTS = ['office', 'news', 'orders', 'kim.lee', 'j.doe', 'no-reply', 'team', 'accounts']
const SUBJECTS = [
  'Minutes of our meeting',
  'Re: quotation',
  'Your order has been sent',
  'Newsletter: what is new in spring',
  'Invoice',
  'Re: Re: lunch on Thursday?',
  'Einladung für Dienstag, 14 Uhr',
  'Compte rendu de la réunion',
  'A very long title that was folded\\r\\n over two lines',
  '予定の変更について',
]

/** The same domain, as some senders write it. */
function asWritten(random: Random, domain: string): string {
  if (!random.chance(UPPER_CASE)) return domain
  return random.chance(0.5) ? domain.toUpperCase() : domain.charAt(0).toUpperCase() + domain.slice(1)
}

/** One to four of them; a mail that will bounce is for somebody whose mailbox is gone. */
function recipients({ random, cast }: Traffic, fate: OrdinaryFate): string[] {
  if (fate === 'bounced') return ['left.last.year@example.org']
  const chosen = new Set<string>()
  for (let left = random.chance(0.85) ? 1 : 2 + random.below(3); left > 0; left--) chosen.add(cast.recipient(random))
  return [...chosen]
}

function letter(traffic: Traffic, { domain }: Sender, fate: OrdinaryFate): Mail {
  const { random } = traffic
  const number = 1000 + random.below(9000)
  return mail({
    mailFrom: random.chance(NULL_SENDER) ? '' : `${random.pick(LOCAL_PARTS)}@${asWritten(random, domain)}`,
    rcptTo: recipients(traffic, fate),
    subject: `${random.pick(SUBJECTS)} ${number}`,
    messageId: `${random.token(12)}.${number}@${domain}`,
    bytes: 1200 + random.below(random.chance(0.1) ? 4_000_000 : 80_000),
    headerFrom: domain,
    spf: random.chance(0.95) ? 'Pass' : random.pick(['SoftFail', 'None']),
    dkim: random.chance(0.9) ? 'pass' : 'none',
  })
}

/** The connection goes before the data is whole. */
function brokenOff(at: number, { icid }: Talk, offered: Mail): Line[] {
  return [
    info(at)`ICID ${icid} lost`,
    info(at)`Message aborted MID ${offered.mid} Receiving aborted`,
    finished(at, offered, 'aborted'),
  ]
}

/** One more connection of the stream, beginning at that second: refused at the door, or with one to a few messages. */
export function connection(traffic: Traffic, at: number): Told {
  const { random, gateway, cast, road } = traffic
  if (random.chance(REFUSED)) {
    const visit = talk(gateway, cast.stranger(random))
    return { lines: [...connect(at, visit), close(at + 0.3, visit)], refused: true, mails: [] }
  }
  const sender = cast.sender(random)
  const visit = talk(gateway, sender.peer)
  const lines = [...connect(at, visit), startTls(at + 0.4, visit)]
  const mails: Told['mails'][number][] = []
  let time = at + 0.7
  for (let left = random.chance(0.72) ? 1 : 2 + random.below(2); left > 0; left--) {
    const fate = drawFate(random)
    const offered = letter(traffic, sender, fate)
    mails.push({ mail: offered, fate })
    lines.push(...mailFrom(time, visit, offered), ...rcptTo(time + 0.2, visit, offered))
    if (fate === 'aborted') {
      time += random.between(2, 60)
      lines.push(...brokenOff(time, visit, offered))
      break
    }
    const end = time + random.between(0.5, 4)
    lines.push(...header(end - 0.2, visit, offered), ready(end, offered))
    const queue = end + random.between(0.2, 2)
    lines.push(...workQueueOn(random, gateway, road, queue, offered, fate))
    if (fate === 'delivered' && random.chance(COPIED)) {
      const copy = mail({ ...offered, mid: ticket('mid'), rcptTo: ['archive@example.org'] })
      mails.push({ mail: copy, fate: 'generated' })
      lines.push(...archived(random, gateway, road, queue + 0.6, offered, copy))
    }
    time = end + random.between(0.2, 1.5)
  }
  lines.push(close(time + 0.4, visit))
  return { lines, refused: false, mails }
}
