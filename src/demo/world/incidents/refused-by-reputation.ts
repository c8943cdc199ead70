import { close, connect, mail, startTls, talk } from '../dialogue.ts'
import { esa1, esa2, type Gateway } from '../gateway.ts'
import { defineIncident, goodPeer } from '../incident.ts'
import { days, hours, type Line, minutes } from '../line.ts'
import { arrived } from '../whole-mail.ts'
import { apex, hostRecords, record } from '../zone.ts'

const HOST = 'out1.example.com'
const IP = '203.0.113.25'

/** How it was until a few days ago: accepted with a fair reputation, and delivered. */
function accepted(at: number, gateway: Gateway, sbrs: string, number: number): Line[] {
  const offered = mail({
    mailFrom: 'billing@example.com',
    rcptTo: ['ann@example.org'],
    subject: `Invoice ${number}`,
    messageId: `${number}.a@example.com`,
  })
  return arrived(at, gateway, goodPeer(HOST, IP, sbrs, 'Netherlands'), offered, 23_000_000 + number)
}

/** Refused before it could say for whom it has mail: only the address and the reverse DNS name are known. */
function refused(at: number, sbrs: string): Line[] {
  const refusal = talk(esa1, goodPeer(HOST, IP, sbrs, 'Netherlands'))
  return [...connect(at, refusal), close(at + 0.6, refusal)]
}

/** A test from the same network, from a server nobody complains of: a connection without a message. */
function looked(at: number): Line[] {
  const visit = talk(esa2, goodPeer('mx.example.com', '203.0.113.30', '2.1', 'Netherlands'))
  return [...connect(at, visit), startTls(at + 0.4, visit), close(at + 1.2, visit)]
}

export const refusedByReputation = defineIncident({
  domain: 'example.com',
  cause: 'hat-reject-reputation',
  title: 'Refused at the door: the server lost its good name',
  question: "why didn't mail from example.com arrive?",
  chip: true,
  zone: [
    ...apex('example.com'),
    record('example.com', 'MX', '10 mx.example.com.'),
    ...hostRecords('mx.example.com', '203.0.113.30'),
    ...hostRecords(HOST, IP),
    record('example.com', 'TXT', '"v=spf1 include:_spf.example.com -all"'),
    record('_spf.example.com', 'TXT', '"v=spf1 ip4:203.0.113.24/29 ip6:2001:db8:25::/64 ~all"'),
    record('_dmarc.example.com', 'TXT', '"v=DMARC1; p=reject"'),
  ],
  scenes: () => ({
    esa1: [
      ...accepted(-days(5) - hours(6), esa1, '1.4', 4688),
      ...accepted(-days(3) - hours(2), esa1, '1.2', 4711),
      ...refused(-hours(5) - minutes(48), '-6.3'),
      ...refused(-hours(4) - minutes(34), '-6.3'),
      ...refused(-hours(3) - minutes(20), '-6.4'),
    ],
    esa2: [...accepted(-days(7) - hours(3), esa2, '1.4', 4652), ...looked(-days(6) - hours(1))],
  }),
})
