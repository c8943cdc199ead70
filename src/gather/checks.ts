import { checkGatewayViews } from '../checks/agreement/agreement.ts'
import type { Blocklists } from '../checks/blocklist/blocklist.ts'
import type { CheckResult } from '../checks/check.ts'
import { checkRecipientDomain, checkSpelling } from '../checks/domain/spelling.ts'
import type { Resolver } from '../checks/resolver.ts'
import { destinationChecks, ourChecks, type SenderSeen, senderChecks } from '../checks/run.ts'
import { said } from '../correlator/form.ts'
import { isBrokenOff } from '../diagnosis/abort.ts'
import type { Attempt } from '../diagnosis/attempts.ts'
import { isBare } from '../diagnosis/connection.ts'
import { hopTrouble } from '../diagnosis/next-hop.ts'
import { asksAboutOurMail } from '../diagnosis/whither.ts'
import type { Question } from '../question/question.ts'
import { checkStep } from './check-step.ts'
import { namesLike } from './near-names.ts'
import { domainOf } from './needles.ts'
import { nobodyGreets, othersCame } from './others-came.ts'
import type { LogSource, Ports, ProbeResult, Progress } from './ports.ts'
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
  if (resolver && asksAboutOurMail(question, settings.ours.domains)) {
    const to = destinationOf(question, last, settings.ours.domains)
    return to === null ? [] : checkStep('recipient', () => destinationChecks(to, resolver), progress)
  }
  if (!resolver || (last && pastTheDoor.has(last.fate))) return []
  const recipientDomain = question.recipient?.split('@').at(-1)
  const ours =
    recipientDomain && isOurs(recipientDomain, settings.ours.domains)
      ? { ...settings.ours, domains: [recipientDomain] }
      : settings.ours
  const [sender, views, own] = await Promise.all([
    domain
      ? checkStep('sender', () => checkSender(domain, question, attempts, resolver, ports, settings), progress)
      : [],
    domain && last?.fate === 'refused'
      ? checkStep('views', () => viewsOf(domain, gatewaysOf(last, ports), ports), progress)
      : [],
    // A connection that brought nothing, or broke off, may have met a fault of ours: a masked STARTTLS, a certificate.
    last && !isBare(last) && !isBrokenOff(last)
      ? []
      : checkStep('own', () => checkOurs(ours, ports, settings), progress),
  ])
  const recipient = last || !recipientDomain ? [] : checkRecipientDomain(recipientDomain, settings.ours.domains)
  const others = !last && nobodyGreets(own) ? await checkOthers(question, ports, settings) : []
  return [...sender, ...views, ...recipient, ...own, ...others]
}

/** Fates of our own mail that may have to do with where the DNS says that it goes. */
const onItsWay: ReadonlySet<Attempt['fate']> = new Set(['deferred', 'queued', 'bounced'])

/** Whether the server that it goes to answered: then the way there is no question. */
function hasAnswered({ recipients = [] }: Attempt): boolean {
  return recipients.some(({ event }) => event && ['defers', 'refuses'].includes(hopTrouble(event) ?? ''))
}

/** The domain that our own mail was on its way to, where that is worth looking up: another house's. */
function destinationOf({ recipient }: Question, last: Attempt | undefined, ours: readonly string[]): string | null {
  if (last && (!onItsWay.has(last.fate) || hasAnswered(last))) return null
  const named = [recipient, ...(last?.rcptTo ?? [])].flatMap((one) => one?.split('@').at(-1)?.toLowerCase() ?? [])
  return named.find((one) => !isOurs(one, ours)) ?? null
}

/** A sender that no log names may be another one mistyped: then the logs are looked through for names like it. */
async function checkSender(
  domain: string,
  { window, gateways }: Question,
  attempts: readonly Attempt[],
  resolver: Resolver,
  ports: Ports,
  settings: Settings,
): Promise<CheckResult[]> {
  const asked = ports.sources.filter(({ gateway }) => gateways.length === 0 || gateways.includes(gateway))
  const [results, like] = await Promise.all([
    senderChecks(domain, resolver, { ...seenIn(attempts), ...listsOf(ports, settings) }),
    attempts.length > 0 ? null : namesLike(domain, window, asked, ports.clock.now()),
  ])
  return like === null ? results : [...results, ...checkSpelling(domain, [...settings.ours.domains, ...like])]
}

/** Our listeners turn this host away: whether they take mail of others stands in the logs. */
function checkOthers({ window, gateways, timeZone }: Question, { sources, clock }: Ports, { zones }: Settings) {
  const asked = sources.filter(({ gateway }) => gateways.length === 0 || gateways.includes(gateway))
  return othersCame(
    window,
    asked,
    clock.now(),
    (gateway) => (Object.hasOwn(zones, gateway) && zones[gateway]) || timeZone,
  )
}

/** All checks of our own domains and listeners, with what the configuration lets us use. */
export async function checkOurs(ours: Settings['ours'], ports: Ports, settings: Settings): Promise<CheckResult[]> {
  const { resolver, servers, fetchPolicy, clock } = ports
  if (!resolver) return []
  const probes = await probeListeners(ports, settings)
  return ourChecks(ours, resolver, {
    probes,
    now: clock.now(),
    ...(servers && servers.length > 1 && { views: servers }),
    ...(fetchPolicy && { fetchPolicy }),
    ...listsOf(ports, settings),
  })
}

/** As many of each as a question may cost lookups for; the latest are taken. */
const mostSeen = 5

/** What the log tells of the sender: addresses, HELO names, selectors. */
function seenIn(attempts: readonly Attempt[]): SenderSeen {
  const ips = [...new Set(attempts.flatMap(({ ip }) => (ip ? [ip] : [])))].slice(-mostSeen)
  const helos = new Map<string, { readonly name: string; readonly ip: string }>()
  const keys = new Map<string, { readonly domain: string; readonly selector: string }>()
  for (const { ip, message } of attempts) {
    for (const { fields } of said(message?.timeline ?? [], 'sdr-domains')) {
      if (ip) helos.set(`${fields.helo} ${ip}`, { name: fields.helo, ip })
    }
    for (const { fields } of said(message?.timeline ?? [], 'dkim')) {
      const { signer, selector } = fields
      if (signer && selector) keys.set(`${selector} ${signer}`, { domain: signer, selector })
    }
  }
  return {
    ips,
    helos: [...helos.values()].slice(-mostSeen),
    keys: [...keys.values()].slice(-mostSeen),
  }
}

/** The lists to ask; none where the configuration names none. */
export function listsOf({ publicResolver = null }: Ports, { blocklists }: Settings): { readonly lists?: Blocklists } {
  return blocklists ? { lists: { ...blocklists, throughPublic: publicResolver } } : {}
}

/** Asking a gateway takes its command line: a look, not a search. */
const viewMs = 8_000

/** The mail hosts of a domain as these gateways see them, where they can be asked. */
export async function viewsOf(
  domain: string,
  sources: readonly LogSource[],
  { resolver, clock }: Ports,
): Promise<readonly CheckResult[]> {
  const deadline = clock.now() + viewMs
  const views = sources.flatMap(({ gateway, resolver: open }) =>
    open ? [{ name: gateway, resolver: open(deadline) }] : [],
  )
  return resolver ? checkGatewayViews(domain, resolver, views) : []
}

function gatewaysOf({ gateway }: Attempt, { sources }: Ports): readonly LogSource[] {
  return sources.filter((source) => source.gateway === gateway)
}

function isOurs(domain: string, ours: readonly string[]): boolean {
  return ours.some((own) => domain === own || domain.endsWith(`.${own}`))
}

/**
 * The time is their own: where a gateway used up that of the question, a listener that had none left to answer in would
 * look as if it were silent.
 */
const probeMs = 10_000

async function probeListeners({ probe, clock }: Ports, { listeners }: Settings): Promise<readonly ProbeResult[]> {
  if (!probe) return []
  const deadline = clock.now() + probeMs
  return (await Promise.all(listeners.map((listener) => probe.probe(listener, null, deadline)))).flat()
}
