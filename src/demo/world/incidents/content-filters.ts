import { injected, mail, talk } from '../dialogue.ts'
import { esa1, esa2 } from '../gateway.ts'
import { defineIncident, goodPeer } from '../incident.ts'
import { hours, info, minutes } from '../line.ts'
import { finished, otherScans, spamScan } from '../work-queue.ts'
import { published } from '../zone.ts'

const granite = goodPeer('mail.graniteport.example', '203.0.113.89', '2.9', 'Norway')
const copper = goodPeer('mail.copperline.example', '203.0.113.93', '3.3', 'Finland')

export const filterDropped = defineIncident({
  domain: 'graniteport.example',
  cause: 'content-filter-drop',
  title: 'Dropped by a content filter of ours',
  question: "why didn't mail from orders@graniteport.example to bob@example.org arrive?",
  zone: published({ domain: 'graniteport.example', host: granite.host, ip: granite.ip }),
  scenes() {
    const order = mail({
      mailFrom: 'orders@graniteport.example',
      rcptTo: ['bob@example.org'],
      subject: 'Order confirmation 20771',
      messageId: '20771.oc@graniteport.example',
    })
    const at = -hours(6) - minutes(5)
    return {
      esa1: [
        ...injected(at, talk(esa1, granite), order),
        ...spamScan(at + 3, order, 'spam negative'),
        info(at + 3.5)`MID ${order.mid} interim AV verdict using Sophos CLEAN`,
        info(at + 3.5)`MID ${order.mid} antivirus negative `,
        info(at + 3.6)`MID ${order.mid} attachment 'order-20771.zip'`,
        info(
          at + 3.7,
        )`Message aborted MID ${order.mid} Dropped by content filter 'block_archive_attachments' in the inbound table`,
        finished(at + 3.7, order),
      ],
    }
  },
})

export const policyHeld = defineIncident({
  domain: 'copperline.example',
  cause: 'policy-quarantine',
  title: 'Held in the policy quarantine until somebody looks',
  question: "why didn't mail from copperline.example arrive?",
  zone: published({ domain: 'copperline.example', host: copper.host, ip: copper.ip }),
  scenes() {
    const sheet = mail({
      mailFrom: 'accounts@copperline.example',
      rcptTo: ['ann@example.org'],
      subject: 'Price list with macros',
      messageId: 'prices.8@copperline.example',
    })
    const at = -hours(3) - minutes(15)
    return {
      esa2: [
        ...injected(at, talk(esa2, copper), sheet),
        ...spamScan(at + 3, sheet, 'spam negative'),
        ...otherScans(at + 3.5, sheet),
        info(at + 4)`MID ${sheet.mid} quarantined to "Policy" (content filter:hold_macros)`,
      ],
    }
  },
})
