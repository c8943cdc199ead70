import type { Event } from '../../correlator/form.ts'
import type { Attempt } from '../attempts.ts'
import { isRecipient } from '../concerns.ts'
import type { Evidence } from '../evidence.ts'
import { slotsPast } from '../milestones.ts'
import { found, proofsOf } from '../proof.ts'
import { defineRule } from '../rule.ts'
import { linesOf } from '../story.ts'

export const rule = defineRule({
  cause: 'recipient-rewritten',
  stage: 4,
  cites: ['recipient-aliased (E10)', 'ldap-rerouted (E11)', 'message-rewritten (M3, M6)', 'CAUSES 70'],
  evidence: 'seen',
  texts: {
    headline: { default: 'Our gateway wrote the recipient anew: the mail goes on to {newRcptTo}.' },
    summary: {
      default:
        'The mail from {mailFrom} ({id}, {lastAt}) was for {oldRcptTo}; an alias, a directory or a rule of ours sends it on to {newRcptTo}. What became of it is told under the new address.',
    },
    clear: 'Recipient: went on under the address that the sender used.',
    steps: {
      check:
        'If it should not go there: see the alias table (`aliasconfig`), the domain map of the listener and the LDAP routing query for {oldRcptTo}.',
      ask: 'Ask for it by the new address: the tracking shows only that one.',
    },
    meaning:
      'The gateway can send mail for one address to another: alias table, domain map, LDAP routing, masquerading. The log then shows the mail under the new recipient, often under a new number too.',
  },
  examine(evidence) {
    const proofs = proofsOf(evidence, (attempt) => (newRecipients(attempt).length > 0 ? rewrites(attempt) : []))
    const last = proofs.at(-1)?.attempt
    if (last === undefined) {
      const same = slotsPast(evidence, 'handed-over')
      return same ? { outcome: 'clear', slots: same } : { outcome: 'not-applicable' }
    }
    return found({
      cause: 'recipient-rewritten',
      certainty: 'proven',
      proofs,
      slots: { oldRcptTo: oldRecipients(evidence, last), newRcptTo: newRecipients(last).slice(0, 3) },
      nextSteps: [
        { who: 'us', step: 'ask' },
        { who: 'us', step: 'check', command: 'aliasconfig' },
      ],
      aside: true,
    })
  },
})

function rewrites(attempt: Attempt): readonly Event[] {
  return linesOf(attempt).filter((event) => {
    if (event.form === 'message-rewritten') return /\b(alias|ldap|masquerad|domain map)/i.test(event.fields.by)
    return event.form === 'recipient-aliased' || event.form === 'ldap-rerouted'
  })
}

/** Who the mail was for when it came in: the recipient asked about where that is one of them. */
function oldRecipients({ asked }: Evidence, { message }: Attempt): readonly string[] {
  const old = (message?.recipients ?? []).map(({ rcptTo }) => rcptTo)
  const meant = old.filter((rcptTo) => asked.recipient !== null && isRecipient(rcptTo, asked.recipient))
  return meant.length > 0 ? meant : old.slice(0, 3)
}

function newRecipients(attempt: Attempt): readonly string[] {
  const old = new Set((attempt.message?.recipients ?? []).map(({ rcptTo }) => rcptTo.toLowerCase()))
  const now = (attempt.recipients ?? []).map(({ rcptTo }) => rcptTo).filter((rcptTo) => !old.has(rcptTo.toLowerCase()))
  return old.size > 0 ? [...new Set(now)] : []
}
