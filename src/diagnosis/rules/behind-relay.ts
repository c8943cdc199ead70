import { isPublic, parseAddress } from '../../checks/address.ts'
import { found, proofsOf } from '../proof.ts'
import { defineRule } from '../rule.ts'
import { told } from '../story.ts'
import { comingIn } from '../whither.ts'

export const rule = defineRule({
  cause: 'behind-relay',
  stage: 1,
  cites: ['incoming-relay (A14)', 'incoming-relay-unknown (A15)', 'CAUSES 83'],
  evidence: 'seen',
  texts: {
    headline: {
      default: 'The mail came through a relay of ours, so the connection shows the relay and not the sender.',
      unknown: 'The mail came through a relay of ours, and who really sent it cannot be told from its headers.',
    },
    summary: {
      default:
        'The connection of {id} ({lastAt}) came from {relayIp}, the relay {relay}; by its headers the sending server is {ip}. What the relay refused left no line on our gateway.',
      unknown:
        'The connection of {id} ({lastAt}) came from the relay {relay}; the header that names the sending server was not there. Reputation and SPF were judged by the address of the relay.',
    },
    clear: 'Relay: none in between; {ip} connected to us itself.',
    steps: {
      upstream: 'If mail is missing without a trace: look in the log of the relay {relay}; it sees the senders first.',
      header: 'See which header the relay writes, and set it: Network > Incoming Relays; then commit.',
    },
    meaning:
      'Where a relay, a load balancer or a cloud filter stands in front of the gateway, every connection comes from its address. The gateway can read the real sender from a header (incoming relays); what the relay itself refuses never reaches it.',
  },
  examine(evidence) {
    const proofs = proofsOf(evidence, (attempt) => [
      ...told(attempt, 'incoming-relay'),
      ...told(attempt, 'incoming-relay-unknown'),
    ])
    const last = proofs.at(-1)
    const event = last?.events.at(-1)
    if (!last || (event?.form !== 'incoming-relay' && event?.form !== 'incoming-relay-unknown')) {
      const addresses = comingIn(evidence).map(({ ip }) => parseAddress(ip ?? ''))
      const { ip } = comingIn(evidence).at(-1) ?? {}
      // A private address may be that of a relay nobody told the gateway of.
      const isDirect = addresses.every((address) => address !== null && isPublic(address))
      return isDirect && ip ? { outcome: 'clear', slots: { ip }, unsaid: true } : { outcome: 'not-applicable' }
    }
    const known = event.form === 'incoming-relay'
    const relayIp = told(last.attempt, 'injection-start').at(0)?.fields.ip ?? '?'
    return found({
      cause: 'behind-relay',
      certainty: known ? 'proven' : 'likely',
      proofs,
      variant: known ? 'default' : 'unknown',
      slots: { relay: event.fields.name, relayIp },
      nextSteps: known
        ? [{ who: 'us', step: 'upstream' }]
        : [
            { who: 'us', step: 'header', command: 'Network > Incoming Relays' },
            { who: 'us', step: 'upstream' },
          ],
      aside: true,
    })
  },
})
