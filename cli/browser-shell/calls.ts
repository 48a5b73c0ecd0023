import type { IncomingMessage, ServerResponse } from 'node:http'
import { z } from 'zod'
import type { Dispatch } from '../../engine/dispatch'

/** The largest document that is taken in, in base64. */
const bodyLimitBytes = 140 * 1024 * 1024

/** What is answered as bytes goes as bytes: JSON would make numbers of them. */
const bytesType = 'application/octet-stream'

const callBody = z.strictObject({ name: z.string().max(100), input: z.unknown() })

/** `POST call` with `{ name, input }`; the engine's reply comes back as JSON, refusals of the engine included. */
export async function answerCall(
  request: IncomingMessage,
  response: ServerResponse,
  dispatch: Dispatch,
): Promise<void> {
  if (request.method !== 'POST') return refuse(response, 405)
  if (request.headers['content-type']?.split(';', 1)[0]?.trim() !== 'application/json') {
    return refuse(response, 415)
  }
  const body = await readBody(request)
  if (body === null) return refuse(response, 413)
  const call = callBody.safeParse(parseJson(body))
  if (!call.success) return refuse(response, 400)

  const reply = await dispatch(call.data.name, call.data.input)
  if (reply.ok && reply.value instanceof Uint8Array) {
    response.writeHead(200, { 'content-type': bytesType }).end(reply.value)
    return
  }
  response.writeHead(200, { 'content-type': 'application/json; charset=utf-8' }).end(JSON.stringify(reply))
}

/** Null when it is longer than the limit, without reading on. */
async function readBody(request: IncomingMessage): Promise<string | null> {
  if (Number(request.headers['content-length'] ?? 0) > bodyLimitBytes) return null
  const pieces: Buffer[] = []
  let bytes = 0
  for await (const piece of request as AsyncIterable<Buffer>) {
    bytes += piece.length
    if (bytes > bodyLimitBytes) return null
    pieces.push(piece)
  }
  return Buffer.concat(pieces).toString('utf8')
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

function refuse(response: ServerResponse, status: number): void {
  response.writeHead(status, { connection: 'close' }).end()
}
