import { info, ticket, warning } from '../../../../src/demo/world/line.ts'
import { connected, type Scene, visit, type Way } from '../way.ts'

function refused(name: string, cause: string, certainty: Way['certainty'], hat: string, rest: Partial<Way> = {}): Way {
  return {
    name,
    cause,
    certainty,
    ...rest,
    tell(scene) {
      const icid = ticket('icid')
      return [...connected(scene, icid, hat), info(scene.at + 1)`ICID ${icid} close`]
    },
  }
}

function badly(scene: Scene): Scene {
  const sbrs = `-${scene.random.between(3.1, 9.9).toFixed(1)}`
  return { ...scene, peer: { ...scene.peer, sbrs } }
}

const byReputation: Way = {
  name: 'refused by reputation',
  cause: 'hat-reject-reputation',
  certainty: 'proven',
  tell(scene) {
    const icid = ticket('icid')
    const hat = 'REJECT SG BLOCKED_LIST match sbrs[-10.0:-3.0]'
    return [...connected(badly(scene), icid, hat), info(scene.at + 1)`ICID ${icid} close`]
  },
}

const heardOut: Way = {
  name: 'refused by reputation, and heard out',
  cause: 'hat-reject-reputation',
  certainty: 'proven',
  tell(scene) {
    const icid = ticket('icid')
    const { at, peer, mailFrom, rcptTo } = scene
    return [
      ...connected(badly(scene), icid, 'REJECT SG BLOCKED_LIST match sbrs[-10.0:-3.0]'),
      info(at)`ICID ${icid} Delayed HAT REJECT continuing session for recipient logging (${peer.ip})`,
      info(at + 1)`ICID ${icid} Delayed HAT REJECT Message from: ${mailFrom} (${peer.ip})`,
      info(at + 1)`ICID ${icid} Delayed HAT REJECT Message recipient: <${rcptTo}> (${peer.ip})`,
      info(at + 2)`ICID ${icid} close`,
    ]
  },
}

const beforeSmtp: Way = {
  name: 'refused before SMTP',
  cause: 'hat-tcprefuse',
  certainty: 'proven',
  byAddress: true,
  tell: ({ at, peer }) => [info(at)`ICID 0 TCPREFUSE SG BLACKLIST match ${peer.ip} SBRS -9.9`],
}

const slowName: Way = {
  name: 'hung up while its name was looked up',
  cause: 'slow-reverse-dns',
  certainty: 'proven',
  byAddress: true,
  tell({ at, gateway, peer, random }) {
    const seconds = 40 + random.below(100)
    return [
      info(
        at + seconds,
      )`ICID ${ticket('icid')} Connection from ${peer.ip} on interface ${gateway.listener} (${gateway.address}) lost after ${seconds} seconds (DNS query took ${seconds} seconds), before any commands were received`,
    ]
  },
}

const tooManyConnections: Way = {
  name: 'too many connections',
  cause: 'connection-limit-host',
  certainty: 'proven',
  tell(scene) {
    const { peer, random } = scene
    return visit(scene, (icid, at) => [
      warning(
        at,
      )`System limit reached: connection limit for IP ${peer.ip} on listener Incoming ICID ${icid}: max: ${1 + random.below(20)}`,
      info(at)`ICID ${icid} Receiving Failed: Connection limit exceeded`,
    ])
  },
}

const handshake: Way = {
  name: 'the handshake broke',
  cause: 'tls-handshake-failed',
  certainty: 'proven',
  tell: (scene) =>
    visit(scene, (icid, at) => [
      scene.random.chance(0.5)
        ? info(at)`ICID ${icid} TLS failed`
        : info(at)`ICID ${icid} TLS failed: [Errno 54] Connection reset by peer`,
    ]),
}

const tlsRequired: Way = {
  name: 'did not begin TLS',
  cause: 'tls-required',
  certainty: 'proven',
  tell: (scene) =>
    visit(scene, (icid, at) => [info(at)`ICID ${icid} TLS was required but remote host did not initiate it`]),
}

const login: Way = {
  name: 'a wrong password',
  cause: 'smtp-auth-failed',
  certainty: 'proven',
  tell: (scene) =>
    visit(scene, (icid, at) => [
      info(
        at,
      )`SMTP Auth: (ICID ${icid}) failed for user: u${scene.random.below(900)} using AUTH mechanism: LOGIN with profile: ldap_smtp`,
    ]),
}

const unknownCommands: Way = {
  name: 'speaks something else',
  cause: 'bad-command-limit',
  certainty: 'likely',
  tell: (scene) =>
    visit(scene, (icid, at) =>
      ['GET / HTTP/1.1', 'Host: mx1', 'Accept: any', 'STATUS', 'END'].map(
        (command) => info(at)`ICID ${icid} Unknown command: ${command}`,
      ),
    ),
}

const killed: Way = {
  name: 'ended by us, going down',
  cause: 'listener-suspended',
  certainty: 'proven',
  tell: (scene) => visit(scene, (icid, at) => [info(at)`SMTP server connection killed ICID: ${icid}`]),
}

const told: readonly Way[] = [
  byReputation,
  heardOut,
  refused('refused by an entry', 'hat-reject-entry', 'likely', 'REJECT SG PARTNER_BLOCK match 203.0.113.0/24'),
  refused('refused for its reverse DNS', 'hat-host-dns', 'likely', 'REJECT SG NO_NAME match not.double.verified'),
  refused('refused for its country', 'hat-reject-country', 'likely', 'REJECT SG GEO match country[Germany]', {
    recent: true,
  }),
  beforeSmtp,
  slowName,
  tooManyConnections,
  handshake,
  tlsRequired,
  login,
  unknownCommands,
  killed,
]

/** The connection itself is what fails, and but for the one that is heard out nobody is named. */
export const doorWays: readonly Way[] = told.map((way) => ({ ...way, nameless: true }))
