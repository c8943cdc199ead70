/** What a check is: how it is decided, and how far that goes. docs/checks.md is written from it. */
export interface CheckEntry {
  readonly id: `S${number}` | `R${number}`
  readonly what: string
  /** How it is decided; for one that no lookup decides, `instead` says what does. */
  readonly how: string
  readonly proves: string
  readonly doesNotProve: string
}

/** A check of the list that is not made of lookups or probes, and where its answer comes from. */
export interface OtherEntry {
  readonly id: `S${number}` | `R${number}`
  readonly what: string
  readonly instead: string
}

/** The checks that `src/checks` decides. Each has cases for ok, problem and unknown, over a zone, in test/checks. */
export const decided: readonly CheckEntry[] = [
  {
    id: 'S1',
    what: 'the domain exists',
    how: 'SOA of the name: NXDOMAIN, no data and failure kept apart; the registered domain above it too',
    proves: 'that senders under it are refused as non-existent now',
    doesNotProve: 'how it was when the mail was sent: a negative answer lives for its TTL',
  },
  {
    id: 'S2',
    what: 'a mistyped domain',
    how: 'one letter left out, added, changed or swapped against our domains and, where nothing came, names in the logs, by registered domain',
    proves: 'that another name is meant, as likely as not',
    doesNotProve: 'that the sender has that other domain',
  },
  {
    id: 'S4',
    what: 'delegation',
    how: 'NS, and an address for each; a large TXT beside them; the resolver’s own word that none is reached (EDE 22, 23)',
    proves: 'a name server without an address, by which lookups fail now and then',
    doesNotProve:
      'whether each server answers: they are not asked themselves, since a stranger’s zone would say where our packets go',
  },
  {
    id: 'S5',
    what: 'DNSSEC of the sender',
    how: 'SOA fails, and is answered with validation off (CD bit); else the AD bit',
    proves: 'that validating resolvers cannot resolve the domain',
    doesNotProve:
      'that the gateway’s own resolver validates; without a validating resolver here, a broken zone is not seen',
  },
  {
    id: 'S6',
    what: 'mail hosts, and the gateway’s view of them',
    how: 'MX, then A and AAAA of each host; the domain’s own address where there is no MX; the same MX asked of the gateway',
    proves: 'whether the sender can be verified and answered; that the gateway resolves it differently',
    doesNotProve: 'from where the sender sends',
  },
  {
    id: 'S7',
    what: 'null MX (RFC 7505)',
    how: 'a single MX `0 .`',
    proves: 'that the domain takes no mail, and so no bounces',
    doesNotProve: 'that it sends none',
  },
  {
    id: 'S8',
    what: 'MX that is an alias, an address or private',
    how: 'CNAME of each MX host; names that are addresses; addresses by the registries of special ranges',
    proves: 'a mistake that some verifiers stumble over',
    doesNotProve: 'that ours does',
  },
  {
    id: 'S9',
    what: 'one SPF record, well formed',
    how: 'TXT `v=spf1`, parsed by RFC 7208 to the letter',
    proves: 'that every evaluation ends in permerror or none',
    doesNotProve: 'what the gateway’s mail flow policy does with that',
  },
  {
    id: 'S10',
    what: 'limits of SPF',
    how: 'the records walked to their end, terms and void terms counted (section 4.6.4), loops and dead includes with their path',
    proves: 'which term breaks the record',
    doesNotProve: 'that a given mail met it: evaluation stops at the first match',
  },
  {
    id: 'S12',
    what: 'SPF for each address seen',
    how: 'check_host() of RFC 7208 with a trace, as `postmaster@` the domain',
    proves: 'what SPF says of the address now',
    doesNotProve: 'the result for another local part or HELO, or on the day',
  },
  {
    id: 'S13',
    what: 'reverse DNS name',
    how: 'PTR',
    proves: 'that the HAT classes for unnamed hosts may match',
    doesNotProve: 'what the gateway’s resolver said then; its log line does',
  },
  {
    id: 'S14',
    what: 'forward confirmation',
    how: 'A or AAAA of each name (ten at most) holds the address',
    proves: '`verified` yes or no',
    doesNotProve: 'that a mismatch was the reason: it rarely is alone',
  },
  {
    id: 'S15',
    what: 'how long reverse DNS takes',
    how: 'PTR and forward lookup, timed from here',
    proves: 'a zone that is slow',
    doesNotProve: 'the gateway’s own wait, or the sender’s patience',
  },
  {
    id: 'S16',
    what: 'a name like that of a customer line',
    how: 'the address in the name, in any order or base; words such as dyn, pool, dsl',
    proves: 'a plausible reason for a low reputation',
    doesNotProve: 'the reputation: only the log has it',
  },
  {
    id: 'S17',
    what: 'HELO name',
    how: 'the name in the log’s SDR line: full, and leading to the address',
    proves: 'what a filter or SDR may have minded',
    doesNotProve: 'a refusal: the gateway does not refuse by HELO of itself',
  },
  {
    id: 'S18',
    what: 'DMARC',
    how: 'tree walk of RFC 9989 (p, sp, np, t, psd), the registered domain where the walk does not get above it',
    proves: 'what receivers may enforce',
    doesNotProve: 'that a mail failed',
  },
  {
    id: 'S20',
    what: 'DKIM key',
    how: 'the selector and domain of the log’s DKIM line, asked for now; RSA bits counted',
    proves: 'a key that is missing, revoked, doubled, too short or unreadable',
    doesNotProve: 'that it was so then, or that the body reached us unchanged',
  },
  {
    id: 'S21',
    what: 'blocklists of addresses',
    how: 'only lists that the configuration names, never through a public resolver; 127.255.255.x, 127.0.0.1 and what lies outside 127/8 are refusals of the list, not listings',
    proves: 'a listing today',
    doesNotProve: 'that our gateway heeds that list',
  },
  {
    id: 'S22',
    what: 'blocklists of domains',
    how: 'as S21; 127.0.1.255 is a refusal too',
    proves: 'a listing today',
    doesNotProve: 'the domain’s age or what SDR made of it',
  },
  {
    id: 'R1',
    what: 'our MX is our gateways',
    how: 'MX and addresses against `ours` of the configuration',
    proves: 'that mail goes past our gateways',
    doesNotProve: 'what a sender still holds: an older answer lives for its TTL',
  },
  {
    id: 'R2',
    what: 'other MX hosts',
    how: 'every MX host that is not ours or has no address',
    proves: 'that part of the mail goes elsewhere',
    doesNotProve: 'what becomes of it there',
  },
  {
    id: 'R3',
    what: 'the same everywhere',
    how: 'MX asked of each configured name server alone, compared, never merged',
    proves: 'a change that has not reached all, a split or forged zone',
    doesNotProve: 'what servers that are not configured say; with one server it is unknown',
  },
  {
    id: 'R4',
    what: 'the recipient’s domain is ours',
    how: 'against `ours.domains`, with S2’s test for slips',
    proves: 'a recipient mistyped',
    doesNotProve: 'that a domain left out of the configuration is not ours',
  },
  {
    id: 'R5',
    what: 'our MX hosts have proper names',
    how: 'CNAME of each host, PTR of each address',
    proves: 'what strict senders mind',
    doesNotProve: 'that one of them refuses for it',
  },
  {
    id: 'R6',
    what: 'DNSSEC of our domain',
    how: 'as S5',
    proves: 'that validating senders cannot resolve us',
    doesNotProve: 'that without a validating resolver here all is well',
  },
  {
    id: 'R7',
    what: 'IPv6',
    how: 'AAAA of each MX host, and the probe over IPv6',
    proves: 'an address that refuses connections',
    doesNotProve: 'a silence: this host may have no IPv6',
  },
  {
    id: 'R8',
    what: 'port 25 takes connections',
    how: 'the probe’s connection, each address of each configured listener; where none greets and nothing came, whether the logs show connections of others to the end of that time',
    proves: 'a listener down, from here',
    doesNotProve: 'other paths: the HAT and firewalls judge by the source address',
  },
  {
    id: 'R9',
    what: 'banner',
    how: 'code, text and delay; asterisks are SMTP inspection',
    proves: 'a firewall that rewrites, a listener that is busy or slow',
    doesNotProve: 'a refusal of the probe is none of the sender',
  },
  {
    id: 'R10',
    what: 'EHLO words',
    how: 'STARTTLS offered, or masked as `XXXXXXXA`; SIZE',
    proves: 'why a sender that needs TLS gives up',
    doesNotProve: 'what the sender’s own mail flow policy offers',
  },
  {
    id: 'R11',
    what: 'STARTTLS',
    how: 'the handshake, with version and cipher',
    proves: 'a handshake that fails with a current client',
    doesNotProve: 'that an old client of the sender’s can',
  },
  {
    id: 'R12',
    what: 'certificate',
    how: 'name, dates and chain, by the roots of this host; a problem where an MTA-STS policy is enforced',
    proves: 'that senders who check do not deliver',
    doesNotProve: 'anything of senders who do not',
  },
  {
    id: 'R13',
    what: 'MTA-STS (RFC 8461)',
    how: 'TXT, the policy over HTTPS (of our domains only, no redirect), each MX host against it',
    proves: 'a policy by which senders do not deliver',
    doesNotProve: 'what a sender holds from before, for max_age',
  },
  {
    id: 'R14',
    what: 'DANE (RFC 7672)',
    how: 'TLSA with the AD bit, against the chain that the listener presents: usages 2 and 3, selectors 0 and 1, all three matchings',
    proves: 'a certificate that DANE senders do not take',
    doesNotProve:
      'more than the listener that was probed; without a validating resolver TLSA is passed over, as by senders',
  },
  {
    id: 'R15',
    what: 'TLS-RPT (RFC 8460)',
    how: 'TXT',
    proves: 'where reports of failed TLS go',
    doesNotProve: 'what they say: they are not read',
  },
  {
    id: 'R16',
    what: 'recipient accepted',
    how: 'RCPT TO after MAIL FROM:<>, by `probe` alone and with one address of ours, where `ours.probeRecipient` names it; a problem where the status is of the address (5.1.x)',
    proves: 'that the RAT or the directory refuses an address of ours',
    doesNotProve:
      'anything of another recipient: the log says it of the mail itself. No other address is tried, since each counts against directory harvest limits; any other refusal may mean this host (a HAT that refuses late)',
  },
  {
    id: 'R21',
    what: 'our addresses on blocklists',
    how: 'as S21',
    proves: 'trouble for replies and bounces',
    doesNotProve: 'anything of mail to us',
  },
]

export const elsewhere: readonly OtherEntry[] = [
  {
    id: 'S3',
    what: 'expired or parked',
    instead:
      'Not decided: RDAP is a service of each registry, and the bot reaches nothing that the configuration does not name. S1 and S4 show the end of it.',
  },
  {
    id: 'S11',
    what: 'SPF as ranges',
    instead:
      'Not a verdict: `expand` of `postmaster/spf` gives the ranges that the logs are searched by; what cannot be listed is told as a gap.',
  },
  {
    id: 'S19',
    what: 'alignment',
    instead: 'The log’s DMARC line says it of the very mail (rule `dmarc-reject`); the From header is nowhere else.',
  },
  {
    id: 'S23',
    what: 'reputation',
    instead: 'The log’s `SBRS`, over time (reputation section of the answer); Talos has no public service for it.',
  },
  { id: 'S24', what: 'country', instead: 'The log’s `country` (rule `hat-reject-country`).' },
  { id: 'S25', what: 'TLS of the sender', instead: 'The log’s TLS lines (rule `tls-handshake-failed`).' },
  { id: 'S26', what: 'what used to work', instead: 'The history before the window, from the logs.' },
  {
    id: 'S27',
    what: 'forwarders and mailing services',
    instead: 'The log’s SDR and DMARC lines (rule `sent-from-another-domain`).',
  },
  {
    id: 'R17',
    what: 'LDAP, call-ahead, greylisting',
    instead: 'The log (rules `ldap-drop-in-queue`, `directory-harvest` and others); the directory is not asked.',
  },
  {
    id: 'R18',
    what: 'health of the gateway',
    instead:
      'Its status lines and alerts in the log; nothing is ever typed on it but what reads its log, its version or the DNS.',
  },
  { id: 'R19', what: 'next hop', instead: 'The log’s delivery lines (rules `next-hop-…`).' },
  { id: 'R20', what: 'clock and zone', instead: 'The log’s own header, and `postmaster doctor`.' },
  {
    id: 'R22',
    what: 'coverage of the logs',
    instead: 'Each source proves from when to when it reaches; without proof the verdict is `logs-incomplete`.',
  },
]
