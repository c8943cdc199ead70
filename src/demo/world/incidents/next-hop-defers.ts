import { type Mail, mail } from '../dialogue.ts'
import { esa1 } from '../gateway.ts'
import { defineIncident, goodPeer } from '../incident.ts'
import { hours, info, type Line, minutes } from '../line.ts'
import { taken } from '../whole-mail.ts'
import { dial, hangUp, offer, way } from '../work-queue.ts'
import { published } from '../zone.ts'

const PEER = goodPeer('mail.silverbrook.example', '203.0.113.97', '3.5', 'Switzerland')

/** The next hop answers 4xx, and the mail waits for the time told (B1, U2). */
function deferred(at: number, letter: Mail, wait: number): Line[] {
  const out = way(esa1)
  const { mid, mailFrom, rcptTo } = letter
  return [
    ...dial(at, out),
    offer(at + 0.3, out, letter),
    info(
      at + 0.8,
    )`Delayed: DCID ${out.dcid} MID ${mid} From: <${mailFrom}> To: <${rcptTo[0] ?? ''}> RID 0 - 4.3.2 - Not accepting messages at this time ('452', ['4.3.1 Insufficient system resources'])`,
    info(at + 0.8)`Message ${mid} to RID [0] pending till ${{ time: at + wait }}`,
    hangUp(at + 5, out),
  ]
}

export const nextHopDefers = defineIncident({
  domain: 'silverbrook.example',
  cause: 'next-hop-defers',
  title: 'Taken, and waiting: the mail server inside says "later"',
  question: "why didn't mail from silverbrook.example to bigbox@example.org arrive?",
  chip: true,
  zone: published({ domain: 'silverbrook.example', host: PEER.host, ip: PEER.ip }),
  scenes() {
    const letter = mail({
      mailFrom: 'hugo@silverbrook.example',
      rcptTo: ['bigbox@example.org'],
      subject: 'Drawings, second part',
      messageId: 'drawings.2@silverbrook.example',
      bytes: 9_420_118,
    })
    const at = -hours(2) - minutes(40)
    return {
      esa1: [
        ...taken(at, esa1, PEER, letter),
        ...deferred(at + 5, letter, minutes(15)),
        ...deferred(at + minutes(16), letter, minutes(60)),
        ...deferred(at + minutes(77), letter, minutes(120)),
      ],
    }
  },
})
