import { aboutNames, senderLookups } from '../absence.ts'
import { isCovered } from '../before.ts'
import { defineRule } from '../rule.ts'
import { asksAboutOurMail } from '../whither.ts'

export const rule = defineRule({
  cause: 'never-relayed',
  stage: 0,
  cites: ['absence of envelope-sender and envelope-recipient (M2, M3)', 'CHECKS R22'],
  evidence: 'documented',
  texts: {
    headline: { default: 'Our gateway was not given that mail: what stopped it lies before the gateway.' },
    summary: {
      default:
        'The logs hold the whole time from {fromAt} to {toAt}, and nothing in them fits {named}. Mail of our own people comes to the gateway from the mail server inside, or from a service that sends for us: there it waits, was refused, or went out another way.',
    },
    clear: 'Inside: our own server gave the mail to the gateway at {relayedAt}.',
    steps: {
      spelling: 'The DNS knows no {unknownDomain}: is the address written right?',
      inside:
        'Look for it on the mail server inside: message trace, queues, and the connector to the gateway (Exchange: `Get-MessageTrackingLog`, `Get-Queue`).',
      sender:
        'Look into Sent Items and for an error message: was it sent, from which account, and to which address exactly?',
      connected:
        'If the server inside says that the gateway turned it away: ask again by the address of that server, `why {exampleIp}`.',
    },
    meaning:
      'Mail that leaves the house comes to the gateway from a mail server inside (HAT: RELAY). Where the log names neither its sender nor its recipient, the gateway never had it, and the reason lies before it.',
  },
  examine(evidence) {
    const { asked, attempts, ours } = evidence
    if (!asksAboutOurMail(asked, ours.domains)) return { outcome: 'not-applicable' }
    const relayed = attempts.findLast(({ outbound }) => outbound)
    if (relayed) return { outcome: 'clear', slots: { relayedAt: relayed.time } }
    if (attempts.length > 0) return { outcome: 'not-applicable' }
    // The log of a gateway that does not answer may well hold it.
    if (!isCovered(evidence)) return { outcome: 'unknown' }
    const none = evidence.checks.find(({ key }) => key.startsWith('S1.none'))
    return {
      outcome: 'found',
      findings: [
        {
          cause: 'never-relayed',
          // A server of ours that is turned away before it names a sender leaves no name either.
          certainty: 'likely',
          attempts: [],
          cites: [],
          lookups: senderLookups(evidence),
          slots: { named: aboutNames(asked), fromAt: asked.window.from, toAt: asked.window.to },
          nextSteps: [
            ...(none ? [{ who: 'sender', step: 'spelling', slots: { unknownDomain: none.subject } } as const] : []),
            { who: 'us', step: 'inside' },
            { who: 'sender', step: 'sender' },
            { who: 'us', step: 'connected', slots: { exampleIp: '10.0.0.5' } },
          ],
        },
      ],
    }
  },
})
