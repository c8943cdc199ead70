import type { HomeView, KnownBlock } from '@slack/types'
import type { GatewayState, Home } from '../../reply/home.ts'
import type { Line } from '../../reply/reply.ts'
import type { Speech } from '../../reply/speech.ts'
import { zonedTime, zoneName } from '../../reply/when.ts'
import { LISTENS } from './listens.ts'
import { plainText } from './plain-text.ts'
import { richBlock, richSection } from './rich-text.ts'

const CIRCLE: Record<GatewayState['state'], string> = { ok: '🟢 ', failed: '🔴 ', asking: '⚪ ' }

/** A fleet may have dozens; the broken ones are shown first, and what is left off is counted. */
const MOST_GATEWAYS = 30
const MOST_COMMANDS = 20

/**
 * App Home: a button to ask, the gateways and how they are, what the asker asked lately, what can be asked. `channel` is
 * the direct message with the asker, where a question from here is answered. All of it is plain or rich text, so that
 * nothing that was once asked, or that a gateway says of itself, can mention or link.
 */
export function homeView(home: Home, speech: Speech, channel: string): HomeView {
  const blocks = home.refused === null ? pageOf(home, speech) : [text(home.refused)]
  return { type: 'home', private_metadata: channel.slice(0, 100), blocks }
}

function pageOf(home: Home, speech: Speech): KnownBlock[] {
  const ask = { type: 'button' as const, action_id: LISTENS.home.ask, style: 'primary' as const }
  return [
    header(speech.ui('homeHeadline')),
    text(speech.ui('homeIntro')),
    { type: 'actions', elements: [{ ...ask, text: plainText(speech.ui('homeAsk'), 75) }] },
    { type: 'divider' },
    header(speech.ui('homeGateways')),
    ...list(gatewayLines(home.gateways)),
    ...checked(home.checkedAt, speech),
    { type: 'divider' },
    header(speech.ui('homeRecent')),
    ...recent(home, speech),
    { type: 'divider' },
    header(speech.ui('homeCan')),
    ...list(home.commands.slice(0, MOST_COMMANDS)),
  ]
}

function gatewayLines(gateways: readonly GatewayState[]): readonly Line[] {
  const order: readonly GatewayState['state'][] = ['failed', 'asking', 'ok']
  const sorted = order.flatMap((state) => gateways.filter((each) => each.state === state))
  const lines = sorted.slice(0, MOST_GATEWAYS).map(({ state, words }): Line => [CIRCLE[state], ...words])
  const left = sorted.length - lines.length
  return left > 0 ? [...lines, [`… +${left}`]] : lines
}

function checked(at: number | null, speech: Speech): KnownBlock[] {
  if (at === null) return []
  const { clockwork } = speech
  const zone = zoneName(at, clockwork)
  const checkedAt = zonedTime(at, clockwork).replace(` ${zone}`, '')
  return [{ type: 'context', elements: [plainText(speech.say('homeChecked', { checkedAt, zone }), 150)] }]
}

/** Each with a button that asks it again; one too long for a button's value goes without. */
function recent({ recent: questions }: Home, speech: Speech): KnownBlock[] {
  if (questions.length === 0) return [text(speech.ui('homeNoRecent'))]
  return questions.flatMap((question, nth): KnownBlock[] => {
    const button = { type: 'button' as const, action_id: `${LISTENS.home.again}_${nth + 1}`, value: question.text }
    const canAsk = question.text.trim() !== '' && question.text.length <= 2_000
    const label = plainText(speech.ui('actionAgain'), 75)
    const told = `${question.headline} · ${zonedTime(question.at, speech.clockwork)}`
    return [
      {
        type: 'section',
        text: plainText(question.text, 300),
        ...(canAsk ? { accessory: { ...button, text: label } } : {}),
      },
      { type: 'context', elements: [plainText(told, 300)] },
    ]
  })
}

function list(lines: readonly Line[]): KnownBlock[] {
  const items = lines.map((line) => richSection([line], 300)).filter((item) => item !== null)
  return items.length === 0 ? [] : richBlock([{ type: 'rich_text_list', style: 'bullet', elements: items }])
}

function header(words: string): KnownBlock {
  return { type: 'header', text: plainText(words, 150) }
}

function text(words: string): KnownBlock {
  return { type: 'section', text: plainText(words, 600) }
}
