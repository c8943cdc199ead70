import type { ServerResponse } from 'node:http'
import { drawingFor, drawPost } from '../draw/post.ts'
import type { Post } from '../post.ts'
import type { Workspace } from '../state.ts'

/** The live feed of one open page, as server-sent events. */
export interface Feed {
  /** Sends everything that stands, then every change, until the page goes. */
  open(response: ServerResponse): void
  close(): void
}

const keepAlive = 15_000

export function openFeed(workspace: Workspace): Feed {
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
  const alive = setInterval(() => {
    for (const page of pages) page.write(': still here\n\n')
  }, keepAlive)
  alive.unref()

  function toPage(post: Post): Record<string, unknown> {
    const { channel, ts, threadTs: root, author } = post
    return { channel, ts, root, mine: author === workspace.asker.id, markup: drawPost(workspace, post, drawing).markup }
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
      sendEvent(response, 'ready', {})
    },
    close() {
      clearInterval(alive)
      stop()
      for (const page of pages) page.end()
    },
  }
}

function sendEvent(page: ServerResponse, event: string, data: Readonly<Record<string, unknown>>): void {
  page.write(`event: ${event}\ndata: ${JSON.stringify(data)}\n\n`)
}
