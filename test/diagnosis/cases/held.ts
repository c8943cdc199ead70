import { handedOver, taken } from '../evidence-of.ts'
import type { RuleCase } from './rule-case.ts'

/** A mail that was taken, and then this. */
function then(...lines: readonly string[]): string {
  return [taken(), ...lines].join('\n')
}

const spam = '09:00:04 MID 12 using engine: CASE spam positive'
const blocked =
  '09:00:04 MID 12 interim verdict using engine: SLBL spam positive\n09:00:04 MID 12 using engine: SLBL spam positive'
const external = `09:00:05 ISQ: Tagging MID 12 for quarantine\n09:00:05 MID 12 queued for delivery\n09:00:06 Delivery start DCID 30 MID 12 to RID [0] to offbox IronPort Spam Quarantine\n09:00:06 Message done DCID 30 MID 12 to RID [0] (external quarantine) `
const local =
  '09:00:05 ISQ: Tagging MID 12 for quarantine\n09:00:05 RPC Delivery start RCID 5 MID 12 to local IronPort Spam Quarantine\n09:00:05 ISQ: Quarantined MID 12\n09:00:05 RPC Message done RCID 5 MID 12\n09:00:05 Message finished MID 12 done'
const held = (quarantine: string, reason: string) => `09:00:05 MID 12 quarantined to "${quarantine}" (${reason})`
const delivered = handedOver()

/** Stage 5: held in a quarantine. */
export const heldCases: readonly RuleCase[] = [
  {
    cause: 'spam-quarantine',
    name: 'on another appliance, which looks delivered',
    log: then(spam, external),
    outcome: 'found',
    certainty: 'proven',
    cites: ['(external quarantine)', 'Tagging', 'spam positive'],
    slots: { verdict: 'spam positive' },
  },
  {
    cause: 'spam-quarantine',
    name: 'on this gateway',
    log: then(spam, local),
    outcome: 'found',
    certainty: 'proven',
    cites: ['ISQ: Tagging'],
  },
  {
    cause: 'spam-quarantine',
    name: 'released since',
    log: then(
      spam,
      local,
      '10:00:00 ISQ: Reinjected MID 12 as MID 13',
      '10:00:00 Start MID 13 ICID 0',
      '10:00:00 MID 13 ICID 0 RID 0 To: <ann@example.org>',
      handedOver('10:00:05', 13),
    ),
    outcome: 'not-applicable',
    verdict: 'delivered',
  },
  {
    cause: 'spam-quarantine',
    name: "the recipient's own list",
    log: then(blocked, external),
    outcome: 'not-applicable',
    verdict: 'user-blocklist',
  },
  {
    cause: 'user-blocklist',
    name: 'held',
    log: then(blocked, external),
    outcome: 'found',
    certainty: 'proven',
    variant: 'default',
    cites: ['SLBL spam positive'],
  },
  {
    cause: 'user-blocklist',
    name: 'the engine, not the list',
    log: then(spam, external),
    outcome: 'not-applicable',
    verdict: 'spam-quarantine',
  },
  {
    cause: 'outbreak-delay',
    name: 'still held',
    log: then('09:00:04 MID 12 Outbreak Filters: verdict positive', held('Outbreak', 'VOF rule:x')),
    outcome: 'found',
    certainty: 'proven',
    variant: 'default',
    slots: { reason: 'VOF rule:x' },
  },
  {
    cause: 'outbreak-delay',
    name: 'let go after two hours, and delivered',
    log: then(
      held('Outbreak', 'VOF rule:x'),
      '11:00:05 MID 12 released from quarantine "Outbreak" (expired)',
      '11:00:05 MID 12 released from all quarantines',
      handedOver('11:00:10'),
    ),
    outcome: 'found',
    certainty: 'proven',
    variant: 'released',
    slots: { minutes: 120 },
    verdict: 'delivered',
  },
  {
    cause: 'outbreak-delay',
    name: 'passed',
    log: then('09:00:04 MID 12 Outbreak Filters: verdict negative', delivered),
    outcome: 'clear',
    verdict: 'delivered',
  },
  {
    cause: 'outbreak-delay',
    name: 'held for something else',
    log: then(held('Policy', 'content filter:Hold')),
    outcome: 'not-applicable',
    verdict: 'policy-quarantine',
  },
  {
    cause: 'policy-quarantine',
    name: 'held here',
    log: then(held('Policy', 'content filter:Hold Macros')),
    outcome: 'found',
    certainty: 'proven',
    variant: 'default',
    cites: ['quarantined to "Policy"'],
    slots: { quarantine: 'Policy', reason: 'content filter:Hold Macros' },
  },
  {
    cause: 'policy-quarantine',
    name: 'held on the management appliance',
    log: then('09:00:05 MID 12 enqueued for transfer to centralized quarantine "Policy" (content filter:Hold Macros)'),
    outcome: 'found',
    variant: 'remote',
  },
  {
    cause: 'policy-quarantine',
    name: 'released and delivered',
    log: then(
      held('Policy', 'x'),
      '10:00:00 MID 12 released from quarantine "Policy" (manual)',
      '10:00:00 MID 12 released from all quarantines',
      handedOver('10:00:05'),
    ),
    outcome: 'not-applicable',
    verdict: 'delivered',
  },
  {
    cause: 'policy-quarantine',
    name: 'an outbreak is another thing',
    log: then(held('Outbreak', 'VOF rule:x')),
    outcome: 'not-applicable',
    verdict: 'outbreak-delay',
  },
  {
    cause: 'quarantine-several',
    name: 'released from one of two',
    log: then(
      held('Policy', 'x'),
      held('Outbreak', 'y'),
      '10:00:00 MID 12 released from quarantine "Outbreak" (expired)',
    ),
    outcome: 'found',
    certainty: 'proven',
    slots: { quarantines: ['Policy', 'Outbreak'], released: 'Outbreak' },
  },
  {
    cause: 'quarantine-several',
    name: 'released from one, deleted from the other',
    log: then(
      held('Policy', 'x'),
      held('Legal', 'y'),
      '10:00:00 MID 12 released from quarantine "Policy" (manual)',
      '10:30:00 MID 12 deleted from quarantine "Legal" (manual)',
      '10:30:00 MID 12 deleted from all quarantines',
    ),
    outcome: 'found',
    certainty: 'proven',
    variant: 'deleted',
    cites: ['released from quarantine "Policy"', 'deleted from quarantine "Legal"'],
    slots: { quarantines: ['Policy', 'Legal'], released: 'Policy', deleted: 'Legal', reason: 'manual' },
  },
  {
    cause: 'quarantine-several',
    name: 'held in one',
    log: then(held('Policy', 'x')),
    outcome: 'not-applicable',
    verdict: 'policy-quarantine',
  },
  {
    cause: 'quarantine-expired',
    name: 'its time was over',
    log: then(
      held('Policy', 'x'),
      '18:00:00 MID 12 deleted from quarantine "Policy" (expired)',
      '18:00:00 MID 12 deleted from all quarantines',
    ),
    outcome: 'found',
    certainty: 'proven',
    variant: 'default',
    cites: ['deleted from quarantine', 'quarantined to'],
  },
  {
    cause: 'quarantine-expired',
    name: 'it was full',
    log: then(held('Policy', 'x'), '18:00:00 MID 12 deleted from quarantine "Policy" (queue full)'),
    outcome: 'found',
    variant: 'full',
  },
  {
    cause: 'quarantine-expired',
    name: 'by hand',
    log: then(held('Policy', 'x'), '18:00:00 MID 12 deleted from quarantine "Policy" (manual)'),
    outcome: 'found',
    variant: 'manual',
  },
  {
    cause: 'quarantine-expired',
    name: 'still held',
    log: then(held('Policy', 'x')),
    outcome: 'not-applicable',
    verdict: 'policy-quarantine',
  },
]
