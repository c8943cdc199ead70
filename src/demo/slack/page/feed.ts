import type { ServerResponse } from 'node:http'
import type { AtSurfaces } from '../at-surfaces.ts'
import { html } from '../draw/html.ts'
import { drawingFor, drawPost } from '../draw/post.ts'
import { drawHome, drawModal } from '../draw/view.ts'
import type { Post } from '../post.ts'
import type { Workspace } from '../state.ts'
import type { Surfaces } from '../surfaces.ts'
import type { Shortcut } from './page.ts'

/** The live feed of one open page, as server-sent events. */
export interface Feed {
  /** Sends everything that stands, then every change, until the page goes. */
  open(response: ServerResponse): void
  close(): void
}

const keepAlive = 15_000

export interface FeedParts {
  readonly workspace: Workspace
  readonly surfaces: Surfaces
  readonly atSurfaces: Pick<AtSurfaces, 'current'>
  readonly shortcuts: readonly Shortcut[]
}

export function openFeed({ workspace, surfaces, atSurfaces, shortcuts }: FeedParts): Feed {
  const pages = new Set<ServerResponse>()
  const drawing = drawingFor(workspace)
  const stop = workspace.watch(({ kind, post }) => {
    const root = post.threadTs === null ? null : workspace.find(post.channel, post.threadTs)
    for (const page of pages) {
      if (kind === 'removed') sendEvent(page, 'gone', { channel: post.channel, ts: post.ts })
      else sendEvent(page, 'post', toPage(post))
      if (root !== null) sendEvent(page, 'post', toPage(root))
    }
  })
  const stopSurfaces = surfaces.watch(() => {
    for (const page of pages) sendEvent(page, 'surfaces', surfacesToPage())
  })
  const alive = setInterval(() => {
    for (const page of pages) page.write(': still here\n\n')
  }, keepAlive)
  alive.unref()

  function toPage(post: Post): Record<string, unknown> {
    const { channel, ts, threadTs: root, author } = post
    return {
      channel,
      ts,
      root,
      mine: author === workspace.asker.id,
      markup: drawPost(workspace, post, drawing, shortcuts).markup,
    }
  }

  function surfacesToPage(): Record<string, unknown> {
    const modal = surfaces.modals().at(-1)
    const home = surfaces.home()
    const { title, prompts } = surfaces.prompts()
    const cards = prompts.map(
      ({ title: name, message }) =>
        html`<li><button type="button" class="card" data-question="${message}"><strong>${name}</strong><span>${message}</span></button></li>`,
    )
    return {
      modal:
        modal === undefined
          ? null
          : drawModal(modal, atSurfaces.current(), workspace.channels.values(), drawing).markup,
      home: home === null ? null : drawHome(home, drawing).markup,
      prompts: cards.length === 0 ? null : html`<h2>${title}</h2><ul>${cards}</ul>`.markup,
    }
  }

  return {
    open(response) {
      response.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' })
      pages.add(response)
      response.on('close', () => pages.delete(response))
      sendEvent(response, 'hello', {})
      for (const channel of workspace.channels.keys()) {
        for (const post of workspace.posts(channel)) sendEvent(response, 'post', toPage(post))
      }
      sendEvent(response, 'surfaces', surfacesToPage())
      sendEvent(response, 'ready', {})
    },
    close() {
      clearInterval(alive)
      stop()
      stopSurfaces()
      for (const page of pages) page.end()
    },
  }
}

function sendEvent(page: ServerResponse, event: string, data: Readonly<Record<string, unknown>>): void {
  page.write(`event: ${event}\ndata: ${JSON.stringify(data)}\n\n`)
}
