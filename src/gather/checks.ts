import type { CheckResult } from '../checks/check.ts'
import { judgeListener } from '../checks/listener/listener.ts'
import { ourChecks, senderChecks } from '../checks/run.ts'
import type { Attempt } from '../diagnosis/attempts.ts'
import type { Question } from '../question/question.ts'
import { domainOf } from './needles.ts'
import type { Ports, Progress } from './ports.ts'
import type { Settings } from './settings.ts'

/** Fates at which the mail was already ours: the sender's DNS explains nothing then. */
const pastTheDoor: ReadonlySet<Attempt['fate']> = new Set([
  'delivered',
  'dropped',
  'quarantined',
  'bounced',
  'deferred',
  'queued',
])

/**
 * The checks that the stage reached calls for. A sender whose mail was taken needs none; one that was turned away is
 * looked at in the DNS; where nothing came at all, so are our own MX and listeners.
 */
export async function runChecks(
  question: Question,
  attempts: readonly Attempt[],
  ports: Ports,
  settings: Settings,
  progress: Progress,
): Promise<readonly CheckResult[]> {
  const last = attempts.at(-1)
  const domain = domainOf(question.about)
  const { resolver } = ports
  if (!resolver || (last && pastTheDoor.has(last.fate))) return []
  progress({ id: 'dns', state: 'running', key: 'working.dns', slots: {} })
  const ips = [...new Set(attempts.flatMap(({ ip }) => (ip ? [ip] : [])))].slice(-5)
  const recipientDomain = question.recipient?.split('@').at(-1)
  const ours =
    recipientDomain && isOurs(recipientDomain, settings.ours.domains)
      ? { ...settings.ours, domains: [recipientDomain] }
      : settings.ours
  const [sender, own, listeners] = await Promise.all([
    domain ? senderChecks(domain, ips, resolver) : [],
    last ? [] : ourChecks(ours, resolver),
    last ? [] : probeListeners(ports, settings),
  ])
  const checks = [...sender, ...own, ...listeners]
  progress({ id: 'dns', state: 'done', key: 'working.dnsDone', slots: { count: checks.length } })
  return checks
}

function isOurs(domain: string, ours: readonly string[]): boolean {
  return ours.some((own) => domain === own || domain.endsWith(`.${own}`))
}

/**
 * The time is their own: where a gateway used up that of the question, a listener that had none left to answer in would
 * look as if it were silent.
 */
const probeMs = 10_000

async function probeListeners({ probe, clock }: Ports, settings: Settings): Promise<readonly CheckResult[]> {
  if (!probe) return []
  const deadline = clock.now() + probeMs
  const results = await Promise.all(settings.listeners.map((listener) => probe.probe(listener, null, deadline)))
  return results.flatMap((result) => judgeListener(result))
}
