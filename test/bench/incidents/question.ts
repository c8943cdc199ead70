import type { Peer } from '../../../src/demo/world/dialogue.ts'
import type { Random } from '../../../src/demo/world/random.ts'
import type { Scene, Way } from './way.ts'

/** How it is asked. */
export interface Wording {
  readonly language: string
  /** Null where no recipient is named. */
  readonly recipient: string | null
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
  about: {
    readonly domain: string
    readonly peer: Peer
    readonly way: Way
    readonly attempts: readonly { readonly scene: Scene }[]
  },
): Wording {
  const language = random.pick(['en', 'en', 'en', 'fr', 'nl', 'ja'])
  const sentence = random.pick(SENTENCES[language] ?? [])
  const scene = about.attempts.at(-1)?.scene
  if (!scene) throw new Error('nothing to ask about')
  const by = about.way.byAddress ? 'address' : random.pick(['domain', 'domain', 'sender', 'address'] as const)
  const from = { domain: about.domain, sender: scene.mailFrom.toLowerCase(), address: about.peer.ip }[by]
  const recipient = random.chance(0.5) ? scene.rcptTo : null
  return { language, recipient, text: () => sentence(from, recipient) }
}
