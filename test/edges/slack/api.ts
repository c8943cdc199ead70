import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

/** A Web API of a few lines: answers each method as told, and keeps who asked for what. */
export async function startApi(answers: Readonly<Record<string, object | number>>): Promise<{
  readonly url: string
  readonly asked: { readonly method: string; readonly token: string }[]
  close(): Promise<void>
}> {
  const asked: { method: string; token: string }[] = []
  const server = createServer((request, response) => {
    const method = request.url?.split('/').at(-1) ?? ''
    asked.push({ method, token: request.headers.authorization?.replace('Bearer ', '') ?? '' })
    const answer = answers[method] ?? { ok: false, error: 'unknown_method' }
    response.statusCode = typeof answer === 'number' ? answer : 200
    response.setHeader('content-type', 'application/json')
    response.end(typeof answer === 'number' ? 'no' : JSON.stringify(answer))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return {
    url: `http://127.0.0.1:${port}/api/`,
    asked,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections()
        server.close(() => resolve())
      }),
  }
}
