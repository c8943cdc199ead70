import { begun, handedOver, taken } from '../evidence-of.ts'
import type { RuleCase } from './rule-case.ts'

const start =
  '09:00:00 New SMTP ICID 7 interface Data 1 (203.0.113.1) address 192.0.2.7 reverse dns host out1.example.com verified yes'

function refused(match: string, sbrs = '-6.3', action = 'REJECT'): string {
  return `${start}\n09:00:00 ICID 7 ${action} SG BLOCKED_LIST match ${match} SBRS ${sbrs} country Ireland\n09:00:00 ICID 7 close`
}

/** Refused by the Host Access Table. */
export const hatCases: readonly RuleCase[] = [
  {
    cause: 'hat-reject-reputation',
    name: 'refused by its score',
    log: refused('sbrs[-10.0:-3.0]'),
    outcome: 'found',
    certainty: 'proven',
    variant: 'default',
    cites: ['New SMTP ICID 7', 'REJECT SG BLOCKED_LIST'],
    slots: { sbrs: '−6.3', server: '192.0.2.7 (out1.example.com)', count: 1 },
  },
  {
    cause: 'hat-reject-reputation',
    name: 'accepted last Tuesday',
    before: `${taken()}\n${handedOver()}`,
    log: refused('sbrs[-10.0:-3.0]'),
    outcome: 'found',
    variant: 'changed',
    slots: { takenSbrs: '1.2' },
  },
  {
    cause: 'hat-reject-reputation',
    name: 'an old line without a rule',
    log: refused('', '-6.3'),
    outcome: 'found',
    certainty: 'proven',
  },
  {
    cause: 'hat-reject-reputation',
    name: 'refused late, so that the sender is named',
    log: `${refused('sbrs[-10.0:-3.0]').replace('09:00:00 ICID 7 close', '')}\n09:00:01 ICID 7 Delayed HAT REJECT Message from: alice@example.com (192.0.2.7)\n09:00:02 ICID 7 Delayed HAT REJECT Message recipient: <ann@example.org> (192.0.2.7)`,
    recipient: 'ann@example.org',
    outcome: 'found',
    certainty: 'proven',
    cites: ['Delayed HAT REJECT Message from', 'REJECT SG'],
  },
  { cause: 'hat-reject-reputation', name: 'let in', log: begun(), outcome: 'clear', slots: { group: 'UNKNOWNLIST' } },
  {
    cause: 'hat-reject-reputation',
    name: 'refused by an entry',
    log: refused('192.0.2.0/24'),
    outcome: 'not-applicable',
    verdict: 'hat-reject-entry',
  },
  {
    cause: 'hat-tcprefuse',
    name: 'known by the address in the rule alone',
    log: '09:00:00 ICID 0 TCPREFUSE SG BLOCKED_LIST match 192.0.2.7 SBRS -1.1',
    outcome: 'found',
    certainty: 'proven',
    cites: ['TCPREFUSE'],
    slots: { match: '192.0.2.7' },
  },
  {
    cause: 'hat-tcprefuse',
    name: 'REJECT is another thing',
    log: refused('sbrs[-10.0:-3.0]'),
    outcome: 'not-applicable',
    verdict: 'hat-reject-reputation',
  },
  {
    cause: 'hat-reject-entry',
    name: 'a network',
    log: refused('192.0.2.0/24'),
    outcome: 'found',
    certainty: 'likely',
    variant: 'default',
    cites: ['REJECT'],
    slots: { match: '192.0.2.0/24' },
  },
  {
    cause: 'hat-reject-entry',
    name: 'a block list',
    log: refused('dnslist[bl.example.net]', 'None'),
    outcome: 'found',
    certainty: 'likely',
    variant: 'dnslist',
  },
  {
    cause: 'hat-reject-entry',
    name: 'not by the score',
    log: refused('sbrs[-10.0:-3.0]'),
    outcome: 'not-applicable',
    verdict: 'hat-reject-reputation',
  },
  {
    cause: 'hat-host-dns',
    name: 'no reverse DNS name',
    log: refused('nx.domain', 'None'),
    outcome: 'found',
    certainty: 'likely',
    cites: ['nx.domain'],
  },
  {
    cause: 'hat-host-dns',
    name: 'not a host entry',
    log: refused('.example.com', 'None'),
    outcome: 'not-applicable',
    verdict: 'hat-reject-entry',
  },
  {
    cause: 'hat-reject-country',
    name: 'a country',
    log: refused('country[ie]', '1.0'),
    outcome: 'found',
    certainty: 'likely',
    slots: { country: 'Ireland' },
  },
  {
    cause: 'hat-reject-country',
    name: 'not by the score',
    log: refused('sbrs[-10.0:-3.0]'),
    outcome: 'not-applicable',
    verdict: 'hat-reject-reputation',
  },
]
