import { cites } from '../cite.ts'
import { isNamed } from '../concerns.ts'
import { found, proofsOf, slotsOf } from '../proof.ts'
import { harvestWarnings, isCutBy, limitNamed } from '../receiving-control.ts'
import { defineRule, type NextStep } from '../rule.ts'

export const rule = defineRule({
  cause: 'directory-harvest',
  stage: 2,
  cites: ['directory-harvest (C13)', 'ESADHASource (16 c)', 'vendor note 118936', 'CAUSES 42'],
  evidence: 'seen',
  past: 'recipient-taken',
  texts: {
    headline: { default: "Our gateway hung up on the sender's server: it named too many unknown recipients." },
    summary: {
      default:
        '{ip} named more than {limit} recipients that do not exist within an hour; our gateway took that for address guessing and cut its connections, {count:at|last at} {cutAt}. Good recipients in the same mail are lost with the bad ones until the hour is over.',
      unnumbered:
        '{ip} named more recipients that do not exist than our gateway allows within an hour; it took that for address guessing and did not take the mail from {mailFrom}, {count:at|last at} {cutAt} ({id}). Good recipients in the same mail are lost with the bad ones until the hour is over.',
    },
    steps: {
      askReply:
        'Look in the log of the sending server for the error at {cutAt}: one about too many invalid recipients is this limit, any other is not.',
      clean:
        'Take the addresses that do not exist off the list that is sent to; the bounces of the sending server name them.',
      raise:
        'If the sender is welcome: raise Max. Invalid Recipients Per Hour in the mail flow policy of its group, or move {ip} to a group without that limit, and commit.',
    },
    note: {
      subject: 'Mail from {ip} to {ourDomain} is cut off: too many unknown recipients',
      body: 'Hello,\n\nyour server {ip} named more than {limit} recipients in an hour that do not exist here, so our gateway cut its connections, {count:at|last at} {cutAt}. Please clean the address list: the bounces on your side name the addresses. Then send again; after an hour the limit starts anew.',
    },
    meaning:
      'Directory harvest attack prevention counts the unknown recipients that one address names in an hour. Beyond the limit the gateway drops the connection, whatever else was in it.',
  },
  examine(evidence) {
    const named = proofsOf(evidence, (attempt) => limitNamed(attempt, 'ESADHASource'))
    const cutAt = named.at(-1)?.events.at(-1)?.line.time
    if (cutAt !== undefined) return found({ ...unnumbered, proofs: named, slots: { cutAt } })
    const ips = new Set(evidence.attempts.flatMap(({ ip }) => ip ?? []))
    const lines = harvestWarnings(evidence).filter(({ fields }) => ips.has(fields.ip))
    const last = lines.at(-1)
    if (last === undefined) return { outcome: 'not-applicable' }
    // It names no connection: it belongs to the one of that address that was open then.
    const proofs = proofsOf(evidence, (attempt) => lines.filter((line) => isCutBy(attempt, line)))
    // Asked about one person: a limit that unknown names met is no matter of hers, unless she was on that connection.
    const { recipient } = evidence.asked
    if (recipient && proofs.length === 0) return { outcome: 'not-applicable' }
    const isCertain = proofs.some(({ attempt }) => recipient === null || isNamed(attempt, recipient))
    return {
      outcome: 'found',
      findings: [
        {
          cause: 'directory-harvest',
          certainty: isCertain ? 'proven' : 'possible',
          attempts: proofs.map(({ attempt }) => attempt),
          cites: cites(lines),
          slots: { ...slotsOf(proofs), ...last.fields, count: lines.length, cutAt: last.line.time },
          nextSteps: isCertain ? nextSteps : [askReply, ...nextSteps],
          note: true,
        },
      ],
    }
  },
})

const askReply: NextStep = { who: 'sender', step: 'askReply' }

const nextSteps: readonly NextStep[] = [
  { who: 'sender', step: 'clean' },
  { who: 'us', step: 'raise', command: 'Mail Policies > Mail Flow Policies' },
]

const unnumbered = { cause: 'directory-harvest', variant: 'unnumbered', certainty: 'likely', nextSteps } as const
