import type { CheckResult } from '../check.ts'
import { printable } from '../lookups.ts'
import { checked } from '../result.ts'
import type { ProbeSeen, StageSeen } from './seen.ts'

/**
 * From how many milliseconds on a banner is slow. Our own choice: RFC 5321 section 4.5.3.2.1 grants five minutes, real
 * senders give up after 30 s and less (TechNote 118013).
 */
export const slowBannerMs = 5000

/**
 * R8 (connection), R9 (banner), R10 (EHLO) and R11 (STARTTLS) of one probe of a listener of ours. The HAT judges by the
 * source address, so a refusal of the probe is `unknown`: it says nothing about another sender.
 */
export function judgeListener(seen: ProbeSeen): CheckResult[] {
  const subject = writeListener(seen)
  const stage = (name: string) => seen.stages.find((one) => one.stage === name)
  const connect = stage('connect')
  if (!connect?.ok) {
    const refused = seen.gap?.kind === 'refused' && connect !== undefined
    const detail = printable(seen.gap?.detail ?? connect?.text ?? 'no connection')
    const key = refused ? 'R8.refused' : 'R8.unknown'
    return [checked(refused ? 'problem' : 'unknown', key, subject, { detail }, [])]
  }
  const results = [
    checked('ok', 'R8.ok', subject, { ms: Math.round(connect.ms) }, []),
    judgeBanner(subject, stage('banner')),
  ]
  const ehlo = stage('ehlo')
  if (ehlo) {
    results.push(judgeEhlo(subject, ehlo, seen.extensions))
  }
  const starttls = stage('starttls')
  if (starttls) {
    const detail = printable(starttls.text.replaceAll('\n', '; '))
    const key = starttls.ok ? 'R11.ok' : 'R11.failed'
    results.push(checked(starttls.ok ? 'ok' : 'problem', key, subject, { detail }, []))
  }
  return results
}

/** `mx1.example.org:25`, and the address where the host has several. */
export function writeListener({ host, port, address, addresses = 1 }: Written): string {
  return addresses > 1 ? `${host}:${port} (${address})` : `${host}:${port}`
}

type Written = Pick<ProbeSeen, 'host' | 'port' | 'address' | 'addresses'>

function judgeBanner(subject: string, banner: StageSeen | undefined): CheckResult {
  const ms = Math.round(banner?.ms ?? 0)
  if (!banner || banner.code === null) {
    return checked('problem', 'R9.silent', subject, { ms }, [])
  }
  const facts = { ms, code: banner.code, text: printable(banner.text) }
  if (banner.code >= 500) {
    return checked('unknown', 'R9.refused', subject, facts, [])
  }
  if (banner.code >= 400) {
    return checked('problem', 'R9.busy', subject, facts, [])
  }
  // `220 ****************`: what ASA and PIX leave of a banner (CHECKS R9, TechNote 118295).
  if (/\*{4}/.test(banner.text)) {
    return checked('problem', 'R9.masked', subject, facts, [])
  }
  return ms >= slowBannerMs
    ? checked('problem', 'R9.slow', subject, facts, [])
    : checked('ok', 'R9.ok', subject, facts, [])
}

function judgeEhlo(subject: string, ehlo: StageSeen, extensions: readonly string[]): CheckResult {
  if (ehlo.code === null) {
    return checked('unknown', 'R10.unknown', subject, {}, [])
  }
  if (!ehlo.ok) {
    return checked('problem', 'R10.refused', subject, { code: ehlo.code, text: printable(ehlo.text) }, [])
  }
  const keywords = extensions.map((line) => line.trim().toUpperCase())
  const size = Number(keywords.find((line) => /^SIZE \d{1,15}$/.test(line))?.slice(5) ?? 0)
  const facts = { extensions: extensions.map(printable), ...(size > 0 && { size }) }
  if (keywords.includes('STARTTLS')) {
    return checked('ok', 'R10.ok', subject, facts, [])
  }
  // `250-XXXXXXXA`: STARTTLS overwritten letter by letter on the way (CHECKS R10).
  const masked = keywords.some((line) => /^X{4,20}[A-Z]$/.test(line))
  return checked('problem', masked ? 'R10.masked' : 'R10.plain', subject, facts, [])
}
