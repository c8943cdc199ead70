import type { CheckResult } from '../../checks/check.ts'
import type { Evidence } from '../evidence.ts'
import { checksThat, faultFound, listenerSlots, noFault, nothingCame, ofEveryListener } from '../our-fault.ts'
import { defineRule } from '../rule.ts'

export const rule = defineRule({
  cause: 'our-port-25-blocked',
  stage: 0,
  cites: ['CHECKS R8', 'CAUSES 7'],
  evidence: 'unverified',
  texts: {
    headline: {
      default: 'Our mail servers take no connections: port 25 is closed on our side.',
      silent: 'Our mail servers take connections on port 25 and then say nothing, so no mail gets in.',
      partly: 'One of our mail servers takes no connections; senders that try only that one do not get through.',
    },
    summary: {
      default:
        '{listeners} {listenerCount:refuses|refuse} connections on port 25, seen from here, and nothing of this sender is in the log. A firewall, an address translation or a stopped listener would explain it. From here only our own address was tried, so a rule about that address is not ruled out.',
      silent:
        '{listeners} {listenerCount:takes|take} the connection on port 25 and {listenerCount:sends|send} no greeting, seen from here, and nothing of this sender is in the log. A firewall or load balancer that answers in place of the gateway would explain it, or a listener that hangs.',
      partly:
        '{listeners} {listenerCount:refuses|refuse} connections on port 25, seen from here; the others answer. Most servers then try the next one.',
    },
    clear: 'Port 25: {subject} takes connections.',
    unknown: {
      here: 'Whether our port 25 can be reached could not be found out from here.',
      fromHere: 'Our port 25 turned away our own test, but mail of others came in: only the way from here is closed.',
    },
    steps: {
      outside: 'Try it from outside, from a network that is not ours: `telnet` to port 25 of {listeners}.',
      front:
        'If nothing comes there either: look at what stands in front of the gateway (firewall, load balancer); and on the gateway whether the listener runs.',
      path: 'If it is closed there too: look at the firewall, the address translation and the provider; and on the gateway whether the listener runs.',
      volume: 'See whether mail of other senders comes in at all: Monitor > Overview, or the gateway command below.',
    },
    note: {
      subject: 'Can your server reach port 25 of {ourDomain}?',
      body: 'Hello,\n\nwe are checking whether our mail servers ({ourMx}) can be reached. Please try it on the sending server and tell us how long the connection takes, the first line that comes, or the error (refused, timed out):\n\n  telnet {testHost} 25',
    },
    meaning:
      'Mail between servers comes in on TCP port 25. If a firewall, an address translation or the provider closes it, no connection reaches the gateway and its log stays empty, for every sender.',
  },
  examine(evidence) {
    const refused = refusals(evidence)
    const open = checksThat(evidence, 'R8.ok')
    const silent = ofEveryListener(evidence, 'R9.silent')
    const faults = refused.length > 0 ? refused : silent
    if (checksThat(evidence, 'R8.others').length > 0) return { outcome: 'unknown', missing: 'fromHere' }
    if (faults.length === 0 || !nothingCame(evidence)) return noFault(evidence, 'R8', 'here')
    const partly = refused.length > 0 && open.length > 0
    return faultFound(evidence, faults, partly ? 'possible' : 'likely', {
      cause: 'our-port-25-blocked',
      variant: partly ? 'partly' : refused.length > 0 ? 'default' : 'silent',
      slots: {
        ...listenerSlots(faults),
        testHost: evidence.ours.mxHosts[0] ?? faults[0]?.subject.replace(/:\d+\b.*$/, '') ?? '?',
      },
      nextSteps: [
        { who: 'us', step: 'outside' },
        { who: 'us', step: refused.length > 0 ? 'path' : 'front' },
        { who: 'us', step: 'volume', command: 'status detail' },
      ],
      note: true,
    })
  },
})

/** Where only the IPv6 address of a host refuses, a rule of its own tells that (R7). */
function refusals(evidence: Evidence): readonly CheckResult[] {
  const all = checksThat(evidence, 'R8.refused')
  if (checksThat(evidence, 'R8.ok').length === 0) return all
  const dead = checksThat(evidence, 'R7.dead').flatMap(({ facts }) => facts.addresses ?? [])
  return all.filter(({ subject }) => !dead.some((address) => subject.endsWith(`(${address})`)))
}
