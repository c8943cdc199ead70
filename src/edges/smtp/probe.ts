import { connect, type Socket } from 'node:net'
import { type Destination, destinationsOf } from '../../checks/destination.ts'
import type { Resolver } from '../../checks/resolver.ts'
import type { Listener, ProbeResult, ProbeStage, SmtpProbe } from '../../gather/ports.ts'
import { type Dialogue, type Heard, openDialogue } from './dialogue.ts'
import { shakeHands } from './tls.ts'

type Gap = NonNullable<ProbeResult['gap']>

export interface ProbeSettings {
  /** What EHLO says of us. None: the address literal of our end of the connection (RFC 5321 section 4.1.3). */
  readonly name?: string
  /** The longest wait of one stage, in milliseconds. */
  readonly stageMs?: number
  /** Looks up listeners that are named by host; null: such listeners are not probed. */
  readonly resolver?: Resolver | null
  /** Addresses of ours that no sender could reach (a listener inside), and that a host name may still lead to. */
  readonly addresses?: readonly string[]
  /** Roots to trust in place of Node's, as PEM. */
  readonly ca?: string
}

interface Visit {
  readonly target: Listener
  readonly name: string | null
  readonly ca: string | undefined
  readonly stages: ProbeStage[]
  extensions: readonly string[]
  tls: ProbeResult['tls']
  socket: Socket
  /** When to stop waiting in the stage that begins now. */
  readonly until: () => number
}

const gapKinds: Readonly<Record<string, Gap['kind']>> = {
  ECONNREFUSED: 'refused',
  ETIMEDOUT: 'timeout',
}

/**
 * A probe of the listeners given here, and of nothing else: another target ends as a Gap before any packet is sent, and
 * so does an address that a listener's name leads to and that is neither public nor ours. Each address of a listener is
 * probed, both families side by side. It speaks as a sender would, up to RCPT TO, and never says DATA. Stages follow one
 * another until one fails; QUIT is said in any case. Never rejects for what the other side does. It looks from this host
 * only: the gateway may treat another address otherwise.
 */
export function smtpProbe(allowed: readonly Listener[], settings: ProbeSettings = {}): SmtpProbe {
  return {
    async probe(target, rcptTo, deadline) {
      const known = allowed.some(
        ({ host, port }) => host.toLowerCase() === target.host.toLowerCase() && port === target.port,
      )
      const refusal = { kind: 'refused', detail: 'not a listener of the configuration' } as const
      const destinations = known
        ? await destinationsOf(target.host, settings.resolver ?? null, settings.addresses ?? [])
        : [{ address: '', ...refusal }]
      const several = destinations.length > 1 ? { addresses: destinations.length } : {}
      const probes = destinations.map(async (to) => {
        return { ...(await probeAddress(target, to, rcptTo, deadline, settings)), ...several }
      })
      return Promise.all(probes)
    },
  }
}

async function probeAddress(
  target: Listener,
  to: Destination,
  rcptTo: string | null,
  deadline: number,
  settings: ProbeSettings,
): Promise<ProbeResult> {
  const where = `${target.host}:${target.port}`
  const { address } = to
  const nothing = { host: target.host, address, port: target.port, stages: [], extensions: [], tls: null }
  if ('kind' in to) {
    return { ...nothing, gap: { where, kind: to.kind, detail: to.detail } }
  }
  const until = () => Math.min(deadline, Date.now() + (settings.stageMs ?? 30_000))
  const start = performance.now()
  const opened = await open({ host: address, port: target.port }, until())
  const connected = { stage: 'connect', code: null, ms: Math.round(performance.now() - start) } as const
  if (opened.kind === 'failed') {
    const stages = [{ ...connected, ok: false, text: opened.code }]
    const gap = { where, kind: gapKinds[opened.code] ?? 'unreachable', detail: opened.code } as const
    return { ...nothing, stages, gap }
  }
  const { socket } = opened
  const stages: ProbeStage[] = [{ ...connected, ok: true, text: address }]
  const visit: Visit = {
    target,
    name: settings.name ?? null,
    ca: settings.ca,
    stages,
    extensions: [],
    tls: null,
    socket,
    until,
  }
  await converse(visit, rcptTo)
  visit.socket.destroy()
  socket.destroy()
  return { ...nothing, stages, extensions: visit.extensions, tls: visit.tls, gap: gapOf(where, stages) }
}

async function converse(visit: Visit, rcptTo: string | null): Promise<void> {
  const greeting = visit.name ?? literalOf(visit.socket)
  let dialogue = openDialogue(visit.socket)
  const banner = await hear(visit, dialogue, 'banner')
  let good = banner.ok
  if (good) {
    const ehlo = await ask(visit, dialogue, 'ehlo', `EHLO ${greeting}`)
    visit.extensions = ehlo.ok ? ehlo.text.split('\n').slice(1) : []
    good = ehlo.ok
  }
  if (good && visit.extensions.some((line) => line.trim().toUpperCase() === 'STARTTLS')) {
    const secured = await secure(visit, dialogue)
    if (!secured) {
      return
    }
    dialogue = secured
    // RFC 3207 section 4.2: what was said before TLS is forgotten, so EHLO comes again.
    good = (await ask(visit, dialogue, 'ehlo', `EHLO ${greeting}`)).ok
  }
  good &&= (await ask(visit, dialogue, 'mail', 'MAIL FROM:<>')).ok
  if (good && rcptTo !== null) {
    await recipient(visit, dialogue, rcptTo)
  }
  if (banner.code !== null) {
    await ask(visit, dialogue, 'quit', 'QUIT')
  }
}

/** STARTTLS and its handshake, one stage. Null where there is no connection left to speak on. */
async function secure(visit: Visit, dialogue: Dialogue): Promise<Dialogue | null> {
  const start = performance.now()
  dialogue.say('STARTTLS')
  const heard = await dialogue.hear(visit.until())
  if (heard.kind !== 'reply' || heard.code !== 220) {
    visit.stages.push(stageOf('starttls', heard, start))
    return heard.kind === 'reply' ? dialogue : null
  }
  // What follows the 220 in the clear was slipped in on the way; it must not count as said over TLS.
  const injected = dialogue.leave() !== ''
  const handshake = injected
    ? ({ kind: 'failed', detail: 'text in the clear after STARTTLS' } as const)
    : await shakeHands(visit.socket, visit.target.host, visit.until(), visit.ca)
  const ms = Math.round(performance.now() - start)
  const ok = handshake.kind === 'ok'
  visit.stages.push({ stage: 'starttls', ok, code: heard.code, text: handshake.detail, ms })
  if (!ok) {
    return null
  }
  visit.socket = handshake.socket
  visit.tls = handshake.tls
  return openDialogue(handshake.socket)
}

/** One address, no more: what does not look like a plain address is not sent (no line of its own, no parameters). */
async function recipient(visit: Visit, dialogue: Dialogue, rcptTo: string): Promise<void> {
  if (/^[^\s<>\p{Cc}]{1,64}@[a-z0-9.-]{1,253}$/iu.test(rcptTo)) {
    await ask(visit, dialogue, 'rcpt', `RCPT TO:<${rcptTo}>`)
  } else {
    visit.stages.push({ stage: 'rcpt', ok: false, code: null, text: 'not sent: not a plain address', ms: 0 })
  }
}

function ask(visit: Visit, dialogue: Dialogue, stage: ProbeStage['stage'], line: string): Promise<ProbeStage> {
  const start = performance.now()
  dialogue.say(line)
  return hear(visit, dialogue, stage, start)
}

async function hear(
  visit: Visit,
  dialogue: Dialogue,
  stage: ProbeStage['stage'],
  start = performance.now(),
): Promise<ProbeStage> {
  const heard = stageOf(stage, await dialogue.hear(visit.until()), start)
  visit.stages.push(heard)
  return heard
}

function stageOf(stage: ProbeStage['stage'], heard: Heard, start: number): ProbeStage {
  const ms = Math.round(performance.now() - start)
  if (heard.kind !== 'reply') {
    return { stage, ok: false, code: null, text: heard.kind === 'timeout' ? 'no answer in time' : heard.detail, ms }
  }
  const ok = heard.code !== null && heard.code >= 200 && heard.code < 400
  return { stage, ok, code: heard.code, text: heard.lines.join('\n'), ms }
}

function open(
  { host, port }: Listener,
  until: number,
): Promise<{ kind: 'open'; socket: Socket } | { kind: 'failed'; code: string }> {
  return new Promise((resolve) => {
    const socket = connect({ host, port })
    const timer = setTimeout(() => fail('ETIMEDOUT'), until - Date.now())
    function fail(code: string): void {
      clearTimeout(timer)
      socket.destroy()
      resolve({ kind: 'failed', code })
    }
    socket.once('error', (error) => fail('code' in error ? String(error.code) : error.message))
    socket.once('connect', () => {
      clearTimeout(timer)
      socket.removeAllListeners('error')
      socket.on('error', () => {})
      resolve({ kind: 'open', socket })
    })
  })
}

function literalOf(socket: Socket): string {
  const address = socket.localAddress ?? '127.0.0.1'
  return address.includes(':') ? `[IPv6:${address}]` : `[${address}]`
}

/** A connection that said nothing, or broke off, leaves something unknown; a refusal in words does not. */
function gapOf(where: string, stages: readonly ProbeStage[]): Gap | null {
  const broken = stages.find((stage) => !stage.ok && stage.code === null && stage.stage !== 'quit')
  if (!broken) {
    return null
  }
  const kind = broken.text === 'no answer in time' ? 'timeout' : 'partial'
  return { where, kind, detail: `${broken.stage}: ${broken.text}` }
}
