import { readFileSync } from 'node:fs'
import type { IncomingMessage } from 'node:http'
import { createRequire } from 'node:module'
import * as z from 'zod'
import type { Asker } from '../asker.ts'
import type { AtSurfaces } from '../at-surfaces.ts'
import { jsonReply, type Reply, readBody, textReply } from '../http.ts'
import { rootOf } from '../methods/chat.ts'
import { readJson } from '../outside.ts'
import type { Workspace } from '../state.ts'
import { drawPage, type Shortcut, type Suggestion } from './page.ts'
import { postStyle } from './post-style.ts'
import { pageScript } from './script.ts'
import { pageStyle } from './style.ts'
import { surfaceScript } from './surface-script.ts'
import { surfaceStyle } from './surface-style.ts'

/** Nothing but what this server sends itself, no inline script, no inline style, in no frame. */
export const contentSecurityPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ')

const said = z.object({ channel: z.string(), text: z.string().trim().min(1).max(4000), thread: z.string().nullable() })
const pressed = z.object({
  channel: z.string(),
  ts: z.string(),
  actionId: z.string(),
  blockId: z.string(),
  choice: z.enum(['positive', 'negative']).optional(),
})

const shortcutUsed = z.object({ callbackId: z.string(), channel: z.string(), ts: z.string().nullable() })
const submitted = z.object({ values: z.record(z.string(), z.string().max(3000)) })
const looked = z.object({ tab: z.enum(['home', 'messages']) })
const pressedInView = z.object({
  view: z.string(),
  ...pressed.pick({ actionId: true, choice: true }).shape,
  blockId: z.string().optional(),
})

export interface PageParts {
  readonly workspace: Workspace
  readonly asker: Asker
  readonly atSurfaces: AtSurfaces
  readonly suggestions: readonly Suggestion[]
  readonly shortcuts: readonly Shortcut[]
}

/** The page, its two style sheets and its script. Null for any other path. */
export function pageRoute(path: string, { workspace, suggestions, shortcuts }: PageParts): Reply | null {
  if (path === '/' || path.startsWith('/archives/')) {
    const headers = { 'content-security-policy': contentSecurityPolicy, 'referrer-policy': 'no-referrer' }
    return {
      status: 200,
      type: 'text/html; charset=utf-8',
      body: drawPage(workspace, suggestions, shortcuts).markup,
      headers,
    }
  }
  if (path === '/page/page.js') return { status: 200, type: 'text/javascript; charset=utf-8', body: pageScript }
  if (path === '/page/surfaces.js') return { status: 200, type: 'text/javascript; charset=utf-8', body: surfaceScript }
  if (path === '/page/page.css') {
    return { status: 200, type: 'text/css; charset=utf-8', body: pageStyle + postStyle + surfaceStyle }
  }
  if (path === '/page/blocks.css') return { status: 200, type: 'text/css; charset=utf-8', body: libraryStyle() }
  return null
}

/**
 * What the person does on the page, as JSON from the page itself: says, presses, uses a shortcut, fills in a modal, looks
 * at a tab. Null for any other path. Where the question goes to a thread that is not there, it is refused.
 */
export async function deedRoute(request: IncomingMessage, path: string, parts: PageParts): Promise<Reply | null> {
  const deed = deeds.get(path)
  if (deed === undefined) return null
  const body = await readBody(request, 64 * 1024)
  return await deed(body === null ? null : readJson(body.toString('utf8')), parts)
}

function say(value: unknown, { workspace, asker }: PageParts): Reply {
  const read = said.safeParse(value)
  if (!read.success || !workspace.channels.has(read.data.channel)) return textReply('not understood', 400)
  const { channel, text, thread } = read.data
  if (text.startsWith('/') && thread === null) {
    void asker.command(channel, text)
    return jsonReply({ ts: null })
  }
  const root = thread === null ? null : rootOf(workspace, channel, thread)
  if (thread !== null && root === null) return textReply('no such thread', 404)
  return jsonReply({ ts: asker.say(channel, text, root).ts })
}

async function press(value: unknown, { asker }: PageParts): Promise<Reply> {
  const read = pressed.safeParse(value)
  if (!read.success) return textReply('not understood', 400)
  const delivery = await asker.press(read.data)
  return delivery === null ? textReply('no such button', 404) : jsonReply({ outcome: delivery.kind })
}

async function useShortcut(value: unknown, { atSurfaces }: PageParts): Promise<Reply> {
  const read = shortcutUsed.safeParse(value)
  if (!read.success) return textReply('not understood', 400)
  const { callbackId, channel, ts } = read.data
  const delivery = await atSurfaces.shortcut(callbackId, ts === null ? null : { channel, ts }, channel)
  return delivery === null ? textReply('no such post', 404) : jsonReply({ outcome: delivery.kind })
}

async function submit(value: unknown, { atSurfaces }: PageParts): Promise<Reply> {
  const read = submitted.safeParse(value)
  return read.success ? jsonReply(await atSurfaces.submit(read.data.values)) : textReply('not understood', 400)
}

function dismiss(_: unknown, { atSurfaces }: PageParts): Reply {
  atSurfaces.dismiss()
  return jsonReply({})
}

async function lookAt(value: unknown, { atSurfaces }: PageParts): Promise<Reply> {
  const read = looked.safeParse(value)
  if (!read.success) return textReply('not understood', 400)
  return jsonReply({ outcome: (await atSurfaces.openTab(read.data.tab)).kind })
}

async function pressInView(value: unknown, { atSurfaces }: PageParts): Promise<Reply> {
  const read = pressedInView.safeParse(value)
  const delivery = read.success ? await atSurfaces.press(read.data.view, read.data) : null
  return delivery === null ? textReply('no such button', 404) : jsonReply({ outcome: delivery.kind })
}

type Deed = (value: unknown, parts: PageParts) => Reply | Promise<Reply>

const deeds: ReadonlyMap<string, Deed> = new Map<string, Deed>([
  ['/page/say', say],
  ['/page/press', press],
  ['/page/shortcut', useShortcut],
  ['/page/submit', submit],
  ['/page/dismiss', dismiss],
  ['/page/tab', lookAt],
  ['/page/press-view', pressInView],
])

let style: string | null = null

/** The library's sheet, with its wrapper's class in the place of an id that can stand only once on a page. */
function libraryStyle(): string {
  if (style !== null) return style
  const file = createRequire(import.meta.url).resolve('slack-blocks-to-jsx/dist/style.css')
  style = readFileSync(file, 'utf8').replaceAll('#slack_blocks_to_jsx', '.slack_blocks_to_jsx')
  return style
}
