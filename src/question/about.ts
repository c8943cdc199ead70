import type { About } from '../correlator/ids.ts'
import { type Entity, entitiesIn, longest } from './entities.ts'
import { halfWidth } from './japanese.ts'
import { partsOf } from './parts.ts'
import { type LanguageTag, languageOf } from './words.ts'

/** What a question is about that names this as its sender. */
export function aboutOf({ kind, value }: Entity): About {
  if (kind === 'address') return { address: value }
  if (kind === 'ip') return { ip: value }
  if (kind === 'message-id') return { messageId: value }
  if (kind === 'mid') return { mid: Number(value) }
  if (kind === 'icid') return { icid: Number(value) }
  return { domain: value }
}

/**
 * What a first question is about, where no domain is known to be ours: all that `parseQuestion` says of that, long before
 * it has read the time. Null where it names no sender.
 */
export function aboutIn(written: string, usual: LanguageTag): About | null {
  const text = halfWidth(written.slice(0, longest))
  const entities = entitiesIn(text, languageOf(text, usual))
  const { sender } = partsOf(entities, text, { domains: [], previous: null })
  return sender ? aboutOf(sender) : null
}
