import { mail } from '../dialogue.ts'
import { esa1, esa2 } from '../gateway.ts'
import { defineIncident, goodPeer } from '../incident.ts'
import { hours, minutes } from '../line.ts'
import { arrived } from '../whole-mail.ts'
import { published } from '../zone.ts'

const northwind = goodPeer('mail.northwind.example', '203.0.113.109', '4.2')
const postwave = goodPeer('out7.postwave.example', '203.0.113.125', '3.8', 'United States')

export const deliveredAfterAll = defineIncident({
  domain: 'northwind.example',
  cause: 'delivered',
  title: 'It did arrive',
  question: "why didn't mail from northwind.example to ann@example.org arrive?",
  chip: true,
  zone: published({ domain: 'northwind.example', host: northwind.host, ip: northwind.ip }),
  scenes() {
    const letter = mail({
      mailFrom: 'billing@northwind.example',
      rcptTo: ['ann@example.org'],
      subject: 'Invoice 4711',
      messageId: '4711@northwind.example',
      bytes: 48_217,
    })
    return { esa2: arrived(-hours(4) - minutes(58), esa2, northwind, letter, 23_485_734) }
  },
})

/** The letterhead says one domain, the envelope another: a mailing service sends for the first. */
export const sentByMailingService = defineIncident({
  domain: 'maplehouse.example',
  cause: 'sent-from-another-domain',
  title: 'Sent by a mailing service, under another name',
  question: "why didn't mail from maplehouse.example arrive?",
  zone: [
    ...published({ domain: 'maplehouse.example', host: 'mail.maplehouse.example', ip: '203.0.113.121' }),
    ...published({ domain: 'bounces.postwave.example', host: postwave.host, ip: postwave.ip }),
  ],
  scenes() {
    const letter = mail({
      mailFrom: 'b-48213-ann=example.org@bounces.postwave.example',
      rcptTo: ['ann@example.org'],
      subject: 'Maple House newsletter, autumn',
      messageId: '48213.camp@postwave.example',
      headerFrom: 'maplehouse.example',
    })
    return { esa1: arrived(-hours(7) - minutes(25), esa1, postwave, letter, 23_485_101) }
  },
})
