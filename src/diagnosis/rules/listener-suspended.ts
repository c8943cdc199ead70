import { cites } from '../cite.ts'
import { listenerStops, stretchIn } from '../gateway-state.ts'
import { faultFound, listenerSlots, nothingCame, ofEveryListener } from '../our-fault.ts'
import { found, proofsOf } from '../proof.ts'
import { defineRule, type NextStep } from '../rule.ts'
import { told as toldOf } from '../story.ts'

const nextSteps: readonly NextStep[] = [
  { who: 'us', step: 'resume', command: 'status' },
  { who: 'us', step: 'thresholds', command: 'tarpit' },
]
const told = { cause: 'listener-suspended', nextSteps, note: true } as const

export const rule = defineRule({
  cause: 'listener-suspended',
  stage: 1,
  cites: ['listener-stopped, listener-started (U9)', 'injection-killed (C11)', 'alert-sent (U7)', 'CAUSES 18'],
  evidence: 'seen',
  past: 'sender-taken',
  texts: {
    headline: {
      default: 'Our gateway took no mail: its listener was stopped.',
      busy: 'Our gateway takes no mail at the moment: it greets with “try again later”.',
      killed: 'Our gateway itself ended the connection, since it stopped taking mail.',
    },
    summary: {
      default:
        '{gateway} took no mail from {stoppedAt}; the log does not show that it began again. Servers that came in that time were turned away and try again.',
      resumed:
        '{gateway} took no mail from {stoppedAt} to {startedAt}. Servers that came in that time were turned away and try again.',
      busy: '{listeners} {listenerCount:greets|greet} with {code}: whoever connects is sent away before it can offer a mail, and that leaves no line here. Servers try again. It was seen from here, so a rule about our own address is not ruled out.',
      killed:
        'The connection of {server} was ended by the gateway itself, {count:once|# times}, {count:at|last at} {lastAt} ({id}), as it does when its listener is stopped or it is restarted. The sender tries again.',
    },
    steps: {
      resume:
        'See whether the listeners take mail, and who stopped them; if nobody knows a reason: `resume` (or `resumelistener`).',
      thresholds:
        'If the gateway stopped them itself because its work queue was too full, find what fills the queue; the thresholds are set with `tarpit`.',
    },
    note: {
      subject: 'Mail to {ourDomain} was put off for a while',
      body: 'Hello,\n\nour mail gateway did not take mail for a while. The fault was on our side; your server tries again by itself. If a mail was returned to you, please send it again.',
    },
    meaning:
      'A listener is what takes mail from outside. Administrators can suspend it, a restart stops it, and the gateway suspends it itself when its work queue is too full. Senders then get no connection or a temporary error.',
  },
  examine(evidence) {
    const killed = proofsOf(evidence, (attempt) => toldOf(attempt, 'injection-killed'))
    if (killed.length > 0) {
      return found({ ...told, certainty: 'proven', variant: 'killed', proofs: killed })
    }
    if (!nothingCame(evidence)) return { outcome: 'not-applicable' }
    const { window } = evidence.asked
    const stretch = stretchIn(listenerStops(evidence), window.from, window.to)
    const busy = ofEveryListener(evidence, 'R9.busy')
    if (stretch === null && busy.length > 0) {
      const slots = { ...listenerSlots(busy), code: busy[0]?.facts.code ?? '?' }
      return faultFound(evidence, busy, 'likely', { ...told, variant: 'busy', slots })
    }
    if (stretch === null) return { outcome: 'not-applicable' }
    const { begin, end } = stretch
    return {
      outcome: 'found',
      findings: [
        {
          ...told,
          // A stop of some minutes delays mail; only a longer one, or one without an end, explains that none came.
          certainty: end === null ? 'likely' : 'possible',
          attempts: [],
          cites: cites(end === null ? [begin] : [begin, end]),
          variant: end === null ? 'default' : 'resumed',
          slots: { gateway: begin.line.gateway, stoppedAt: begin.line.time, startedAt: end?.line.time ?? 0 },
        },
      ],
    }
  },
})
