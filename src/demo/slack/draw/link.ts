import { type Html, html } from './html.ts'

/** A link, where it leads to a page or a mailbox; anything else stays text. */
export function drawLink(url: string, label: string): Html {
  if (!isHarmless(url)) return html`${label === url ? url : `${label} (${url})`}`
  return html`<a href="${url}" target="_blank" rel="noopener noreferrer nofollow">${label}</a>`
}

/** Whether an address may be followed from the page. Anything that would run or open something else may not. */
export function isHarmless(url: string): boolean {
  return URL.canParse(url) && ['http:', 'https:', 'mailto:'].includes(new URL(url).protocol)
}
