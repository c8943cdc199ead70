import { injected, mail, talk } from '../dialogue.ts'
import { esa1, esa2 } from '../gateway.ts'
import { defineIncident, goodPeer } from '../incident.ts'
import { hours, info, minutes } from '../line.ts'
import { finished, spamQuarantined, spamScan } from '../work-queue.ts'
import { published, record } from '../zone.ts'

const juniper = goodPeer('mail.juniperfield.example', '203.0.113.81', '-0.4', 'Spain')
const willow = goodPeer('mail.willowbank.example', '203.0.113.85', '0.2', 'Poland')

export const spamDropped = defineIncident({
  domain: 'juniperfield.example',
  cause: 'spam-drop',
  title: 'Taken for spam, and dropped',
  question: "why didn't mail from juniperfield.example arrive?",
  zone: [
    // What it may send from cannot be listed: the answer depends on the address that asks (RFC 7208 section 5.7).
    ...published({
      domain: 'juniperfield.example',
      host: juniper.host,
      ip: juniper.ip,
      spf: 'v=spf1 exists:%{ir}.spf.juniperfield.example -all',
    }),
    record('81.113.0.203.spf.juniperfield.example', 'A', '127.0.0.2'),
  ],
  scenes() {
    const letter = mail({
      mailFrom: 'deals@juniperfield.example',
      rcptTo: ['bob@example.org'],
      subject: 'Your quarterly offer is inside',
      messageId: 'q4.19@juniperfield.example',
    })
    const at = -hours(5)
    return {
      esa1: [
        ...injected(at, talk(esa1, juniper), letter),
        ...spamScan(at + 3, letter, 'spam positive'),
        info(at + 3.5)`Message aborted MID ${letter.mid} Dropped by CASE`,
        finished(at + 3.5, letter),
      ],
    }
  },
})

export const spamHeld = defineIncident({
  domain: 'willowbank.example',
  cause: 'spam-quarantine',
  title: 'Held in the spam quarantine, though the log reads like a delivery',
  question: "why didn't mail from willowbank.example to carol@example.org arrive?",
  chip: true,
  zone: published({ domain: 'willowbank.example', host: willow.host, ip: willow.ip }),
  scenes() {
    const letter = mail({
      mailFrom: 'rita@willowbank.example',
      rcptTo: ['carol@example.org'],
      subject: 'Quotation for the garden work',
      messageId: 'garden.2@willowbank.example',
    })
    const at = -hours(4) - minutes(10)
    return {
      esa2: [
        ...injected(at, talk(esa2, willow), letter),
        ...spamScan(at + 3, letter, 'spam suspect'),
        ...spamQuarantined(at + 3.6, esa2, letter, 30_631_618),
      ],
    }
  },
})
