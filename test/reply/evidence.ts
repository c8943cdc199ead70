import type { CheckResult } from '../../src/checks/check.ts'
import { correlateAll } from '../../src/correlator/correlate.ts'
import type { Attempt } from '../../src/diagnosis/attempts.ts'
import type { Diagnosis } from '../../src/diagnosis/diagnose.ts'
import type { Cite, Coverage, Evidence } from '../../src/diagnosis/evidence.ts'
import type { Finding } from '../../src/diagnosis/rule.ts'
import { hour, now } from '../gather/ports.ts'

export function coverageOf(more: Partial<Coverage> = {}): Coverage {
  return {
    gateway: 'esa1',
    from: now - 24 * hour,
    to: now,
    complete: true,
    lines: 10,
    unrecognised: 0,
    gaps: [],
    ...more,
  }
}

export function evidenceOf(more: Partial<Evidence> = {}): Evidence {
  return {
    asked: {
      about: { domain: 'example.com' },
      recipient: 'bob@example.org',
      window: { from: now - 24 * hour, to: now },
      windowStated: false,
      now,
    },
    ours: { domains: ['example.org'], addresses: [], mxHosts: ['mx1.example.org', 'mx2.example.org'] },
    log: correlateAll([]),
    attempts: [],
    history: [],
    widened: false,
    candidates: [],
    checks: [],
    coverage: [coverageOf()],
    gaps: [],
    ...more,
  }
}

export function attemptOf(more: Partial<Attempt> = {}): Attempt {
  return {
    gateway: 'esa1',
    time: now - hour,
    ip: '198.51.100.7',
    host: 'mx.example.com',
    verified: true,
    icid: 7,
    mid: null,
    mailFrom: null,
    rcptTo: [],
    senderGroup: 'BLOCKED_LIST',
    sbrs: -5.4,
    fate: 'refused',
    injection: null,
    message: null,
    ...more,
  }
}

export function citeOf(number: number, more: Partial<Cite> = {}): Cite {
  return { gateway: 'esa1', file: 'mail.current', number, text: `line ${number}`, time: now + number, ...more }
}

export function findingOf(more: Partial<Finding> = {}): Finding {
  return {
    cause: 'hat-reject-reputation',
    certainty: 'proven',
    attempts: [attemptOf()],
    cites: [citeOf(1)],
    slots: { server: 'mx.example.com', ip: '198.51.100.7', count: 1, lastAt: now - hour, group: 'G', sbrs: '−5.4' },
    nextSteps: [],
    ...more,
  }
}

export function diagnosisOf(more: Partial<Diagnosis> = {}): Diagnosis {
  return { findings: [findingOf()], ruledOut: [], unknowns: [], crashed: [], ...more }
}

export function checkOf(more: Partial<CheckResult> = {}): CheckResult {
  return {
    id: 'S1',
    status: 'ok',
    key: 'S1.ok',
    subject: 'example.com',
    facts: {},
    lookups: ['SOA example.com → ns1.example.com'],
    ...more,
  }
}
