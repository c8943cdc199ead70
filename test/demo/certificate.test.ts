import { X509Certificate } from 'node:crypto'
import { expect, test } from 'vitest'
import { selfSigned } from '../../src/demo/certificate.ts'

test('makes a certificate that Node reads, for the host and the days asked for', () => {
  const { cert } = selfSigned('mx.example.org', Date.UTC(2026, 0, 2), 10)
  const read = new X509Certificate(cert)
  expect(read.checkHost('mx.example.org')).toBe('mx.example.org')
  expect(read.subject).toBe('CN=mx.example.org')
  expect(read.verify(read.publicKey)).toBe(true)
  expect(Date.parse(read.validFrom)).toBe(Date.UTC(2026, 0, 1))
  expect(Date.parse(read.validTo)).toBe(Date.UTC(2026, 0, 12))
})
