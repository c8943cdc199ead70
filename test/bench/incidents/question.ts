import type { Peer } from '../../../src/demo/world/dialogue.ts'
import type { Random } from '../../../src/demo/world/random.ts'
import type { Scene, Way } from './way.ts'

/** How it is asked. */
export interface Wording {
  readonly language: string
  /** Null where no recipient is named. */
  readonly recipient: string | null
  readonly by: 'domain' | 'sender' | 'address'
  text(): string
}

type Sentence = (from: string, to: string | null) => string

const SENTENCES: Readonly<Record<string, readonly Sentence[]>> = {
  en: [
    (from, to) => `why didn't mail from ${from}${to ? ` to ${to}` : ''} arrive?`,
    (from, to) => `where is the mail from ${from}${to ? ` to ${to}` : ''}?`,
    (from, to) => `mail from ${from}${to ? ` to ${to}` : ''} never came`,
  ],
  fr: [(from, to) => `pourquoi le mail de ${from}${to ? ` à ${to}` : ''} n'est-il pas arrivé ?`],
  nl: [(from, to) => `waarom is de mail van ${from}${to ? ` aan ${to}` : ''} niet aangekomen?`],
  ja: [(from, to) => `${from} から${to ? ` ${to} へ` : ''}のメールが届かないのはなぜですか`],
}

/** A question about these attempts: by domain, address or server, with or without the recipient. */
export function askedIn(
  random: Random,
  { domain, peer }: { readonly domain: string; readonly peer: Peer },
  attempts: readonly { readonly scene: Scene; readonly way: Way }[],
): Wording {
  const language = random.pick(['en', 'en', 'en', 'fr', 'nl', 'ja'])
  const sentence = random.pick(SENTENCES[language] ?? [])
  const last = attempts.at(-1)
  if (!last) throw new Error('nothing to ask about')
  const { scene, way } = last
  const any = way.silent ? (['domain'] as const) : (['domain', 'domain', 'sender', 'address'] as const)
  const by = way.byAddress ? 'address' : random.pick(any)
  const from = { domain, sender: scene.mailFrom.toLowerCase(), address: peer.ip }[by]
  const recipient = random.chance(0.5) ? scene.rcptTo : null
  return { language, recipient, by, text: () => sentence(from, recipient) }
}
