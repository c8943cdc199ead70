import { type Html, html } from '../draw/html.ts'
import type { Channel } from '../post.ts'
import type { Workspace } from '../state.ts'

/** A question that the page offers, under a short title. */
export interface Suggestion {
  readonly title: string
  readonly question: string
}

/** A shortcut as the app's manifest declares it. */
export interface Shortcut {
  readonly callback: string
  readonly name: string
  readonly type: 'message' | 'global'
}

/** The whole page; posts are put in by its script, from `/page/events`. */
export function drawPage(
  workspace: Workspace,
  suggestions: readonly Suggestion[],
  shortcuts: readonly Shortcut[],
): Html {
  const { bot, asker } = workspace
  const channels = [...workspace.channels.values()]
  const first = channels[0]
  return html`<!doctype html>
<html lang="en" data-bot="${bot.name}" data-channel="${first?.id}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${bot.realName} · a local stand-in for Slack</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="/page/blocks.css">
<link rel="stylesheet" href="/page/page.css">
<script src="/page/surfaces.js" defer></script>
<script src="/page/page.js" defer></script>
</head>
<body>
<nav class="sidebar" aria-label="Channels">
<div class="workspace"><strong>Example Org</strong><span>A local stand-in for Slack</span></div>
<h2>Channels</h2>
<ul>${channels.filter((channel) => !channel.direct).map((channel) => drawLink(channel))}</ul>
<h2>Direct messages</h2>
<ul>${channels.filter((channel) => channel.direct).map((channel) => drawLink(channel))}</ul>
<p class="note">You are ${asker.realName}. Nothing that you write here leaves this machine.</p>
</nav>
<main class="pane" aria-label="Channel">
<header class="bar"><h1 id="channel-name"></h1>
<div class="tabs" role="tablist"><button type="button" role="tab" data-tab="home" aria-selected="false">Home</button>
<button type="button" role="tab" data-tab="messages" aria-selected="true">Messages</button></div><span class="topic" id="channel-topic">Ask ${bot.realName} why a mail did not arrive</span></header>
<div class="scroll" id="channel-scroll">
${drawWelcome(bot.realName, suggestions)}
<div id="home" role="tabpanel" aria-label="Home"></div>
<div class="posts" id="channel-posts" role="log" aria-label="Posts"></div>
</div>
${drawChips(suggestions)}
<div id="prompts"></div>
${drawComposer('channel', `Ask @${bot.name}, or type /mail`, bot.name, shortcuts)}
</main>
<aside class="pane thread" id="thread" aria-label="Thread" hidden>
<header class="bar"><button type="button" class="icon back" id="thread-close" aria-label="Close the thread">
<svg viewBox="0 0 20 20" aria-hidden="true"><path d="M5 5l10 10M15 5L5 15"/></svg></button>
<h1>Thread</h1><span class="topic" id="thread-place"></span></header>
<div class="scroll" id="thread-scroll"><div class="posts" id="thread-posts" role="log" aria-label="Posts of the thread"></div></div>
${drawComposer('thread', 'Ask on, for example: and last week?', bot.name)}
</aside>
<div id="modal" hidden></div>
<div id="notice" role="status" aria-live="polite"></div>
</body>
</html>`
}

function drawLink(channel: Channel): Html {
  const mark = channel.direct
    ? html`<span class="presence" aria-hidden="true"></span>`
    : html`<span aria-hidden="true">#</span>`
  return html`<li><button type="button" class="channel" data-open="${channel.id}" data-name="${channel.name}" data-direct="${
    channel.direct ? 'yes' : 'no'
  }">${mark}<span class="label">${channel.name}</span><span class="unread" hidden></span></button></li>`
}

function drawWelcome(bot: string, suggestions: readonly Suggestion[]): Html {
  return html`<section class="welcome" id="welcome"><h2>Where is that mail?</h2>
<p>Ask ${bot} in your own words. It looks through the logs of two gateways and answers in a thread.</p>
<ul>${suggestions.map(
    (each) => html`<li><button type="button" class="card" data-question="${each.question}">
<strong>${each.title}</strong><span>${each.question}</span></button></li>`,
  )}</ul></section>`
}

function drawChips(suggestions: readonly Suggestion[]): Html {
  return html`<div class="chips" id="chips" role="group" aria-label="Questions to try" hidden>${suggestions.map(
    (each) =>
      html`<button type="button" class="chip" data-question="${each.question}" title="${each.question}">${each.title}</button>`,
  )}</div>`
}

/** Global shortcuts stand where Slack has its lightning bolt. */
function drawComposer(
  place: 'channel' | 'thread',
  placeholder: string,
  bot: string,
  shortcuts: readonly Shortcut[] = [],
): Html {
  const bolts = shortcuts
    .filter(({ type }) => type === 'global')
    .map(
      ({ callback, name }) => html`<button type="button" class="bolt" data-shortcut="${callback}">⚡ ${name}</button>`,
    )
  const mention =
    place === 'channel' &&
    html`<button type="button" class="icon mention-button" data-mention aria-label="Mention ${bot}" title="Mention ${bot}">@</button>`
  return html`<form class="composer" data-place="${place}" autocomplete="off">
<div class="hint" role="listbox" aria-label="Suggestions" hidden></div>
<textarea rows="1" maxlength="4000" placeholder="${placeholder}" aria-label="${placeholder}" spellcheck="false"></textarea>
<div class="tools">${mention}${bolts}<span class="keys">Enter sends</span>
<button type="submit" class="send" aria-label="Send">
<svg viewBox="0 0 20 20" aria-hidden="true"><path d="M3 3.5l14.5 6.5L3 16.5l2-6.5z"/></svg></button></div>
</form>`
}
