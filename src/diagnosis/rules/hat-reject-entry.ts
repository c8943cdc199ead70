import { hatRefusal, refusalLines } from '../connection.ts'
import { found, proofsOf } from '../proof.ts'
import { defineRule } from '../rule.ts'

export const rule = defineRule({
  cause: 'hat-reject-entry',
  stage: 1,
  cites: ['hat-decision (A2, A12; match vocabulary)', 'CAUSES 13'],
  evidence: 'documented',
  past: 'let-in',
  texts: {
    headline: {
      default: "Our gateway refused it: the sender's server stands on a list of ours.",
      dnslist: "Our gateway refused it: the sender's server is on a public block list that we use.",
    },
    summary: {
      default:
        '{server} was refused {count:once|# times}, {count:at|last at} {lastAt}, before any mail was offered: it matches the entry {match} of sender group *{group}*. Its reputation ({sbrs}) had no part in it.',
      dnslist:
        '{server} was refused {count:once|# times}, {count:at|last at} {lastAt}, before any mail was offered: sender group *{group}* asks {match}, and the address is listed there.',
    },
    steps: {
      edit: 'Find out who added the entry {match} and why (System Administration > Configuration log), then remove or narrow it in Mail Policies > HAT Overview > {group}, and commit.',
      delist: 'Ask the operator of that list to take {ip} off it, once the cause is mended.',
    },
    note: {
      subject: 'Your mail to {ourDomain} is refused: {ip}',
      body: 'Hello,\n\nmail from your server {server} to {ourDomain} was refused at connection, {count:once|# times} {period}, with a 554 reply. It is a decision about that address or its network, not about one mail. Please check whether the address is on a public block list and tell us what the server sends; we look at our side meanwhile.',
    },
    meaning:
      'The Host Access Table has sender groups with entries: addresses, networks, host names, DNS block lists. The first group that matches decides. Here an entry that somebody made refuses the server, whatever its reputation.',
  },
  examine(evidence) {
    const proofs = proofsOf(evidence, (attempt) => refusalLines(attempt, 'entry'))
    const last = proofs.at(-1)?.attempt
    if (last === undefined) return { outcome: 'not-applicable' }
    const match = hatRefusal(last)?.event.fields.match?.trim() || '?'
    const listed = match.toLowerCase().startsWith('dnslist[')
    return found({
      cause: 'hat-reject-entry',
      certainty: 'likely',
      proofs,
      variant: listed ? 'dnslist' : 'default',
      slots: { match },
      nextSteps: [
        ...(listed ? [{ who: 'sender', step: 'delist' } as const] : []),
        { who: 'us', step: 'edit', command: 'Mail Policies > HAT Overview' },
      ],
      note: true,
    })
  },
})
