import { mail } from '../dialogue.ts'
import { esa2 } from '../gateway.ts'
import { defineIncident, goodPeer } from '../incident.ts'
import { hours, info, minutes } from '../line.ts'
import { taken } from '../whole-mail.ts'
import { dial, finished, hangUp, offer, queued, way } from '../work-queue.ts'
import { published } from '../zone.ts'

const PEER = goodPeer('mail.foxglove.example', '203.0.113.101', '2.7', 'Portugal')

/** Bounced by the next hop (B4), and the sender told so by a notice with a MID of its own (B9). */
export const nextHopRefuses = defineIncident({
  domain: 'foxglove.example',
  cause: 'next-hop-refuses',
  title: 'The mail server inside has no such mailbox',
  question: "why didn't mail from foxglove.example to retired@example.org arrive?",
  zone: published({ domain: 'foxglove.example', host: PEER.host, ip: PEER.ip }),
  scenes() {
    const [sender, to] = ['mia@foxglove.example', 'retired@example.org']
    const letter = mail({
      mailFrom: sender,
      rcptTo: [to],
      subject: 'Reunion in spring',
      messageId: 'reunion@foxglove.example',
    })
    const notice = mail({ mailFrom: '', rcptTo: [sender], subject: '', messageId: '', headerFrom: 'mx2.example.org' })
    const at = -hours(4) - minutes(50)
    const [out, back] = [way(esa2), way(esa2, PEER.ip)]
    return {
      esa2: [
        ...taken(at, esa2, PEER, letter),
        ...dial(at + 5, out),
        offer(at + 5.3, out, letter),
        info(
          at + 6,
        )`Bounced: DCID ${out.dcid} MID ${letter.mid} From: <${sender}> To: <${to}> RID 0 - 5.1.0 - Unknown address error ('550', ['5.1.10 Recipient not found by SMTP address lookup'])`,
        info(at + 6.1)`MID ${notice.mid} was generated for bounce of MID ${letter.mid}`,
        info(at + 6.1)`Start MID ${notice.mid} ICID 0`,
        info(at + 6.1)`MID ${notice.mid} ICID 0 From: <>`,
        info(at + 6.1)`MID ${notice.mid} ICID 0 RID 0 To: <${sender}>`,
        queued(at + 6.2, notice),
        finished(at + 6.2, letter),
        hangUp(at + 11, out),
        ...dial(at + 7, back),
        offer(at + 7.3, back, notice),
        info(at + 8)`Message done DCID ${back.dcid} MID ${notice.mid} to RID [0] `,
        info(at + 8)`MID ${notice.mid} RID [0] Response '2.0.0 Ok: queued as 4XJ2c91'`,
        finished(at + 8.1, notice),
        hangUp(at + 13, back),
      ],
    }
  },
})
