import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { commands } from '../commands/index.ts'
import { zoneResolver } from '../src/demo/zone.ts'
import { memoryStore } from '../src/edges/store/memory.ts'
import { draw } from '../src/edges/terminal/draw.ts'
import type { SmtpProbe } from '../src/gather/ports.ts'
import { contextOf } from './commands/context.ts'
import { logOf, settings } from './gather/ports.ts'

// What the vendor's two notes (118013 and 118295) tell an administrator to do by hand, T1 to T17, each as a question that
// goes the whole way: words, log, DNS and listener → the answer as a terminal shows it. The lines are in the notes' own
// shapes: `New smtp ICID`, a day of one digit without its second blank, hosts that do not lead back.

const now = Date.parse('2026-02-05T12:00:00Z')

interface Row {
  /** What the note has an administrator do. */
  readonly note: string
  readonly ask: readonly [verb: string, words: string]
  /** `10:00:05 ICID 7 close`, one a line, of today; `Tue Feb 3 10:00:05 …` of another day. By gateway. */
  readonly logs?: Readonly<Record<string, string>>
  readonly zone?: string
  /** Our own listener answers. */
  readonly listens?: true
  /** The verdict. */
  readonly cause?: string
  /** What the answer must hold, once line ends are blanks. */
  readonly shows: readonly (string | RegExp)[]
  readonly hides?: readonly string[]
}

const zone = `
  example.com. MX 10 mx1.example.com.
  example.com. MX 20 mx2.example.com.
  example.com. A 203.0.113.80
  example.com. TXT "v=spf1 include:_spf.example.net ip4:192.0.2.7 -all"
  _spf.example.net. TXT "v=spf1 ip4:192.0.2.32/28 -all"
  mx1.example.com. A 203.0.113.21
  mx2.example.com. A 203.0.113.22
  7.2.0.192.in-addr.arpa. PTR out1.example.com.
  out1.example.com. A 192.0.2.7
  example.org. MX 10 mx1.example.org.
  mx1.example.org. A 198.51.100.25
`
const openZone = zone.replace('ip4:192.0.2.7', 'exists:%{i}.spf.example.com')

/** Somebody else's mail: the log is alive, and holds nothing of example.com. */
const others = `
  09:00:00 New smtp ICID 90 interface Data 1 (198.51.100.25) address 203.0.113.200 reverse dns host mail.example.net verified yes
  09:00:00 ICID 90 ACCEPT SG UNKNOWNLIST match sbrs[-1.0:10.0] SBRS 2.0 country Norway
  09:00:05 ICID 90 close`

function connect(clock: string, icid: number, verdict: string, verified = 'yes', day = ''): string {
  return `
  ${day}${clock} New smtp ICID ${icid} interface Data 1 (198.51.100.25) address 192.0.2.7 reverse dns host out1.example.com verified ${verified}
  ${day}${clock} ICID ${icid} ${verdict}`
}

const letIn = 'ACCEPT SG UNKNOWNLIST match sbrs[-1.0:10.0] SBRS 1.2 country Ireland'
const turnedAway = 'REJECT SG BLOCKED_LIST match sbrs[-10.0:-3.0] SBRS -6.3 country Ireland'

/** A mail that was taken and delivered on Tuesday. */
const tuesday = `
  ${connect('16:02:00', 5, letIn, 'yes', 'Tue Feb 3 ')}
  Tue Feb 3 16:02:01 Start MID 50 ICID 5
  Tue Feb 3 16:02:01 MID 50 ICID 5 From: <alice@example.com>
  Tue Feb 3 16:02:01 MID 50 ICID 5 RID 0 To: <ann@example.org>
  Tue Feb 3 16:02:02 MID 50 ready 2069 bytes from <alice@example.com>
  Tue Feb 3 16:02:03 MID 50 interim verdict using engine: CASE spam negative
  Tue Feb 3 16:02:03 MID 50 using engine: CASE spam negative
  Tue Feb 3 16:02:03 MID 50 antivirus negative
  Tue Feb 3 16:02:03 MID 50 queued for delivery
  Tue Feb 3 16:02:03 New SMTP DCID 60 interface 198.51.100.25 address 198.51.100.80 port 25
  Tue Feb 3 16:02:03 Delivery start DCID 60 MID 50 to RID [0]
  Tue Feb 3 16:02:04 Message done DCID 60 MID 50 to RID [0]
  Tue Feb 3 16:02:04 MID 50 RID [0] Response '2.6.0 <4711@example.com> Queued mail for delivery'
  Tue Feb 3 16:02:04 Message finished MID 50 done
  Tue Feb 3 16:02:05 ICID 5 close`

const begun = `
  ${connect('11:04:31', 10293, letIn, 'no')}
  11:04:51 Start MID 1404 ICID 10293
  11:04:51 MID 1404 ICID 10293 From: <alice@example.com>
  11:05:00 MID 1404 ICID 10293 RID 0 To: <ann@example.org>`
const lost = `
  11:05:36 ICID 10293 lost
  11:05:36 Message aborted MID 1404 Receiving aborted
  11:05:36 Message finished MID 1404 aborted
  11:05:36 ICID 10293 close`
const silent = `
  11:10:00 Message aborted MID 1404 Receiving aborted
  11:10:00 Message finished MID 1404 aborted
  11:10:00 ICID 10293 close`
const saidQuit = `
  11:05:03 Message aborted MID 1404 Receiving aborted by sender
  11:05:03 Message finished MID 1404 aborted
  11:05:03 ICID 10293 close`
const dialogue = `
  11:04:31 10293 Sent to '192.0.2.7': '220 mx1.example.org ESMTP\\015\\012'
  11:04:50 10293 Rcvd from '192.0.2.7': 'EHLO out1.example.com\\015\\012'
  11:04:50 10293 Sent to '192.0.2.7': '250-mx1.example.org\\015\\012250 SIZE 20971520\\015\\012'
  11:04:51 10293 Rcvd from '192.0.2.7': 'MAIL FROM:<alice@example.com>\\015\\012'
  11:04:51 10293 Sent to '192.0.2.7': '250 sender <alice@example.com> ok\\015\\012'
  11:05:00 10293 Rcvd from '192.0.2.7': 'RCPT TO:<ann@example.org>\\015\\012'
  11:05:00 10293 Sent to '192.0.2.7': '250 recipient <ann@example.org> ok\\015\\012'
  11:05:01 10293 Rcvd from '192.0.2.7': 'DATA\\015\\012'
  11:05:01 10293 Sent to '192.0.2.7': '354 go ahead\\015\\012'`
const broke =
  'The conversation broke at DATA: our gateway said “354 go ahead”, and the server at 192.0.2.7 said nothing more.'

const rows: Readonly<Record<string, readonly Row[]>> = {
  T1: [
    {
      note: 'know the addresses from which the organisation sends',
      ask: ['why', 'example.com'],
      logs: { esa1: others },
      zone,
      cause: 'never-connected',
      shows: [
        /192\.0\.2\.7: example\.com .*ip4:192\.0\.2\.7/,
        /192\.0\.2\.32\/28: example\.com .*include:_spf\.example\.net .*ip4:192\.0\.2\.32\/28/,
        /203\.0\.113\.21: example\.com .*mx1\.example\.com/,
        /203\.0\.113\.80: example\.com/,
      ],
    },
  ],
  T2: [
    {
      note: "ask the sender's administrator",
      ask: ['why', 'example.com'],
      logs: { esa1: others },
      zone,
      shows: [
        'Subject: Your mail to example.org does not reach us',
        'Please send us the log line of one attempt: its queue id, the time in UTC, your outgoing address, the address your server connected to, and what came back.',
      ],
    },
  ],
  T3: [
    {
      note: 'look the domain up in SenderBase',
      ask: ['why', 'example.com'],
      logs: { esa1: tuesday + connect('09:12:00', 7, turnedAway) },
      zone,
      cause: 'hat-reject-reputation',
      shows: [
        '192.0.2.7: Tue 3 Feb 16:02 1.2 (UNKNOWNLIST, Ireland) → 09:12 −6.3 (BLOCKED_LIST, Ireland)',
        '<https://talosintelligence.com/reputation_center/lookup?search=192.0.2.7>',
      ],
    },
  ],
  T4: [
    {
      note: 'look for an earlier delivery that succeeded',
      ask: ['why', 'example.com'],
      logs: { esa1: tuesday + connect('09:12:00', 7, turnedAway) },
      zone,
      shows: [
        /What changed: mail of this sender was last taken at Tue 3 Feb 16:02.*, from 192\.0\.2\.7 \(out1\.example\.com\)/,
      ],
    },
    {
      note: 'the last mail before the silence, told as such',
      ask: ['why', 'example.com'],
      logs: { esa1: tuesday + others },
      zone,
      cause: 'never-connected',
      shows: ['The last mail from there came at Tue 3 Feb 16:02 UTC, from 192.0.2.7 (out1.example.com).'],
    },
  ],
  T5: [
    {
      note: 'look up the MX records',
      ask: ['dns', 'example.com'],
      zone,
      shows: [
        'Mail to example.com goes to mx1.example.com, mx2.example.com',
        'MX example.com → 10 mx1.example.com',
        'TXT _spf.example.net → "v=spf1 ip4:192.0.2.32/28 -all"',
      ],
    },
    {
      note: 'what cannot be listed is said',
      ask: ['why', 'example.com'],
      logs: { esa1: others },
      zone: openZone,
      cause: 'never-connected',
      shows: ['exists:%{i}.spf.example.com: cannot be turned into addresses', 'where it sends from cannot be listed'],
    },
  ],
  T6: [
    {
      note: 'grep the mail logs for the address, on every gateway',
      ask: ['why', '192.0.2.7 since 24 hours'],
      logs: { esa1: others, esa2: connect('09:12:00', 7, turnedAway) },
      cause: 'hat-reject-reputation',
      shows: [/esa2: Thu Feb 5 09:12:00 2026 Info: New smtp ICID 7 .* address 192\.0\.2\.7/, /esa1, esa2 · logs whole/],
    },
  ],
  T7: [
    {
      note: 'the line that proves the connection, though its name does not lead back',
      ask: ['why', 'example.com'],
      logs: { esa1: connect('09:12:00', 7, turnedAway, 'no') },
      cause: 'hat-reject-reputation',
      shows: ['New smtp ICID 7', 'reverse dns host out1.example.com verified no'],
    },
    {
      note: 'no such line, proved by what the logs cover',
      ask: ['why', 'example.com since yesterday 10:00'],
      logs: { esa1: others, esa2: others },
      zone,
      cause: 'never-connected',
      shows: [
        /no connection from any of the \d+ addresses and ranges/,
        /esa1, esa2 · logs whole from Wed 4 Feb 10:00 to/,
      ],
    },
  ],
  T8: [
    {
      note: 'follow the ICID: From, To, which MIDs',
      ask: ['trace', 'ICID 10293'],
      logs: { esa1: begun + lost },
      shows: [
        'MID 1404 · broken off',
        'The envelope sender is alice@example.com.',
        'The recipient ann@example.org was accepted.',
        'The connection broke: the other side dropped it without QUIT.',
      ],
    },
  ],
  T9: [
    {
      note: 'follow the MID: taken, scanned, delivered, what the next server said',
      ask: ['trace', 'MID 50 last week'],
      logs: { esa1: tuesday },
      shows: [
        'MID 50 · delivered',
        '2069 bytes',
        'CASE',
        /antivirus|virus/i,
        '2.6.0 <4711@example.com> Queued mail for delivery',
      ],
    },
  ],
  T10: [
    {
      note: 'an injection debug log that is there is read',
      ask: ['why', 'example.com'],
      logs: { esa1: begun + dialogue + lost },
      zone,
      cause: 'receiving-aborted',
      shows: [broke, "10293 Sent to '192.0.2.7': '354 go ahead\\015\\012'", '- They: `DATA`', '- We: `354 go ahead` ←'],
    },
    {
      note: 'where there is none, how to set one up: one host for each of theirs, commit, a test',
      ask: ['why', 'example.com'],
      logs: { esa1: begun + lost },
      zone,
      shows: [
        /`logconfig`, NEW, Injection Debug Logs, .*hosts `192\.0\.2\.7, 203\.0\.113\.21, 203\.0\.113\.22`, .*`commit`\. Have the sender send a test/,
      ],
    },
    {
      note: 'trace tells it beside the mail log',
      ask: ['trace', 'ICID 10293'],
      logs: { esa1: begun + dialogue + lost },
      shows: ['The transfer broke before the message was complete.', broke],
    },
    { note: 'a pasted one', ask: ['explain', stamped(dialogue).join('\n')], shows: [broke, '- We: `354 go ahead` ←'] },
  ],
  T11: [
    {
      note: 'have the sender test by hand; our listener is tested by ourselves',
      ask: ['why', 'example.com'],
      logs: { esa1: others },
      zone,
      listens: true,
      cause: 'never-connected',
      shows: [
        'mx1.example.org:25 greets after 41 ms. Tested from here.',
        'telnet mx1.example.org 25',
        'swaks --server mx1.example.org --to recipient@example.org --quit-after RCPT',
      ],
    },
    {
      note: 'banner, delay, EHLO, STARTTLS, MAIL, RCPT, QUIT; never DATA',
      ask: ['probe', ''],
      listens: true,
      shows: [/banner 220 .*41 ms/, 'ehlo 250', 'starttls 220', 'quit 221', 'swaks --server mx1.example.org'],
      hides: ['DATA', 'data'],
    },
  ],
  T12: [
    {
      note: 'the hand test passes and their server still fails',
      ask: ['why', 'example.com'],
      logs: { esa1: others },
      zone,
      shows: [
        'If that works and their server still fails, it is a delivery problem on their side',
        'Then the line of its own log is what tells.',
      ],
    },
  ],
  T13: [
    {
      note: 'no reverse DNS: the banner comes late, and the server gives up',
      ask: ['why', '192.0.2.9'],
      logs: {
        esa1: `
  10:00:00 New smtp ICID 8 interface Data 1 (198.51.100.25) address 192.0.2.9 reverse dns host unknown verified no
  10:00:00 ICID 8 ACCEPT SG UNKNOWNLIST match sbrs[-1.0:10.0] SBRS None country Ireland
  10:00:34 ICID 8 lost
  10:00:34 ICID 8 close`,
      },
      cause: 'slow-reverse-dns',
      shows: [
        'nothing happened for 34 seconds',
        'Publish a reverse DNS name (PTR) for 192.0.2.9',
        'wait longer for the greeting',
      ],
    },
    {
      note: 'the gateway that says so itself',
      ask: ['why', '192.0.2.9'],
      logs: {
        esa1: '10:02:19 ICID 8 Connection from 192.0.2.9 on interface PublicNet (198.51.100.25) lost after 139 seconds (DNS query took 139 seconds), before any commands were received',
      },
      cause: 'slow-reverse-dns',
      shows: ['The log says so.', 'had taken 139 of them'],
    },
  ],
  T14: [
    {
      note: 'Receiving aborted: the connection ended below SMTP',
      ask: ['why', 'example.com'],
      logs: { esa1: begun + lost },
      cause: 'receiving-aborted',
      shows: ['The break was below SMTP', 'FIN, RST, firewall', 'SMTP inspection'],
    },
    {
      note: 'Receiving aborted: our time-out of five minutes',
      ask: ['why', 'example.com'],
      logs: { esa1: begun + silent },
      cause: 'idle-timeout',
      shows: ['then sent nothing for 300 seconds, which is our time-out'],
    },
  ],
  T15: [
    {
      note: 'Receiving aborted by sender: QUIT before DATA',
      ask: ['why', 'example.com'],
      logs: { esa1: begun + saidQuit },
      cause: 'aborted-by-sender',
      shows: ['said QUIT before the content', 'Nothing on our side refused it.'],
    },
  ],
  T16: [
    {
      note: 'a packet capture on the appliance',
      ask: ['why', 'example.com'],
      logs: { esa1: begun + lost },
      shows: [/`packetcapture`, SETUP, custom filter `host 192\.0\.2\.7 and port 25`, START, and STOP/],
    },
    {
      note: 'a capture for every server that tried',
      ask: ['why', 'example.com'],
      logs: {
        esa1:
          begun +
          lost +
          (begun + lost).replaceAll('192.0.2.7', '192.0.2.33').replaceAll('10293', '10294').replaceAll('1404', '1405'),
      },
      shows: ['custom filter `(host 192.0.2.7 or host 192.0.2.33) and port 25`'],
    },
  ],
  T17: [
    {
      note: 'the same texts in message tracking',
      ask: [
        'explain',
        [
          '5 Feb 2026 11:04:31 (GMT +00:00)  Protocol SMTP interface Data 1  (IP 198.51.100.25) on incoming connection (ICID 10293) from sender IP 192.0.2.7. Reverse DNS  host out1.example.com verified no.',
          '5 Feb 2026 11:04:51 (GMT +00:00)  Start message 1404 on incoming connection (ICID 10293).',
          '5 Feb 2026 11:05:36 (GMT +00:00)  Incoming connection (ICID 10293) lost.',
          '5 Feb 2026 11:05:36 (GMT +00:00)  Message 1404 aborted: Receiving aborted',
        ].join('\n'),
      ],
      shows: [
        '4 of 4 lines are known.',
        'A server at 192.0.2.7 connected',
        'the other side dropped it without QUIT',
        'The transfer broke before the message was complete.',
      ],
    },
    {
      note: 'Receiving aborted by sender, alone',
      ask: ['explain', 'Message 1412 aborted: Receiving aborted by sender'],
      shows: ['The sending server gave the message up before it was complete.'],
    },
  ],
}

function stamped(log: string): string[] {
  return log
    .split('\n')
    .map((row) => row.trim())
    .filter((row) => row !== '')
    .map((row) => {
      const [, day = 'Thu Feb 5', clock = '', message = ''] =
        /^([A-Z][a-z]{2} [A-Z][a-z]{2} \d+)? ?(\d\d:\d\d:\d\d) (.*)$/.exec(row) ?? []
      return `${day} ${clock} 2026 Info: ${message}`
    })
}

const listener: SmtpProbe = {
  async probe({ host, port }) {
    const stage = (
      name: 'connect' | 'banner' | 'ehlo' | 'starttls' | 'quit',
      code: number | null,
      text: string,
      ms = 3,
    ) => ({ stage: name, ok: true, code, text, ms }) as const
    const seen = {
      host,
      address: '198.51.100.25',
      port,
      tls: null,
      extensions: ['SIZE 20971520', 'STARTTLS'],
      gap: null,
      stages: [
        stage('connect', null, ''),
        stage('banner', 220, '220 mx1.example.org ESMTP', 41),
        stage('ehlo', 250, '250 SIZE 20971520'),
        stage('starttls', 220, 'TLSv1.3'),
        stage('quit', 221, '221 mx1.example.org'),
      ],
    }
    return [seen]
  },
}

async function answerTo({ ask: [verb, words], logs = {}, zone: text, listens }: Row) {
  const command = commands.find(({ name }) => name === verb)
  if (!command) throw new Error(`there is no verb ${verb}`)
  const sources = Object.entries(logs).map(([gateway, log]) => logOf(stamped(log).join('\n'), { gateway }))
  const host = { host: 'mx1.example.org', port: 25 }
  const reply = await command.run(
    words,
    contextOf({
      now,
      settings: {
        ...settings,
        ours: { domains: ['example.org'], addresses: ['198.51.100.25'], mxHosts: ['mx1.example.org'] },
        listeners: listens ? [host] : [],
      },
      ports: {
        sources,
        resolver: text ? zoneResolver(text.replaceAll(/^ +/gm, '')) : null,
        probe: listens ? listener : null,
        clock: { now: () => now },
        store: memoryStore(),
      },
    }),
  )
  return { reply, words: draw(reply, { columns: 5_000, styled: false }) }
}

const Verdict = z.object({ verdict: z.object({ cause: z.string() }) })

describe("what the vendor's troubleshooting notes do by hand", () => {
  it('T1 to T17 are all here', () => {
    expect(Object.keys(rows)).toEqual(Array.from({ length: 17 }, (_, at) => `T${at + 1}`))
  })

  it.each(Object.entries(rows).flatMap(([id, each]) => each.map((row) => [id, row.note, row] as const)))(
    '%s: %s',
    async (_id, _note, row) => {
      const { reply, words } = await answerTo(row)

      expect(reply.status).toBe(0)
      if (row.cause) expect(Verdict.parse(reply.json).verdict.cause, words).toBe(row.cause)
      for (const shown of row.shows) {
        if (typeof shown === 'string') expect(words).toContain(shown)
        else expect(words).toMatch(shown)
      }
      for (const hidden of row.hides ?? []) expect(words).not.toContain(hidden)
    },
  )
})
