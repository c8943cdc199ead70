import { type Mail, mail } from '../dialogue.ts'
import { esa1, esa2, PLANT_SERVER } from '../gateway.ts'
import { defineIncident, goodPeer } from '../incident.ts'
import { days, hours, info, type Line, minutes, ticket } from '../line.ts'
import { arrived, taken } from '../whole-mail.ts'
import { published } from '../zone.ts'

const PEER = goodPeer('mail.millrace.example', '203.0.113.105', '3.0', 'Czech Republic')

/** Such a line names our domain and the server that does not answer, but no message (L9). */
function unreachable(at: number): Line {
  return info(
    at,
  )`Connection Error: DCID ${ticket('dcid')} domain: plant.example.org IP: ${PLANT_SERVER} port: 25 details: [Errno 61] Connection refused interface: ${esa1.inside} reason: network error`
}

function letter(subject: string, messageId: string): Mail {
  return mail({ mailFrom: 'parts@millrace.example', rcptTo: ['shift@plant.example.org'], subject, messageId })
}

export const nextHopUnreachable = defineIncident({
  domain: 'millrace.example',
  cause: 'next-hop-unreachable',
  title: 'Taken, and waiting: the server at the plant does not answer',
  question: "why didn't mail from millrace.example to shift@plant.example.org arrive?",
  zone: published({ domain: 'millrace.example', host: PEER.host, ip: PEER.ip }),
  scenes() {
    const at = -hours(3) - minutes(30)
    const tries = [0, 2, 5, 11, 22, 45, 90, 180].map((wait) => unreachable(at + 5 + minutes(wait)))
    const earlier = letter('Spare parts, offer', 'parts.1@millrace.example')
    return {
      esa1: [...taken(at, esa1, PEER, letter('Spare parts, dispatch note', 'parts.2@millrace.example')), ...tries],
      esa2: arrived(-days(2), esa2, PEER, earlier, 23_779_001),
    }
  },
})
