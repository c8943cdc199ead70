import { close, connect, talk } from '../dialogue.ts'
import { esa1, esa2 } from '../gateway.ts'
import { defineIncident } from '../incident.ts'
import { hours, info, minutes, ticket } from '../line.ts'
import { published, reverseName } from '../zone.ts'

const IP = '203.0.113.49'

/** The gateway asked for the reverse name for so long that the sender left before the banner (C4). */
function leftBeforeBanner(at: number, seconds: number) {
  const icid = ticket('icid')
  const { listener, address } = esa1
  return [
    info(
      at,
    )`ICID ${icid} Connection from ${IP} on interface ${listener} (${address}) lost after ${seconds} seconds (DNS query took ${seconds} seconds), before any commands were received`,
    info(at + 0.2)`ICID ${icid} close`,
  ]
}

/** The connection is there, then nothing for half a minute, then it is gone: no mail was offered. */
function leftInThePause(at: number) {
  const visit = talk(esa2, { ip: IP, host: 'unknown', verified: 'no', sbrs: 'None', country: 'Austria' })
  return [...connect(at, visit), info(at + 34)`ICID ${visit.icid} lost`, close(at + 34, visit)]
}

export const slowReverseDns = defineIncident({
  domain: 'larkmeadow.example',
  cause: 'slow-reverse-dns',
  title: 'The sender left while its reverse DNS name was looked up',
  question: "why didn't mail from larkmeadow.example arrive?",
  zone: [
    ...published({ domain: 'larkmeadow.example', host: 'mail.larkmeadow.example', ip: IP, ptr: false }),
    `$SLOW ${reverseName(IP)} 4000`,
  ],
  scenes: () => ({
    esa1: [...leftBeforeBanner(-hours(7) - minutes(12), 31), ...leftBeforeBanner(-hours(5) - minutes(2), 32)],
    esa2: leftInThePause(-hours(3) - minutes(41)),
  }),
})
