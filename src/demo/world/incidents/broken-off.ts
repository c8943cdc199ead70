import { close, mail, type Talk, talk } from '../dialogue.ts'
import { esa1, esa2 } from '../gateway.ts'
import { defineIncident, goodPeer } from '../incident.ts'
import { hours, info, type Line } from '../line.ts'
import { begun } from '../whole-mail.ts'
import { finished } from '../work-queue.ts'
import { published } from '../zone.ts'

const fernhill = goodPeer('mail.fernhill.example', '203.0.113.57', '2.8', 'France')
const saltmarsh = goodPeer('mail.saltmarsh.example', '203.0.113.61', '3.1', 'Denmark')

/** The connection goes in the middle of the data: `lost`, then the message is given up (vendor note 118295). */
function lost(at: number, visit: Talk): Line[] {
  const offered = mail({ mailFrom: 'office@fernhill.example', rcptTo: ['bob@example.org'], subject: '', messageId: '' })
  const end = at + 37
  return [
    ...begun(at, visit, offered),
    info(end)`ICID ${visit.icid} lost`,
    info(end + 0.1)`Message aborted MID ${offered.mid} Receiving aborted`,
    finished(end + 0.1, offered, 'aborted'),
    close(end + 0.2, visit),
  ]
}

/** The sender says QUIT before the data (same note, second case). */
function quit(at: number, visit: Talk): Line[] {
  const offered = mail({
    mailFrom: 'office@saltmarsh.example',
    rcptTo: ['carol@example.org'],
    subject: '',
    messageId: '',
  })
  const end = at + 4
  return [
    ...begun(at, visit, offered),
    info(end)`Message aborted MID ${offered.mid} Receiving aborted by sender`,
    finished(end, offered, 'aborted'),
    close(end + 0.1, visit),
  ]
}

export const receivingAborted = defineIncident({
  domain: 'fernhill.example',
  cause: 'receiving-aborted',
  title: 'The connection broke while the mail was coming in',
  question: "why didn't mail from fernhill.example arrive?",
  zone: published({ domain: 'fernhill.example', host: fernhill.host, ip: fernhill.ip }),
  scenes: () => ({
    esa1: [...lost(-hours(11), talk(esa1, fernhill)), ...lost(-hours(10), talk(esa1, fernhill))],
    esa2: lost(-hours(7), talk(esa2, fernhill)),
  }),
})

export const abortedBySender = defineIncident({
  domain: 'saltmarsh.example',
  cause: 'aborted-by-sender',
  title: 'The sender ended the transfer itself',
  question: "why didn't mail from saltmarsh.example arrive?",
  zone: published({ domain: 'saltmarsh.example', host: saltmarsh.host, ip: saltmarsh.ip }),
  scenes: () => ({
    esa2: [...quit(-hours(9), talk(esa2, saltmarsh)), ...quit(-hours(4), talk(esa2, saltmarsh))],
  }),
})
