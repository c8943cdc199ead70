import { close, connect, startTls, type Talk, talk } from '../dialogue.ts'
import { esa1, esa2 } from '../gateway.ts'
import { defineIncident, goodPeer } from '../incident.ts'
import { hours, info, type Line, minutes } from '../line.ts'
import { hostRecords } from '../zone.ts'

const RELAY = goodPeer('relay9.hosting.example', '203.0.113.65', '0.8')

/** The domain of MAIL FROM is in no zone: no message is made, and the line names the connection alone (R1). */
function refused(at: number, visit: Talk): Line[] {
  return [
    ...connect(at, visit),
    startTls(at + 0.4, visit),
    info(
      at + 1,
    )`ICID ${visit.icid} Address: <orders@brambleworks.example> sender rejected, envelope sender domain does not exist`,
    close(at + 1.5, visit),
  ]
}

export const senderDomainMissing = defineIncident({
  domain: 'brambleworks.example',
  cause: 'sender-domain-nonexistent',
  title: "The sender's domain is not in the DNS",
  question: "why didn't mail from orders@brambleworks.example arrive?",
  chip: true,
  zone: hostRecords(RELAY.host, RELAY.ip),
  scenes: () => ({
    esa1: refused(-hours(6) - minutes(20), talk(esa1, RELAY)),
    esa2: refused(-hours(5) - minutes(50), talk(esa2, RELAY)),
  }),
})
