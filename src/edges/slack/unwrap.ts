/**
 * The words a person typed, out of the markup Slack puts around them (SLACK.md 2, "Escaping and parsing"). In: a post's
 * `text` or a command's. Out: links and addresses as typed (`<http://example.com|example.com>` → `example.com`,
 * `<mailto:a@example.com|…>` → `a@example.com`), the bot's own mention gone, other mentions by name, entities decoded,
 * smart quotes, dashes and odd spaces as on a keyboard, code marks off. What is in angle brackets and no markup, such as
 * a Message-ID, stays. Linear in the length of the text.
 */
export function unwrap(text: string, botUserId: string | undefined): string {
  const words = decodeEntities(
    text.replace(/<([^<>]*)>/g, (whole, inner: string) => unwrapOne(whole, inner, botUserId)),
  )
  return typed(words)
}

/** Whether a post's text names the bot. Slack sends such a post twice, as `message` and as `app_mention`. */
export function mentions(text: string, botUserId: string | undefined): boolean {
  return botUserId !== undefined && (text.includes(`<@${botUserId}>`) || text.includes(`<@${botUserId}|`))
}

/** Whether a post starts by talking to somebody else. */
export function opensToAnother(text: string, botUserId: string | undefined): boolean {
  const start = text.trimStart()
  return start.startsWith('<@') && !mentions(start.split('>', 1)[0]?.concat('>') ?? '', botUserId)
}

function unwrapOne(whole: string, inner: string, botUserId: string | undefined): string {
  const bar = inner.indexOf('|')
  const target = bar < 0 ? inner : inner.slice(0, bar)
  const label = bar < 0 ? '' : inner.slice(bar + 1)
  if (target.startsWith('@')) {
    if (target.slice(1) === botUserId) return ' '
    return label === '' ? target : `@${label.replace(/^@/, '')}`
  }
  if (target.startsWith('#')) return label === '' ? target : `#${label.replace(/^#/, '')}`
  if (target.startsWith('!')) return label === '' ? `@${target.slice(1)}` : label
  if (target.startsWith('mailto:')) return target.slice('mailto:'.length).split('?', 1)[0] ?? ''
  if (target.startsWith('tel:')) return label === '' ? target.slice('tel:'.length) : label
  if (target.startsWith('http://') || target.startsWith('https://')) return isAsTyped(target, label) ? label : target
  return whole
}

/** Slack links what was typed without a scheme; a label that is not its own address was made by hand. */
function isAsTyped(target: string, label: string): boolean {
  const bare = target.replace(/^https?:\/\//, '').replace(/\/$/, '')
  return label !== '' && (label === bare || label === target || label === `${bare}/`)
}

function decodeEntities(text: string): string {
  return text.replace(/&(lt|gt|amp);/g, (_, name: string) => ENTITY[name] ?? '')
}

const ENTITY: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&' }

/** What keyboards and phones make of plain characters, back to those. */
function typed(text: string): string {
  return text
    .replace(/[\u2018\u2019\u201a\u201b\u2032]/g, "'")
    .replace(/[\u201c\u201d\u201e\u201f\u2033\u00ab\u00bb]/g, '"')
    .replace(/[\u2010-\u2015\u2212]/g, '-')
    .replace(/[\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\u00ad]/g, '')
    .replace(/[\u00a0\u2000-\u200a\u202f\u205f\u3000\t`]/g, ' ')
    .replace(/ {2,}/g, ' ')
    .trim()
}
