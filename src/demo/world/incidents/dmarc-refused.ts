import { close, header, mail, talk } from '../dialogue.ts'
import { esa2 } from '../gateway.ts'
import { defineIncident, goodPeer } from '../incident.ts'
import { hours, info, type Line } from '../line.ts'
import { begun } from '../whole-mail.ts'
import { finished } from '../work-queue.ts'
import { hostRecords, published } from '../zone.ts'

const FORWARDER = goodPeer('fwd2.hosting.example', '203.0.113.118', '1.0')

/** DMARC fails, and the mail is refused at the end of its data: never `ready` (F5, D2, D9). */
function refused(at: number): Line[] {
  const visit = talk(esa2, FORWARDER)
  const offered = mail({
    mailFrom: 'news@thornbury.example',
    rcptTo: ['ann@example.org'],
    subject: 'Minutes of the parish council',
    messageId: 'minutes.11@thornbury.example',
    spf: 'Fail',
    dkim: 'permfail',
  })
  return [
    ...begun(at, visit, offered),
    ...header(at + 2, visit, offered),
    info(at + 2.4)`Message aborted MID ${offered.mid} Receiving aborted`,
    finished(at + 2.4, offered, 'aborted'),
    close(at + 2.7, visit),
  ]
}

export const dmarcRefused = defineIncident({
  domain: 'thornbury.example',
  cause: 'dmarc-reject',
  title: "Failed the sender's own DMARC policy, by way of a forwarder",
  question: "why didn't mail from thornbury.example to ann@example.org arrive?",
  zone: [
    ...published({
      domain: 'thornbury.example',
      host: 'mail.thornbury.example',
      ip: '203.0.113.117',
      dmarc: 'v=DMARC1; p=reject',
    }),
    ...hostRecords(FORWARDER.host, FORWARDER.ip),
  ],
  scenes: () => ({ esa2: [...refused(-hours(4)), ...refused(-hours(3))] }),
})
