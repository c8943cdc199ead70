import { check } from '../../src/edges/slack/limits.ts'
import type { Call } from '../edges/slack/line.ts'

/** The calls by which the bot says something. */
const saying = new Set(['chat.postMessage', 'chat.update', 'chat.postEphemeral'])

/** What was sent to Slack to be read, as Slack got it: `text` and `blocks` of each call. */
export interface Sent {
  readonly text: string
  readonly blocks: readonly unknown[]
  readonly parse: string | null
  readonly linkNames: string | null
}

export function sentIn(calls: readonly Call[]): Sent[] {
  return calls
    .filter(({ method }) => saying.has(method))
    .map(({ args }) => ({
      text: args.get('text') ?? '',
      blocks: JSON.parse(args.get('blocks') ?? '[]'),
      parse: args.get('parse'),
      linkNames: args.get('link_names'),
    }))
}

/** Elements by which Slack calls people or leads them somewhere, whatever the text in them. */
const calling = new Set(['broadcast', 'user', 'usergroup', 'channel', 'team', 'link'])

/** The only place that a post of ours links to: the vendor's page on an address, and nothing else in it. */
const ours = /^https:\/\/(www\.)?talosintelligence\.com\/[a-z_/]*\?search=[0-9a-f.:%]+$/i

/** Characters that steer a screen or turn text around: none may go out, not even within a string. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const steering = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]/u

/** What is wrong with what was sent; empty where nobody is called and Slack takes it all. `asker` may be named. */
export function faultsIn(sent: readonly Sent[], asker = ''): string[] {
  return sent.flatMap(({ text, blocks, parse, linkNames }) => [
    ...check({ text, blocks }).map(({ where, limit }) => `${where}: ${limit}`),
    ...(parse === 'none' && linkNames === null ? [] : ['Slack is asked to look for names in the text']),
    ...(steering.test(text) ? [`steering characters in the text: ${JSON.stringify(text.slice(0, 80))}`] : []),
    ...faultsWithin(blocks, asker),
  ])
}

function faultsWithin(part: unknown, asker: string): string[] {
  if (typeof part === 'string') return steering.test(part) ? [`steering characters: ${JSON.stringify(part)}`] : []
  if (Array.isArray(part)) return part.flatMap((one) => faultsWithin(one, asker))
  if (typeof part !== 'object' || part === null) return []
  const { type, text, user_id, url }: Partial<Record<string, unknown>> = { ...part }
  const faults = Object.values(part).flatMap((one) => faultsWithin(one, asker))
  const isOurs = type === 'link' && typeof url === 'string' && ours.test(url)
  if (typeof type === 'string' && calling.has(type) && user_id !== asker && !isOurs)
    faults.push(`an element that calls: ${type} ${url ?? ''}`)
  const markup = type === 'mrkdwn' || type === 'markdown'
  if (markup && typeof text === 'string' && text.includes('<')) faults.push(`markup: ${text.slice(0, 80)}`)
  return faults
}
