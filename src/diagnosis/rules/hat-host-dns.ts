import { hatRefusal, refusalLines } from '../connection.ts'
import { found, proofsOf } from '../proof.ts'
import { defineRule } from '../rule.ts'

export const rule = defineRule({
  cause: 'hat-host-dns',
  stage: 1,
  cites: ['hat-decision (match nx.domain, serv.fail, not.double.verified)', 'injection-start (C1b)', 'CAUSES 15'],
  evidence: 'documented',
  past: 'let-in',
  texts: {
    headline: { default: "Our gateway refused it: the reverse DNS of the sender's server is not in order." },
    summary: {
      default:
        '{server} was refused {count:once|# times}, {count:at|last at} {lastAt}: sender group *{group}* turns away servers without a reverse DNS name that leads back to them (rule {match}).',
    },
    steps: {
      publish: 'Publish a PTR record for {ip}, and an address record for that name which leads back to {ip}.',
      except:
        'Until then: add {ip} to a sender group above {group}, or take the condition off it (Mail Policies > HAT Overview > {group}, Connecting Host DNS Verification), and commit.',
    },
    note: {
      subject: 'Your server {ip} needs a reverse DNS name',
      body: 'Hello,\n\nmail from your server {ip} to {ourDomain} was refused at connection, {count:once|# times} {period}, because its reverse DNS is not in order: either there is no PTR record for the address, or the name in it does not lead back to the address. Please publish a PTR record for {ip}, and an A or AAAA record of that name with the same address.',
    },
    meaning:
      'A sender group can catch servers whose reverse DNS fails: no PTR record (nx.domain), a look-up that ends in an error (serv.fail), or a name that does not lead back (not.double.verified).',
  },
  examine(evidence) {
    const proofs = proofsOf(evidence, (attempt) => refusalLines(attempt, 'host-dns'))
    const last = proofs.at(-1)?.attempt
    if (last === undefined) return { outcome: 'not-applicable' }
    return found({
      cause: 'hat-host-dns',
      certainty: 'likely',
      proofs,
      slots: { match: hatRefusal(last)?.event.fields.match ?? '?' },
      nextSteps: [
        { who: 'sender', step: 'publish' },
        { who: 'us', step: 'except', command: 'Mail Policies > HAT Overview' },
      ],
      note: true,
    })
  },
})
