import { absenceSlots, absenceSteps, forOthers, isUnlisted, namesTheirs, senderLookups } from '../absence.ts'
import { isCovered, lastTaken, takenSlots } from '../before.ts'
import { cites } from '../cite.ts'
import { defineRule, type NextStep } from '../rule.ts'
import { isSilenceExplained } from '../silence.ts'
import { linesOf } from '../story.ts'

export const rule = defineRule({
  cause: 'never-connected',
  stage: 0,
  cites: ['absence of injection-start (C1)', 'vendor notes 118013, 118014', 'CHECKS R22', 'CAUSES 1, 6, 8'],
  evidence: 'documented',
  past: 'connected',
  texts: {
    headline: {
      default: 'Nothing from {sender} has reached us since {fromAt}. The fault is before our gateway.',
      explained: 'Nothing from {sender} has reached us since {fromAt}; the finding above would explain it.',
      others: 'Mail of {sender} came for others, and none for {recipient}.',
      unlisted: 'The log shows no mail from {sender} since {fromAt}.',
    },
    summary: {
      default:
        'The logs hold the whole time to {toAt}, and no connection from {addresses:the one address or range|any of the # addresses and ranges} that {sender} says it sends from. Could be: still in their queue, sent to an old address of ours, or port 25 blocked on their side. One question tells them apart: which address did your server connect to, and what did it say?',
      usedTo:
        'The logs hold the whole time to {toAt}, and no connection from {addresses:the one address or range|any of the # addresses and ranges} that {sender} says it sends from. The last mail from there came at {takenAt}, from {takenServer}. Could be: still in their queue, sent to an old address of ours, or port 25 blocked on their side. One question tells them apart: which address did your server connect to, and what did it say?',
      explained:
        'The logs hold the whole time to {toAt}, and no connection from {addresses:the one address or range|any of the # addresses and ranges} that {sender} says it sends from. If it is not that: still in their queue, sent to an old address of ours, or port 25 blocked on their side.',
      others:
        'The logs hold the whole time to {toAt}. {others} {others:mail|mails} of {sender} came in it, the last at {otherAt} for {otherRcptTo}, and none named {recipient}. Could be: another address was written, or the mail to this one was never sent. One question tells them apart: which address exactly did the sender write, and did an error come back?',
      unlisted:
        'The logs hold the whole time to {toAt} and never name {sender}. But where it sends from cannot be listed, so a server of theirs that was turned away before it gave its name would not show here. What tells: the address of their sending server. Ask again with it.',
    },
    steps: {
      askSender:
        'Send the log line of one attempt: which address it connected to, when, and what came back. The note below asks for exactly that, and has a test to paste.',
      byHand:
        'Try it by hand on the sending server itself: `telnet {testHost} 25` or `swaks --server {testHost} --quit-after FIRST-HELO`. If that works and their server still fails, it is a delivery problem on their side: its queue, its routing, an old DNS answer. Then the line of its own log is what tells.',
      askAgain: 'With the address of their sending server, ask again: `why {exampleIp}`.',
    },
    note: {
      subject: 'Your mail to {ourDomain} does not reach us',
      body: 'Hello,\n\nbetween {fromAt} and {toAt} none of our mail gateways ({ourMx}) saw a connection from your servers. Please send us the log line of one attempt: its queue id, the time in UTC, your outgoing address, the address your server connected to, and what came back.\n\nThis test, typed on the sending server itself, shows whether it can reach us:\n\n  telnet {testHost} 25\n  EHLO your.host.name\n  MAIL FROM:<you@your.domain>\n  RCPT TO:<the recipient>\n  QUIT\n\nor, in one line:\n\n  swaks --server {testHost} --to recipient@{ourDomain} --quit-after RCPT\n\nIf nothing answers, port 25 is closed on the way. If every line is answered with 250 and your mail still waits, the fault is in the queue or the routing of your server: a fixed route or an old DNS answer may lead it elsewhere.',
    },
    meaning:
      'No line of the log shows a connection from the sender, and the log is whole for that time. Then the mail never came to our gateway: it was not sent, it went elsewhere, or the way to port 25 is closed.',
  },
  examine(evidence) {
    const { asked, attempts } = evidence
    if (attempts.length > 0 || !isCovered(evidence) || !namesTheirs(evidence)) return { outcome: 'not-applicable' }
    const unlisted = isUnlisted(evidence)
    // What explains the silence better makes this one possibility of several.
    const explained = isSilenceExplained(evidence)
    const others = forOthers(evidence)
    const before = lastTaken(evidence, asked.window.from, null)
    return {
      outcome: 'found',
      findings: [
        {
          cause: 'never-connected',
          certainty: explained || (unlisted && others === null) ? 'possible' : 'likely',
          attempts: [],
          cites: others?.cites ?? (before === null ? [] : cites(linesOf(before).slice(0, 1))),
          lookups: senderLookups(evidence),
          variant: others ? 'others' : unlisted ? 'unlisted' : explained ? 'explained' : before ? 'usedTo' : 'default',
          slots: { ...absenceSlots(evidence), ...others?.slots, ...(before !== null && takenSlots(before)) },
          nextSteps: [...(others ? [askSender] : absenceSteps(evidence)), ...(unlisted ? [askAgain] : [])],
          // The note says that no connection came at all.
          note: others === null,
        },
      ],
    }
  },
})

const askSender: NextStep = { who: 'sender', step: 'askSender' }

const askAgain: NextStep = { who: 'us', step: 'askAgain', slots: { exampleIp: '192.0.2.1' } }
