import { close, connect, mail, talk } from '../dialogue.ts'
import { esa1, esa2 } from '../gateway.ts'
import { defineIncident, goodPeer } from '../incident.ts'
import { days, hours, info, minutes } from '../line.ts'
import { arrived } from '../whole-mail.ts'
import { published } from '../zone.ts'

const PEER = goodPeer('mail.kestrelpoint.example', '203.0.113.113', '2.6', 'Belgium')

/** STARTTLS was begun and broke; the sender does not fall back to plain text, so no mail was offered (T3, T4). */
function broke(at: number) {
  const visit = talk(esa1, PEER)
  return [
    ...connect(at, visit),
    info(at + 1)`ICID ${visit.icid} TLS failed: [Errno 54] Connection reset by peer`,
    info(at + 1.1)`ICID ${visit.icid} lost`,
    close(at + 1.1, visit),
  ]
}

export const tlsFailed = defineIncident({
  domain: 'kestrelpoint.example',
  cause: 'tls-handshake-failed',
  title: 'The TLS handshake broke, and the sender gave up',
  question: "why didn't mail from kestrelpoint.example arrive?",
  zone: published({ domain: 'kestrelpoint.example', host: PEER.host, ip: PEER.ip }),
  scenes() {
    const earlier = mail({
      mailFrom: 'post@kestrelpoint.example',
      rcptTo: ['dan@example.org'],
      subject: 'Agenda for the board meeting',
      messageId: 'agenda.41@kestrelpoint.example',
    })
    return {
      esa1: [...broke(-hours(10)), ...broke(-hours(9) - minutes(30)), ...broke(-hours(6) - minutes(7))],
      esa2: arrived(-days(4) - hours(5), esa2, PEER, earlier, 23_774_410),
    }
  },
})
