import { close, mail, talk } from '../dialogue.ts'
import { esa1 } from '../gateway.ts'
import { defineIncident, goodPeer } from '../incident.ts'
import { hours, info, type Line, minutes } from '../line.ts'
import { begun } from '../whole-mail.ts'
import { finished } from '../work-queue.ts'
import { published } from '../zone.ts'

const PEER = goodPeer('mail.pinecrest.example', '203.0.113.77', '2.4', 'Italy')

/** The size line names the connection only; the message that was being offered ends as aborted (D5, D6). */
function tooBig(at: number, reason: string): Line[] {
  const visit = talk(esa1, PEER)
  const offered = mail({ mailFrom: 'plans@pinecrest.example', rcptTo: ['dan@example.org'], subject: '', messageId: '' })
  return [
    ...begun(at, visit, offered),
    info(at + 9)`ICID ${visit.icid} Receiving Failed: ${reason}`,
    info(at + 9.1)`Message aborted MID ${offered.mid} Receiving aborted`,
    finished(at + 9.1, offered, 'aborted'),
    close(at + 9.5, visit),
  ]
}

export const tooBigMessage = defineIncident({
  domain: 'pinecrest.example',
  cause: 'message-too-big',
  title: 'Larger than we take',
  question: "why didn't mail from plans@pinecrest.example to dan@example.org arrive?",
  zone: published({ domain: 'pinecrest.example', host: PEER.host, ip: PEER.ip }),
  scenes: () => ({
    esa1: [
      ...tooBig(-hours(7), 'Message size exceeds limit'),
      ...tooBig(-hours(6) - minutes(40), 'Message >2X Max Size. Entering Denial-of-Service tarpit mode'),
    ],
  }),
})
