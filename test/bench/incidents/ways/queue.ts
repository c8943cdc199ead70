import { info, type Line, minutes, type Ticket, ticket } from '../../../../src/demo/world/line.ts'
import { clean, handedOver, offered, over, received, type Scene, type Way } from '../way.ts'

/** Received whole, and stopped or held in the work queue by what these lines say. */
function stopped(
  name: string,
  cause: string,
  say: (mid: Ticket, at: number, scene: Scene) => readonly Line[],
  certainty: Way['certainty'] = 'proven',
): Way {
  return { name, cause, certainty, tell: (scene) => received(scene, (mid, at) => say(mid, at, scene)) }
}

function dropped(at: number, mid: Ticket, by: string): Line[] {
  return [info(at)`Message aborted MID ${mid} Dropped by ${by}`, over(at, mid)]
}

function spam(at: number, mid: Ticket, verdict: string, engine = 'CASE'): Line[] {
  return [
    info(at)`MID ${mid} interim verdict using engine: ${engine} ${verdict}`,
    info(at)`MID ${mid} using engine: ${engine} ${verdict}`,
  ]
}

/** Into the spam quarantine of this gateway (Q3), or of the management appliance, where it reads like a delivery (Q2). */
function spamQuarantine(at: number, mid: Ticket, { random, gateway }: Scene): Line[] {
  const rpc = 7000 + random.below(900)
  const dcid = ticket('dcid')
  const tagged = [info(at)`ISQ: Tagging MID ${mid} for quarantine`, info(at)`MID ${mid} queued for delivery`]
  if (random.chance(0.5)) {
    return [
      ...tagged,
      info(at + 1)`RPC Delivery start RCID ${rpc} MID ${mid} to local IronPort Spam Quarantine`,
      info(at + 1)`ISQ: Quarantined MID ${mid}`,
      info(at + 1)`RPC Message done RCID ${rpc} MID ${mid}`,
      over(at + 1, mid),
    ]
  }
  return [
    ...tagged,
    info(at + 1)`New SMTP DCID ${dcid} interface ${gateway.inside} address 10.20.0.9 port 6025`,
    info(at + 1)`Delivery start DCID ${dcid} MID ${mid} to RID [0] to offbox IronPort Spam Quarantine`,
    info(at + 2)`Message done DCID ${dcid} MID ${mid} to RID [0] (external quarantine) `,
    info(at + 2)`MID ${mid} RID [0] Response 'ok:  Message ${random.below(99_999)} accepted'`,
    over(at + 2, mid),
    info(at + 7)`DCID ${dcid} close`,
  ]
}

const directory: Way = {
  name: 'the directory was asked in the queue',
  cause: 'ldap-drop-in-queue',
  certainty: 'proven',
  tell: (scene) =>
    offered(scene, ({ mid }, at) => [
      info(at)`MID ${mid} ready 4411 bytes from <${scene.mailFrom}>`,
      info(
        at + 0.5,
      )`LDAP: ${scene.random.pick(['Drop', 'Bounce'])} query Corp.ldapaccept MID ${mid} RID 0 address ${scene.rcptTo}`,
      over(at + 0.5, mid),
    ]),
}

const archivedAndDropped = stopped('only the archive copy was delivered', 'message-filter-drop', (mid, at, scene) => {
  const copy = ticket('mid')
  return [
    info(at)`Start MID ${copy} ICID 0`,
    info(at)`MID ${copy} was generated based on MID ${mid} by bcc filter 'archive'`,
    info(at)`MID ${copy} ICID 0 From: <${scene.mailFrom}>`,
    info(at)`MID ${copy} ICID 0 RID 0 To: <vault@archive.example.org>`,
    ...dropped(at + 0.2, mid, "filter 'no_scripts'"),
    ...handedOver(scene, copy, at + 1),
  ]
})

export const queueWays: readonly Way[] = [
  stopped('dropped as spam', 'spam-drop', (mid, at) => [
    ...spam(at, mid, 'spam positive'),
    ...dropped(at, mid, 'CASE'),
  ]),
  stopped('spam quarantine', 'spam-quarantine', (mid, at, scene) => [
    ...spam(at, mid, scene.random.pick(['spam suspect', 'spam positive'])),
    ...spamQuarantine(at, mid, scene),
  ]),
  stopped('on the block list of the recipient', 'user-blocklist', (mid, at, scene) => [
    ...spam(at, mid, 'spam positive', 'SLBL'),
    ...spamQuarantine(at, mid, scene),
  ]),
  stopped('dropped by a message filter', 'message-filter-drop', (mid, at, { random }) =>
    dropped(at, mid, `filter '${random.pick(['no_zip_in', 'Block Scripts', 'geo'])}'`),
  ),
  stopped('dropped by a content filter', 'content-filter-drop', (mid, at, { random }) => [
    ...clean(at, mid),
    random.chance(0.5)
      ? info(at + 0.5)`Message aborted MID ${mid} Dropped by content filter 'no_macros' in the inbound table`
      : info(at + 0.5)`MID ${mid} was dropped by content filter 'no_macros' in the inbound table`,
    over(at + 0.5, mid),
  ]),
  stopped('sent back by a content filter', 'content-filter-drop', (mid, at) => [
    info(at)`Message aborted MID ${mid} Bounced by content filter 'too_many' in the inbound table`,
    over(at, mid),
  ]),
  stopped('dropped for a virus', 'virus-action', (mid, at) => [
    ...spam(at, mid, 'spam negative'),
    info(at)`MID ${mid} interim AV verdict using Sophos VIRAL`,
    info(at)`MID ${mid} antivirus positive 'W32/Sober-P'`,
    ...dropped(at, mid, 'antivirus'),
  ]),
  stopped('dropped for a malicious file', 'amp-action', (mid, at) => [
    info(at)`MID ${mid} AMP file reputation verdict : MALICIOUS`,
    ...dropped(at, mid, 'amp'),
  ]),
  stopped('held for an outbreak', 'outbreak-delay', (mid, at) => [
    info(at)`MID ${mid} Outbreak Filters: verdict positive`,
    info(at)`MID ${mid} quarantined to "Outbreak" (VOF rule:OUTBREAK_0000231)`,
  ]),
  stopped('held in a quarantine', 'policy-quarantine', (mid, at, { random }) => [
    ...clean(at, mid),
    random.chance(0.5)
      ? info(at + 0.5)`MID ${mid} quarantined to "Policy" (content filter:hold_macros)`
      : info(
          at + 0.5,
        )`MID ${mid} enqueued for transfer to centralized quarantine "Policy" (content filter:hold_macros)`,
  ]),
  stopped('deleted from a quarantine', 'quarantine-expired', (mid, at, { random }) => [
    info(at)`MID ${mid} quarantined to "Policy" (content filter:hold_macros)`,
    info(at + minutes(9))`MID ${mid} deleted from quarantine "Policy" (${random.pick(['expired', 'queue full'])})`,
    info(at + minutes(9))`MID ${mid} deleted from all quarantines`,
    over(at + minutes(9), mid),
  ]),
  stopped('let go by one of two quarantines', 'quarantine-several', (mid, at) => [
    info(at)`MID ${mid} quarantined to "Policy" (content filter:hold_macros)`,
    info(at)`MID ${mid} quarantined to "Outbreak" (VOF rule:OUTBREAK_0000231)`,
    info(at + minutes(7))`MID ${mid} released from quarantine "Outbreak" (expired)`,
  ]),
  stopped('on the global unsubscribe list', 'global-unsubscribe', (mid, at, { rcptTo }) => [
    info(at)`MID ${mid} Global unsubscribe matched entry ${rcptTo} RID 0 Address ${rcptTo} Action bounced`,
    over(at, mid),
  ]),
  stopped('dropped for a link', 'reputation-filter', (mid, at) => [
    ...clean(at, mid),
    info(at + 0.5)`MID ${mid} URL http://bad.example/a has reputation -7.2 matched Condition: URL Reputation Rule`,
    ...dropped(at + 0.5, mid, "content filter 'bad_urls' in the inbound table"),
  ]),
  stopped(
    'dropped as advertising',
    'graymail-action',
    (mid, at) => [info(at)`MID ${mid} using engine: GRAYMAIL positive`, ...dropped(at, mid, 'GRAYMAIL')],
    'likely',
  ),
  stopped('waits for the directory', 'ldap-unreachable', (mid, at) => [
    info(at)`LDAP: unable to process, MID ${mid} requeued`,
  ]),
  { ...stopped('not a word since', 'work-queue-backlog', () => [], 'possible'), alone: true },
  directory,
  archivedAndDropped,
]
