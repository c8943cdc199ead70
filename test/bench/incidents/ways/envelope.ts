import { info, type Line, minutes, type Ticket, ticket, warning } from '../../../../src/demo/world/line.ts'
import { offered, over, type Scene, visit, type Way } from '../way.ts'

function senderRefused(cause: string, certainty: Way['certainty'], reason: string): Way {
  return {
    name: `sender refused: ${reason}`,
    cause,
    certainty,
    tell: (scene) =>
      visit(scene, (icid, at) => [info(at)`ICID ${icid} Address: <${scene.mailFrom}> sender rejected, ${reason}`]),
  }
}

/** A refused recipient has no RID, and what follows reads like the sender's own decision (R6 to R9). */
function recipientRefused(cause: string, certainty: Way['certainty'], by: string): Way {
  return {
    name: `recipient refused by ${by}`,
    cause,
    certainty,
    tell: (scene) =>
      offered(
        scene,
        ({ icid, mid }, at) => [
          info(at)`MID ${mid} ICID ${icid} To: <${scene.rcptTo}> Rejected by ${by}`,
          ...broken(scene, at + 0.5, mid),
        ],
        { accepted: false },
      ),
  }
}

function broken({ random }: Scene, at: number, mid: Ticket): Line[] {
  const how = random.pick(['Receiving aborted by sender', 'Receiving aborted'])
  return [info(at)`Message aborted MID ${mid} ${how}`, over(at, mid, 'aborted')]
}

/** Failed by a reason told under the connection, while the mail was coming in (D5 to D7). */
function failed(cause: string, certainty: Way['certainty'], reason: string): Way {
  return {
    name: `failed: ${reason}`,
    cause,
    certainty,
    tell: (scene) =>
      offered(scene, ({ icid, mid }, at) => [
        info(at)`ICID ${icid} Receiving Failed: ${reason}`,
        info(at + 0.2)`Message aborted MID ${mid} Receiving aborted`,
        over(at + 0.2, mid, 'aborted'),
      ]),
  }
}

const malformed: Way = {
  name: 'sender without a domain',
  cause: 'sender-malformed',
  certainty: 'proven',
  tell: (scene) =>
    visit(scene, (icid, at) => [
      info(at)`ICID ${icid} Address: <scanner> sender rejected, envelope sender domain missing`,
    ]),
}

const harvest: Way = {
  name: 'taken for a harvest of addresses',
  cause: 'directory-harvest',
  certainty: 'proven',
  tell: (scene) =>
    offered(scene, ({ icid, mid }, at) => [
      info(at)`MID ${mid} ICID ${icid} To: <abc${scene.random.below(90)}@example.org> Rejected by LDAPACCEPT`,
      warning(
        at + 0.5,
      )`LDAP: Dropping connection due to potential Directory Harvest Attack from host=('${scene.peer.ip}', None), dhap_limit=25, sender_group=UNKNOWNLIST`,
      info(at + 0.6)`Message aborted MID ${mid} Receiving aborted`,
      over(at + 0.6, mid, 'aborted'),
    ]),
}

const untaggedBounce: Way = {
  name: 'a bounce without our tag',
  cause: 'bounce-verification',
  certainty: 'proven',
  tell(scene) {
    const mid = ticket('mid')
    return visit(scene, (icid, at) => [
      info(at)`Start MID ${mid} ICID ${icid}`,
      info(at)`MID ${mid} ICID ${icid} From: <>`,
      info(at)`MID ${mid} ICID ${icid} invalid bounce, rcpt address <${scene.rcptTo}> rejected by bounce verification.`,
      info(at + 0.5)`Message aborted MID ${mid} Receiving aborted`,
      over(at + 0.5, mid, 'aborted'),
    ])
  },
}

const bySender: Way = {
  name: 'ended by the sender',
  cause: 'aborted-by-sender',
  certainty: 'proven',
  tell: (scene) =>
    offered(scene, ({ mid }, at) => [
      info(at)`Message aborted MID ${mid} Receiving aborted by sender`,
      over(at, mid, 'aborted'),
    ]),
}

const lost: Way = {
  name: 'lost in the transfer',
  cause: 'receiving-aborted',
  certainty: 'proven',
  tell(scene) {
    const seconds = 5 + scene.random.below(90)
    return offered(
      scene,
      ({ icid, mid }, at) => [
        info(at + seconds)`ICID ${icid} lost`,
        info(at + seconds)`Message aborted MID ${mid} ${scene.random.pick(['Receiving', 'Injection'])} aborted`,
        over(at + seconds, mid, 'aborted'),
      ],
      { seconds: seconds + 1 },
    )
  },
}

const idle: Way = {
  name: 'silent for five minutes',
  cause: 'idle-timeout',
  certainty: 'likely',
  tell: (scene) =>
    offered(
      scene,
      ({ mid }, at) => [
        info(at - 1 + minutes(5))`Message aborted MID ${mid} Receiving aborted`,
        over(at - 1 + minutes(5), mid, 'aborted'),
      ],
      { seconds: minutes(5) },
    ),
}

/** The verdict stands in the log, the refusal does not (F3, F5). */
function unauthenticated(cause: string, said: (scene: Scene, mid: Ticket, at: number) => Line[]): Way {
  return {
    name: `${cause}, as far as one can tell`,
    cause,
    certainty: 'likely',
    recent: true,
    tell: (scene) =>
      offered(scene, ({ mid }, at) => [
        ...said(scene, mid, at),
        info(at + 0.5)`Message aborted MID ${mid} Receiving aborted`,
        over(at + 0.5, mid, 'aborted'),
      ]),
  }
}

const tooLong: Way = {
  name: 'longer than we allow',
  cause: 'idle-timeout',
  certainty: 'proven',
  tell: (scene) =>
    offered(
      scene,
      ({ icid, mid }, at) => [
        info(at + minutes(15))`ICID ${icid} disconnected address ${scene.peer.ip}, exceeded allowable connection time`,
        info(at + minutes(15))`Message aborted MID ${mid} Receiving aborted`,
        over(at + minutes(15), mid, 'aborted'),
      ],
      { seconds: minutes(15) + 2 },
    ),
}

export const envelopeWays: readonly Way[] = [
  senderRefused('sender-domain-nonexistent', 'proven', 'envelope sender domain does not exist'),
  senderRefused('sender-domain-unresolvable', 'proven', 'envelope sender domain could not be resolved'),
  senderRefused('sender-exception-table', 'likely', 'denied by exception table'),
  { ...malformed, nameless: true },
  recipientRefused('recipient-unknown', 'proven', 'LDAPACCEPT'),
  recipientRefused('rat-reject', 'proven', 'RAT'),
  recipientRefused('call-ahead-failed', 'likely', 'SMTP Call-Ahead'),
  recipientRefused('rate-limit-host', 'proven', 'Receiving Control'),
  recipientRefused('rate-limit-host', 'proven', 'Injection Control'),
  failed('message-too-big', 'proven', 'Message size exceeds limit'),
  failed('message-too-big', 'proven', 'Message >2X Max Size. Entering Denial-of-Service tarpit mode'),
  failed('mail-loop', 'proven', 'Message loop'),
  failed('header-too-big', 'likely', 'Message header size exceeds limit'),
  harvest,
  { ...untaggedBounce, nameless: true },
  bySender,
  lost,
  idle,
  tooLong,
  failed('bare-line-ending', 'likely', 'Message contains bare LF'),
  unauthenticated('spf-reject', ({ mailFrom }, mid, at) => [
    info(at)`MID ${mid} SPF: mailfrom identity ${mailFrom} Fail (v=spf1)`,
  ]),
  unauthenticated('dmarc-reject', ({ mailFrom }, mid, at) => [
    info(at)`MID ${mid} SPF: mailfrom identity ${mailFrom} SoftFail (v=spf1)`,
    info(
      at,
    )`MID ${mid} DMARC: Message from domain ${mailFrom.slice(mailFrom.lastIndexOf('@') + 1)}, DMARC fail (SPF aligned False, DKIM aligned False)`,
    info(at)`MID ${mid} DMARC: Verification failed`,
  ]),
]
