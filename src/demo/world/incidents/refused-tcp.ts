import { mail } from '../dialogue.ts'
import { esa2 } from '../gateway.ts'
import { defineIncident, goodPeer } from '../incident.ts'
import { days, hours, info, minutes } from '../line.ts'
import { arrived } from '../whole-mail.ts'
import { published } from '../zone.ts'

const IP = '203.0.113.45'

/** Refused before SMTP began: the line has ICID 0, so the address in `match` is all that names the sender (A3). */
function refused(at: number) {
  return info(at)`ICID 0 TCPREFUSE SG BLOCKED_LIST match ${IP} SBRS -1.1`
}

export const refusedByTcp = defineIncident({
  domain: 'ironvale.example',
  cause: 'hat-tcprefuse',
  title: 'Turned away before a word was said',
  question: "why didn't mail from ironvale.example arrive?",
  zone: published({ domain: 'ironvale.example', host: 'mail.ironvale.example', ip: IP }),
  scenes() {
    const earlier = mail({
      mailFrom: 'sam@ironvale.example',
      rcptTo: ['carol@example.org'],
      subject: 'Delivery dates',
      messageId: 'dd-771@ironvale.example',
    })
    return {
      esa1: [refused(-hours(9)), refused(-hours(8) - minutes(30)), refused(-hours(6)), refused(-hours(2))],
      esa2: [
        ...arrived(-days(6) - hours(4), esa2, goodPeer('mail.ironvale.example', IP, '-1.0'), earlier, 23_770_101),
        refused(-hours(7)),
      ],
    }
  },
})
