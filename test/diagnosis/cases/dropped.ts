import { handedOver, taken } from '../evidence-of.ts'
import type { RuleCase } from './rule-case.ts'

/** A mail that was taken, and then this. */
function then(...lines: readonly string[]): string {
  return [taken(), ...lines].join('\n')
}

const dropped = (by: string) => `09:00:05 Message aborted MID 12 Dropped by ${by}`
const spam = '09:00:04 MID 12 using engine: CASE spam positive'
const external = `09:00:05 ISQ: Tagging MID 12 for quarantine\n09:00:05 MID 12 queued for delivery\n09:00:06 Delivery start DCID 30 MID 12 to RID [0] to offbox IronPort Spam Quarantine\n09:00:06 Message done DCID 30 MID 12 to RID [0] (external quarantine) `
const held = (quarantine: string, reason: string) => `09:00:05 MID 12 quarantined to "${quarantine}" (${reason})`
const delivered = handedOver()

/** Stage 4: stopped in the work queue. */
export const droppedCases: readonly RuleCase[] = [
  {
    cause: 'ldap-drop-in-queue',
    name: 'dropped without a word',
    log: then(
      '09:00:04 LDAP: Drop query Corp.ldapaccept MID 12 RID 0 address ann@example.org',
      '09:00:04 Message finished MID 12 done',
    ),
    outcome: 'found',
    certainty: 'proven',
    variant: 'default',
    cites: ['LDAP: Drop query'],
  },
  {
    cause: 'ldap-drop-in-queue',
    name: 'sent back',
    log: then('09:00:04 LDAP: Bounce query Corp.ldapaccept MID 12 RID 0 address ann@example.org'),
    outcome: 'found',
    variant: 'bounced',
  },
  {
    cause: 'ldap-drop-in-queue',
    name: 'delivered',
    log: then(delivered),
    outcome: 'not-applicable',
    verdict: 'delivered',
  },
  {
    cause: 'message-filter-drop',
    name: 'dropped by name',
    log: then(dropped("filter 'No_Zip'")),
    outcome: 'found',
    certainty: 'proven',
    variant: 'default',
    cites: ["Dropped by filter 'No_Zip'"],
    slots: { filter: 'No_Zip' },
  },
  {
    cause: 'message-filter-drop',
    name: 'sent back',
    log: then("09:00:05 Message aborted MID 12 Bounced by filter 'No_Zip'"),
    outcome: 'found',
    variant: 'bounced',
  },
  {
    cause: 'message-filter-drop',
    name: 'a content filter is another thing',
    log: then(dropped("content filter 'No Macros' in the inbound table")),
    outcome: 'not-applicable',
    verdict: 'content-filter-drop',
  },
  {
    cause: 'content-filter-drop',
    name: 'dropped by name',
    log: then(dropped("content filter 'No Macros' in the inbound table")),
    outcome: 'found',
    certainty: 'proven',
    variant: 'default',
    cites: ["content filter 'No Macros'"],
    slots: { filter: 'No Macros', policy: 'DEFAULT' },
  },
  {
    cause: 'content-filter-drop',
    name: 'sent back',
    log: then("09:00:05 Message aborted MID 12 Bounced by content filter 'No Macros' in the inbound table"),
    outcome: 'found',
    variant: 'bounced',
  },
  {
    cause: 'content-filter-drop',
    name: 'a subject that reads like one',
    log: then(delivered).replace('Invoice 4711', "x\" Info: Message aborted MID 12 Dropped by content filter 'x'"),
    outcome: 'not-applicable',
    verdict: 'delivered',
  },
  {
    cause: 'content-filter-drop',
    name: 'a message filter is another thing',
    log: then(dropped("filter 'No_Zip'")),
    outcome: 'not-applicable',
    verdict: 'message-filter-drop',
  },
  {
    cause: 'spam-drop',
    name: 'dropped by the engine',
    log: then(spam, dropped('CASE')),
    outcome: 'found',
    certainty: 'proven',
    cites: ['CASE spam positive', 'Dropped by CASE'],
  },
  {
    cause: 'spam-drop',
    name: 'spam, but held',
    log: then(spam, external),
    outcome: 'not-applicable',
    verdict: 'spam-quarantine',
  },
  {
    cause: 'spam-drop',
    name: 'clean',
    log: then(spam.replace('positive', 'negative'), delivered),
    outcome: 'clear',
    slots: { verdict: 'spam negative' },
    verdict: 'delivered',
  },
  {
    cause: 'graymail-action',
    name: 'dropped as a newsletter',
    log: then('09:00:04 MID 12 using engine: GRAYMAIL positive', dropped('GRAYMAIL')),
    outcome: 'found',
    certainty: 'likely',
  },
  {
    cause: 'graymail-action',
    name: 'a newsletter, delivered',
    log: then('09:00:04 MID 12 using engine: GRAYMAIL positive', delivered),
    outcome: 'not-applicable',
    verdict: 'delivered',
  },
  {
    cause: 'virus-action',
    name: 'dropped',
    log: then("09:00:04 MID 12 antivirus positive 'W32/Example'", dropped('antivirus')),
    outcome: 'found',
    certainty: 'proven',
    variant: 'default',
    slots: { virus: 'W32/Example' },
    cites: ['antivirus positive', 'Dropped by antivirus'],
  },
  {
    cause: 'virus-action',
    name: 'held',
    log: then('09:00:04 MID 12 antivirus encrypted', held('Virus', 'antivirus')),
    outcome: 'found',
    variant: 'held',
    slots: { verdict: 'encrypted' },
  },
  {
    cause: 'virus-action',
    name: 'clean',
    log: then('09:00:04 MID 12 antivirus negative ', delivered),
    outcome: 'clear',
    verdict: 'delivered',
  },
  {
    cause: 'virus-action',
    name: 'held for something else',
    log: then(held('Policy', 'content filter:Hold')),
    outcome: 'not-applicable',
    verdict: 'policy-quarantine',
  },
  {
    cause: 'amp-action',
    name: 'dropped',
    log: then('09:00:04 MID 12 AMP file reputation verdict : MALWARE', dropped('amp')),
    outcome: 'found',
    certainty: 'proven',
    variant: 'default',
    cites: ['MALWARE', 'Dropped by amp'],
  },
  {
    cause: 'amp-action',
    name: 'waits for the analysis',
    log: then('09:00:04 MID 12 AMP file reputation verdict : FA_PENDING', held('File Analysis', 'AMP')),
    outcome: 'found',
    variant: 'held',
  },
  {
    cause: 'amp-action',
    name: 'skipped',
    log: then('09:00:04 MID 12 AMP file reputation verdict : SKIPPED (no attachment in message)', delivered),
    outcome: 'not-applicable',
    verdict: 'delivered',
  },
  {
    cause: 'dlp-action',
    name: 'held',
    log: then(
      "09:00:04 MID 12 DLP violation. Severity: LOW (Risk Factor: 15). DLP policy match: 'Cards'.",
      held('Policy', 'DLP violation'),
    ),
    outcome: 'found',
    certainty: 'proven',
    variant: 'held',
    slots: { dlpPolicy: 'Cards' },
  },
  {
    cause: 'dlp-action',
    name: 'dropped',
    log: then('09:00:04 MID 12 DLP violation', dropped('DLP')),
    outcome: 'found',
    certainty: 'proven',
    variant: 'default',
  },
  {
    cause: 'dlp-action',
    name: 'held for something else',
    log: then(held('Policy', 'x')),
    outcome: 'not-applicable',
    verdict: 'policy-quarantine',
  },
  {
    cause: 'global-unsubscribe',
    name: 'on the list',
    log: then('09:00:04 MID 12 Global unsubscribe matched entry ann@ RID 0 Address ann@example.org Action bounced'),
    outcome: 'found',
    certainty: 'proven',
    slots: { entry: 'ann@' },
  },
  {
    cause: 'global-unsubscribe',
    name: 'delivered',
    log: then(delivered),
    outcome: 'not-applicable',
    verdict: 'delivered',
  },
]
