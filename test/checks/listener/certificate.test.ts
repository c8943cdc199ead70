import { expect, test } from 'vitest'
import { judgeCertificate } from '../../../src/checks/listener/certificate.ts'
import type { ProbeSeen, TlsSeen } from '../../../src/checks/listener/seen.ts'
import type { StsPolicy } from '../../../src/checks/mta-sts/policy.ts'

const now = Date.UTC(2026, 10, 20)
const day = 86_400_000
const good: TlsSeen = {
  protocol: 'TLSv1.3',
  cipher: 'TLS_AES_256_GCM_SHA384',
  trusted: true,
  distrust: null,
  names: ['mx.example.org'],
  issuer: 'Example CA',
  validFrom: now - day,
  validTo: now + 60 * day,
  chain: [],
}
const starttls = { stage: 'starttls', ok: true, code: 220, text: '', ms: 1 }
const seen = { host: 'mx.example.org', address: '192.0.2.1', port: 25, stages: [starttls], extensions: [], gap: null }
const enforce: StsPolicy = { mode: 'enforce', mx: ['mx.example.org'], maxAge: 86_400 }

const cases: readonly {
  what: string
  tls: TlsSeen | null
  policy?: StsPolicy
  found: string
  facts?: object
}[] = [
  { what: 'good', tls: good, found: 'ok R12.ok', facts: { untilAt: good.validTo } },
  { what: 'good under a policy', tls: good, policy: enforce, found: 'ok R12.ok' },
  { what: 'a pattern', tls: { ...good, names: ['*.example.org'] }, found: 'ok R12.ok' },
  { what: 'ending soon', tls: { ...good, validTo: now + 3 * day }, found: 'problem R12.soon' },
  {
    what: 'expired under a policy',
    tls: { ...good, validTo: now - day },
    policy: enforce,
    found: 'problem R12.enforced',
    facts: { detail: 'expired on 2026-11-19' },
  },
  { what: 'expired, and nobody checks', tls: { ...good, validTo: now - day }, found: 'ok R12.lenient' },
  { what: 'not yet valid', tls: { ...good, validFrom: now + day }, policy: enforce, found: 'problem R12.enforced' },
  {
    what: 'another name',
    tls: { ...good, names: ['mail.example.org'] },
    policy: enforce,
    found: 'problem R12.enforced',
    facts: { detail: 'it names mail.example.org' },
  },
  {
    what: 'self-signed',
    tls: { ...good, trusted: false, distrust: 'DEPTH_ZERO_SELF_SIGNED_CERT' },
    policy: { ...enforce, mode: 'testing' },
    found: 'ok R12.lenient',
    facts: { detail: 'DEPTH_ZERO_SELF_SIGNED_CERT' },
  },
  { what: 'not seen', tls: null, found: 'unknown R12.unknown' },
]

test.each(cases)('$what', ({ tls, policy = null, found, facts = {} }) => {
  const probe: ProbeSeen = { ...seen, tls }
  const [result] = judgeCertificate(probe, policy, now)
  expect(`${result?.status} ${result?.key}`).toBe(found)
  expect(result).toMatchObject({ subject: 'mx.example.org:25', facts })
})

test('has nothing to say where no TLS was offered', () => {
  expect(judgeCertificate({ ...seen, stages: [], tls: null }, enforce, now)).toEqual([])
})
