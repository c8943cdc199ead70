import { type Mail, mail } from '../dialogue.ts'
import { esa1, esa2 } from '../gateway.ts'
import { defineIncident } from '../incident.ts'
import { days, hours, info, type Line, minutes } from '../line.ts'
import { relayed } from '../relayed.ts'
import { dial, finished, hangUp, offer, wayOut } from '../work-queue.ts'
import { published } from '../zone.ts'

/** Mail of our own people to other houses. */

const PARTNER = { domain: 'kestrelworks.example', host: 'mx.kestrelworks.example', ip: '203.0.113.213' }

/** Their server answers 4xx, and our mail waits for the time told (B1, U2). */
function deferred(at: number, letter: Mail, wait: number): Line[] {
  const out = wayOut(esa2, PARTNER.ip)
  const { mid, mailFrom, rcptTo } = letter
  return [
    ...dial(at, out),
    offer(at + 0.3, out, letter),
    info(
      at + 0.8,
    )`Delayed: DCID ${out.dcid} MID ${mid} From: <${mailFrom}> To: <${rcptTo[0] ?? ''}> RID 0 - 4.3.2 - Not accepting messages at this time ('451', ['4.7.1 Greylisting in action, please come back later'])`,
    info(at + 0.8)`Message ${mid} to RID [0] pending till ${{ time: at + wait }}`,
    hangUp(at + 5, out),
  ]
}

/** It was taken there at once, three days ago. */
function taken(at: number, letter: Mail): Line[] {
  const out = wayOut(esa1, PARTNER.ip)
  const { mid } = letter
  return [
    ...dial(at, out),
    offer(at + 0.3, out, letter),
    info(at + 0.8)`Message done DCID ${out.dcid} MID ${mid} to RID [0] `,
    info(at + 0.8)`MID ${mid} RID [0] Response '2.0.0 Ok: queued as 4bXk2Q1z7Jz'`,
    finished(at + 0.9, letter),
    hangUp(at + 5, out),
  ]
}

function offered(subject: string, messageId: string): Mail {
  return mail({ mailFrom: 'sales@example.org', rcptTo: ['buying@kestrelworks.example'], subject, messageId })
}

export const ourMailDeferred = defineIncident({
  domain: PARTNER.domain,
  cause: 'next-hop-defers',
  title: 'Our own mail waits: the partner\'s server says "later"',
  question: 'our mail to buying@kestrelworks.example hangs',
  zone: published(PARTNER),
  scenes() {
    const letter = offered('Offer 2231', 'offer.2231@example.org')
    const earlier = offered('Price list', 'prices@example.org')
    const [at, before] = [-minutes(50), -days(3) - hours(2)]
    return {
      esa1: [...relayed(before, esa1, earlier), ...taken(before + 5, earlier)],
      esa2: [
        ...relayed(at, esa2, letter),
        ...deferred(at + 5, letter, minutes(10)),
        ...deferred(at + minutes(10) + 6, letter, minutes(60)),
      ],
    }
  },
})

/** The server inside never gave it to a gateway: no line names the recipient, and the logs are whole. */
export const ourMailNeverRelayed = defineIncident({
  domain: 'heronsgate.example',
  cause: 'never-relayed',
  title: 'Our own mail never came out of the house: no gateway was given it',
  question: 'why did lena@heronsgate.example not get our mail?',
  zone: published({ domain: 'heronsgate.example', host: 'mail.heronsgate.example', ip: '203.0.113.217' }),
  scenes: () => ({}),
})
