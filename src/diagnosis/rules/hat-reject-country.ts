import { hatRefusal, refusalLines } from '../connection.ts'
import { found, proofsOf } from '../proof.ts'
import { defineRule } from '../rule.ts'

export const rule = defineRule({
  cause: 'hat-reject-country',
  stage: 1,
  cites: ['hat-decision (A1, country)', 'CAUSES 14'],
  evidence: 'unverified',
  past: 'let-in',
  texts: {
    headline: { default: 'Our gateway refused it: it takes no mail from the country of that server.' },
    summary: {
      default:
        '{server} was refused {count:once|# times}, {count:at|last at} {lastAt}, before any mail was offered: sender group *{group}* matches the country, {country}.',
    },
    steps: {
      except:
        'If the sender is welcome: add {ip} to a sender group above {group} in Mail Policies > HAT Overview, and commit.',
    },
    note: {
      subject: 'Your mail to {ourDomain} is refused: {ip}',
      body: 'Hello,\n\nmail from your server {server} to {ourDomain} was refused at connection, {count:once|# times} {period}, because of where that address is registered. If you have a server elsewhere, mail from there is judged on its own. Tell us if this is a regular correspondence, so that we can make an exception.',
    },
    meaning:
      'Newer versions can put servers into a sender group by the country that their address is registered in. A group that refuses turns away every server of that country.',
  },
  examine(evidence) {
    const proofs = proofsOf(evidence, (attempt) => refusalLines(attempt, 'country'))
    const last = proofs.at(-1)?.attempt
    if (last === undefined) return { outcome: 'not-applicable' }
    return found({
      cause: 'hat-reject-country',
      certainty: 'likely',
      proofs,
      slots: { country: hatRefusal(last)?.event.fields.country ?? '?' },
      nextSteps: [{ who: 'us', step: 'except', command: 'Mail Policies > HAT Overview' }],
      note: true,
    })
  },
})
