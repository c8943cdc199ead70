import { close, mail, type Talk, talk } from '../dialogue.ts'
import { esa1, esa2 } from '../gateway.ts'
import { defineIncident, goodPeer } from '../incident.ts'
import { hours, info, type Line, minutes } from '../line.ts'
import { begun } from '../whole-mail.ts'
import { finished } from '../work-queue.ts'
import { published } from '../zone.ts'

const PEER = goodPeer('mail.oakbridge.example', '203.0.113.53', '1.9')

/** Silence for the five minutes that the gateway waits, then our side ends it: no `lost` line (vendor note 118295). */
function idle(at: number, visit: Talk): Line[] {
  const offered = mail({
    mailFrom: 'office@oakbridge.example',
    rcptTo: ['ann@example.org'],
    subject: '',
    messageId: '',
  })
  const end = at + 1.4 + minutes(5)
  return [
    ...begun(at, visit, offered),
    info(end)`Message aborted MID ${offered.mid} Receiving aborted`,
    finished(end, offered, 'aborted'),
    close(end + 0.1, visit),
  ]
}

export const idleTimeout = defineIncident({
  domain: 'oakbridge.example',
  cause: 'idle-timeout',
  title: 'Silent for five minutes in the middle of a mail',
  question: "why didn't mail from oakbridge.example to ann@example.org arrive?",
  zone: published({ domain: 'oakbridge.example', host: PEER.host, ip: PEER.ip }),
  scenes: () => ({ esa1: idle(-hours(8), talk(esa1, PEER)), esa2: idle(-hours(6), talk(esa2, PEER)) }),
})
