import type { IncomingMessage } from 'node:http'
import { jsonReply, type Reply, readBody, textReply } from './http.ts'
import type { MethodContext } from './method.ts'
import { readJson } from './outside.ts'
import { answerResponse } from './response-url.ts'
import type { Workspace } from './state.ts'
import { answerCall, type Tokens } from './web-api.ts'

/** Bytes of the longest body that is taken: a file for a thread, not a disk. */
const mostBytes = 32 * 1024 * 1024

/**
 * Answers what a bot asks over HTTP: `/api/<method>`, `/upload/<file>`, `/response/<ticket>`. Null where the path is none
 * of these.
 */
export async function botRoute(
  request: IncomingMessage,
  path: string,
  tokens: Tokens,
  context: MethodContext,
): Promise<Reply | null> {
  const [, area = '', rest = ''] = /^\/(api|upload|response)\/([^/]*)$/u.exec(path) ?? []
  if (area === '') return null
  const body = await readBody(request, mostBytes)
  if (body === null) return textReply('too large', 413)
  const contentType = request.headers['content-type'] ?? ''
  if (area === 'upload') return upload(context, rest, body, contentType)
  if (area === 'response') {
    const answer = answerResponse(context.workspace, context.tickets, rest, readJson(body.toString('utf8')))
    return answer.ok ? textReply('ok') : jsonReply(answer, 404)
  }
  const authorization = request.headers.authorization ?? ''
  return jsonReply(
    answerCall({ method: rest, contentType, authorization, body: body.toString('utf8') }, tokens, context),
  )
}

/**
 * A file that was shared, always as something to keep and never as a page: its bytes are whatever was in the log. Null
 * where there is no such file.
 */
export function fileRoute(workspace: Workspace, path: string): Reply | null {
  const [, id = ''] = /^\/files\/([^/]+)$/u.exec(path) ?? []
  const file = workspace.files.get(id)
  if (file === undefined) return null
  const name = encodeURIComponent(file.name).replaceAll("'", '%27')
  const headers = { 'content-disposition': `attachment; filename*=UTF-8''${name}` }
  return { status: 200, type: 'text/plain; charset=utf-8', body: file.bytes, headers }
}

/** Second step of an upload: the bytes, bare or as the first part of a form. */
async function upload(context: MethodContext, id: string, body: Buffer, contentType: string): Promise<Reply> {
  const file = context.workspace.files.get(id)
  if (file === undefined) return textReply('no such upload', 404)
  const bytes = contentType.startsWith('multipart/') ? await firstPart(body, contentType) : new Uint8Array(body)
  if (bytes === null) return textReply('no file in the form', 400)
  context.workspace.files.set(id, { ...file, bytes, size: bytes.length })
  return textReply(`OK - ${bytes.length}`)
}

async function firstPart(body: Buffer, contentType: string): Promise<Uint8Array | null> {
  const form = await new Response(new Uint8Array(body), { headers: { 'content-type': contentType } })
    .formData()
    .catch(() => null)
  const [part] = form === null ? [] : [...form.values()]
  if (part === undefined) return null
  return typeof part === 'string' ? new TextEncoder().encode(part) : new Uint8Array(await part.arrayBuffer())
}
