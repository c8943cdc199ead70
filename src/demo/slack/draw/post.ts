import type { Shortcut } from '../page/page.ts'
import type { Post, SharedFile } from '../post.ts'
import type { Workspace } from '../state.ts'
import { drawBlock } from './blocks.ts'
import { postTime } from './dates.ts'
import type { Drawing } from './drawing.ts'
import { emojiCharacter } from './emoji.ts'
import { type Html, html } from './html.ts'
import { drawMrkdwn } from './mrkdwn.ts'

/** How this workspace's asker reads: names, language and zone. */
export function drawingFor(workspace: Workspace): Drawing {
  return {
    nameOf: (id) => workspace.people.get(id)?.name ?? workspace.channels.get(id)?.name ?? null,
    locale: workspace.locale,
    timeZone: workspace.timeZone,
  }
}

const letter = html`<svg viewBox="0 0 24 24"><path d="M3.5 6.5h17v11h-17z"/><path d="M3.5 7l8.5 6.5L20.5 7"/></svg>`

/** A post as it stands in the list of a channel or of a thread. */
export function drawPost(
  workspace: Workspace,
  post: Post,
  drawing: Drawing,
  shortcuts: readonly Shortcut[] = [],
): Html {
  const author = workspace.people.get(post.author)
  const name = author?.realName ?? post.author
  const { short, whole } = postTime(post.ts, drawing)
  const kind = post.author === workspace.asker.id ? 'person' : post.author === workspace.bot.id ? 'bot' : 'house'
  return html`<article class="post${post.onlyFor !== null && ' whisper'}" data-ts="${post.ts}" aria-label="${name}, ${short}">
${post.onlyFor !== null && html`<p class="only-you"><span aria-hidden="true">👁</span> Only visible to you</p>`}
<div class="avatar ${kind}" aria-hidden="true">${kind === 'bot' ? letter : name.slice(0, 1)}</div>
<div class="body"><p class="head"><span class="name">${name}</span>${author?.bot === true && html`<span class="app">App</span>`}
<time title="${whole}">${short}</time></p>
<div class="content">${drawContent(post, drawing)}</div>
${post.files.length > 0 && html`<div class="files">${post.files.map(drawFile)}</div>`}
${post.reactions.length > 0 && html`<p class="reactions">${post.reactions.map(drawReaction)}</p>`}${drawThreadLink(workspace, post, drawing)}</div>${drawTools(post, shortcuts)}</article>`
}

/** The shortcuts of a post, which Slack has in its menu. */
function drawTools(post: Post, shortcuts: readonly Shortcut[]): Html | null {
  const own = shortcuts.filter(({ type }) => type === 'message')
  if (post.onlyFor !== null || own.length === 0) return null
  const buttons = own.map(
    ({ callback, name }) => html`<button type="button" data-shortcut="${callback}">${name}</button>`,
  )
  return html`<div class="tools-of-post">${buttons}</div>`
}

/** Where a thread is opened from: its answers counted, or the offer to begin one. */
function drawThreadLink(workspace: Workspace, post: Post, drawing: Drawing): Html | null {
  if (post.threadTs !== null || post.onlyFor !== null) return null
  const last = workspace.thread(post.channel, post.ts).slice(1)
  const latest = last.at(-1)
  if (latest === undefined)
    return html`<button type="button" class="start-thread" data-thread="${post.ts}">Open thread</button>`
  const words = last.length === 1 ? '1 answer' : `${last.length} answers`
  return html`<button type="button" class="replies" data-thread="${post.ts}">${words}
<span>last at ${postTime(latest.ts, drawing).short}</span></button>`
}

/** Blocks stand in the place of the text, as in Slack. */
function drawContent(post: Post, drawing: Drawing): Html {
  const edited = post.editedTs !== null && html`<span class="edited">(edited)</span>`
  if (post.blocks.length === 0) return html`<div class="section">${drawMrkdwn(post.text, drawing)}</div>${edited}`
  return html`${post.blocks.map((block) => drawBlock(block, drawing))}${edited}`
}

function drawFile(file: SharedFile): Html {
  const size = file.size < 1024 ? `${file.size} bytes` : `${Math.ceil(file.size / 1024)} kB`
  return html`<a class="file" href="/files/${file.id}" download="${file.name}"><span class="file-mark" aria-hidden="true"></span>
<span class="file-words"><span class="file-title">${file.title}</span><span class="file-size">${file.name} · ${size}</span></span></a>`
}

function drawReaction(reaction: { readonly name: string; readonly users: readonly string[] }): Html {
  return html`<span class="reaction" title=":${reaction.name}:">${emojiCharacter(reaction.name)}
<span class="count">${reaction.users.length}</span></span>`
}
