import type { Injection, MailLog, Message } from './mail-log.ts'

/** The numbers of one gateway that lines should be searched for. */
export interface NamedIds {
  readonly icids: ReadonlySet<number>
  readonly mids: ReadonlySet<number>
  readonly dcids: ReadonlySet<number>
}

interface Wanted extends NamedIds {
  readonly icids: Set<number>
  readonly mids: Set<number>
  readonly dcids: Set<number>
}

/**
 * The ids, by gateway, whose lines belong to what was asked about: from a seed injection its messages; from a seed
 * message its injection, the messages it came from and became, and the deliveries of all of them. ICID 0 and DCID 0 are
 * none. What is the caller's to know is what it has searched for before.
 *
 * Other people's mail stays out: messages that only share an injection or a delivery with a seed message are not
 * followed, unless the injection itself is a seed (found by its address, its host or its refusal). Copies that the
 * gateway made of a seed message are not followed either, but the message that a seed was copied from is.
 */
export function namedIds(log: MailLog, isSeed: (item: Injection | Message) => boolean): ReadonlyMap<string, NamedIds> {
  const byGateway = new Map<string, Wanted>()
  const followed = new Set<Message>()
  const ahead: Message[] = []
  for (const injection of log.injections) {
    if (!isSeed(injection)) continue
    wantedOf(byGateway, injection.gateway).icids.add(injection.icid)
    ahead.push(...injection.messages)
  }
  for (const message of log.messages) if (isSeed(message)) ahead.push(message)

  for (let message = ahead.pop(); message; message = ahead.pop()) {
    if (followed.has(message)) continue
    followed.add(message)
    const wanted = wantedOf(byGateway, message.gateway)
    wanted.mids.add(message.mid)
    if (message.injection) wanted.icids.add(message.injection.icid)
    for (const { dcid } of message.deliveries) wanted.dcids.add(dcid)
    if (message.origin) ahead.push(message.origin.message)
    for (const became of message.became) ahead.push(became)
  }
  return byGateway
}

function wantedOf(byGateway: Map<string, Wanted>, gateway: string): Wanted {
  let wanted = byGateway.get(gateway)
  if (!wanted) {
    wanted = { icids: new Set(), mids: new Set(), dcids: new Set() }
    byGateway.set(gateway, wanted)
  }
  return wanted
}
