import { close, connect, mail, mailFrom, startTls, type Talk, talk } from '../dialogue.ts'
import { esa1, esa2 } from '../gateway.ts'
import { defineIncident, goodPeer } from '../incident.ts'
import { hours, info, type Line } from '../line.ts'
import { finished } from '../work-queue.ts'
import { published } from '../zone.ts'

const cobaltreef = goodPeer('mail.cobaltreef.example', '203.0.113.69', '2.2', 'Sweden')
const ambergate = goodPeer('mail.ambergate.example', '203.0.113.73', '3.0', 'Ireland')

/** The only recipient is refused, and the sender leaves: what follows reads like its own decision, and is not (R6, R7). */
function refused(at: number, visit: Talk, from: string, to: string, by: string): Line[] {
  const offered = mail({ mailFrom: from, rcptTo: [to], subject: '', messageId: '' })
  return [
    ...connect(at, visit),
    startTls(at + 0.4, visit),
    ...mailFrom(at + 1, visit, offered),
    info(at + 1.5)`MID ${offered.mid} ICID ${visit.icid} To: <${to}> Rejected by ${by}`,
    info(at + 2)`Message aborted MID ${offered.mid} Receiving aborted by sender`,
    finished(at + 2, offered, 'aborted'),
    close(at + 2.1, visit),
  ]
}

export const notOurDomain = defineIncident({
  domain: 'cobaltreef.example',
  cause: 'rat-reject',
  title: 'Written to a domain that our gateways do not take',
  question: "why didn't mail from cobaltreef.example to team@shop.example.org arrive?",
  zone: published({ domain: 'cobaltreef.example', host: cobaltreef.host, ip: cobaltreef.ip }),
  scenes: () => ({
    esa2: refused(-hours(5), talk(esa2, cobaltreef), 'ines@cobaltreef.example', 'team@shop.example.org', 'RAT'),
  }),
})

export const unknownRecipient = defineIncident({
  domain: 'ambergate.example',
  cause: 'recipient-unknown',
  title: 'Written to an address that nobody has here',
  question: "why didn't mail from ambergate.example to jon.smyth@example.org arrive?",
  zone: published({ domain: 'ambergate.example', host: ambergate.host, ip: ambergate.ip }),
  scenes() {
    const [from, to] = ['hr@ambergate.example', 'jon.smyth@example.org']
    return {
      esa1: [-hours(8), -hours(2)].flatMap((at) => refused(at, talk(esa1, ambergate), from, to, 'LDAPACCEPT')),
    }
  },
})
