import { mail } from '../dialogue.ts'
import { esa1, esa2 } from '../gateway.ts'
import { defineIncident, goodPeer } from '../incident.ts'
import { hours, minutes } from '../line.ts'
import { arrived } from '../whole-mail.ts'
import { hostRecords, published } from '../zone.ts'

const riddlecote = goodPeer('mail.riddlecote.example', '203.0.113.129', '1.5', 'Austria')
const loudhaler = goodPeer('mail.loudhaler.example', '203.0.113.133', '2.0', 'United Kingdom')

/** Its Subject reads like the end of its line, and then like the line of a drop. */
export const subjectLikeALogLine = defineIncident({
  domain: 'riddlecote.example',
  cause: 'delivered',
  title: 'Its Subject reads like a line of the log',
  question: "why didn't mail from riddlecote.example arrive?",
  zone: published({ domain: 'riddlecote.example', host: riddlecote.host, ip: riddlecote.ip }),
  scenes() {
    const letter = mail({
      mailFrom: 'fun@riddlecote.example',
      rcptTo: ['bob@example.org'],
      subject: 'Riddle"\\r\\n Mon Jan  5 09:00:00 2026 Info: Message aborted MID 9931002 Dropped by CASE',
      messageId: 'riddle.7@riddlecote.example',
    })
    return { esa1: arrived(-hours(5) - minutes(33), esa1, riddlecote, letter, 23_485_220) }
  },
})

/** Shown as it is in a post, its Subject would call everybody. */
export const subjectThatShouts = defineIncident({
  domain: 'loudhaler.example',
  cause: 'delivered',
  title: 'Its Subject would call the whole channel',
  question: "why didn't mail from loudhaler.example arrive?",
  zone: [
    ...published({ domain: 'loudhaler.example', host: loudhaler.host, ip: loudhaler.ip }),
    ...hostRecords('www.loudhaler.example', '203.0.113.134', false),
  ],
  scenes() {
    const letter = mail({
      mailFrom: 'megaphone@loudhaler.example',
      rcptTo: ['dan@example.org'],
      subject: '<!channel> *Last* call, <https://www.loudhaler.example|press here> & now',
      messageId: 'call.3@loudhaler.example',
    })
    return { esa2: arrived(-hours(2) - minutes(14), esa2, loudhaler, letter, 23_485_377) }
  },
})
