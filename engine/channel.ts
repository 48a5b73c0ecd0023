import type { Events } from '../app/contract'
import { AppError, toReplyError, type Reply } from '../app/errors'
import type { Desktop } from './desktop'
import { createDispatcher, type Dispatch } from './dispatch'
import type { ReadApart } from './import/read-in-process'
import type { OnProgress } from './import/reader'
import { createSession, type SessionOptions } from './session'

/** One end of a two-way pipe: a worker's parent port, a utility process, a message channel. */
export type Pipe = {
  send(message: unknown): void
  listen(listener: (message: unknown) => void): void
}

export type Announce = <Name extends keyof Events>(name: Name, payload: Events[Name]) => void
/** What the shell tells the engine's process when it starts it. */
export type EngineStart = Omit<SessionOptions, 'desktop' | 'announce' | 'now' | 'readApart'>

type ToEngine =
  | { type: 'start'; options: EngineStart }
  | { type: 'call'; id: number; name: string; input: unknown }
  | { type: 'asked'; id: number; reply: Reply<unknown> }
  | { type: 'progress'; id: number; progress: Parameters<OnProgress> }
  | { type: 'stop' }
type FromEngine =
  | { type: 'reply'; id: number; reply: Reply<unknown> }
  | { type: 'ask'; id: number; method: keyof Desktop; input: unknown }
  | { type: 'announce'; name: keyof Events; payload: never }
  | { type: 'stopped' }

/** Runs the engine at the far end of a pipe: in a process or thread of its own, so that no window waits for it. */
export function serveEngine(
  pipe: Pipe,
  stop: () => void,
  { readApart }: { readApart?: ReadApart } = {},
): void {
  let dispatch: Dispatch | null = null
  let close = () => {}
  const asked = createWaiting()

  const ask = (method: keyof Desktop) => (input: unknown, onProgress?: OnProgress) =>
    asked.expect((id) => pipe.send({ type: 'ask', id, method, input } satisfies FromEngine), onProgress)
  // Each answer is what that method of the shell's own desktop returned, carried across the pipe.
  const desktop = {
    chooseFileToOpen: ask('chooseFileToOpen'),
    chooseFileToSave: ask('chooseFileToSave'),
    printPage: ask('printPage'),
    preparePrinting: ask('preparePrinting'),
    endPrinting: ask('endPrinting'),
    answer: ask('answer'),
    openWall: ask('openWall'),
    closeWall: ask('closeWall'),
    readDocument: ask('readDocument'),
    stopReading: ask('stopReading'),
  } as Desktop

  pipe.listen((message) => {
    // Only the shell that started this process holds the other end.
    const told = message as ToEngine
    switch (told.type) {
      case 'start': {
        const announce: Announce = (name, payload) =>
          pipe.send({ type: 'announce', name, payload: payload as never } satisfies FromEngine)
        const session = createSession({
          ...told.options,
          now: () => new Date(),
          desktop,
          announce,
          readApart: readApart ?? readThrough(desktop),
        })
        dispatch = createDispatcher(session)
        close = session.close
        break
      }
      case 'call':
        void dispatch!(told.name, told.input).then((reply) =>
          pipe.send({ type: 'reply', id: told.id, reply } satisfies FromEngine),
        )
        break
      case 'asked':
        asked.settle(told.id, told.reply)
        break
      case 'progress':
        asked.progress(told.id, told.progress)
        break
      case 'stop':
        close()
        pipe.send({ type: 'stopped' } satisfies FromEngine)
        stop()
    }
  })
}

/** Has the shell start the reader, in an engine that cannot start a process. */
function readThrough(desktop: Desktop): ReadApart {
  let last = 0
  return async (request, { signal, onProgress }) => {
    if (signal.aborted) throw new AppError('cancelled')
    const readingId = ++last
    const stop = () => void desktop.stopReading?.({ readingId })
    signal.addEventListener('abort', stop)
    try {
      return await desktop.readDocument!({ readingId, request }, onProgress)
    } finally {
      signal.removeEventListener('abort', stop)
    }
  }
}

/** The shell's end: the same `dispatch` as an engine in this process would have. */
export function connectEngine(
  pipe: Pipe,
  { desktop, announce, start }: { desktop: Desktop; announce: Announce; start: EngineStart },
): { dispatch: Dispatch; stop: () => Promise<void> } {
  const called = createWaiting()
  let onStopped = () => {}
  const stopped = new Promise<void>((resolve) => (onStopped = resolve))

  pipe.listen((message) => {
    const told = message as FromEngine
    switch (told.type) {
      case 'reply':
        called.settle(told.id, { ok: true, value: told.reply })
        break
      case 'announce':
        announce(told.name, told.payload)
        break
      case 'ask':
        void answer(told)
        break
      case 'stopped':
        onStopped()
    }
  })
  pipe.send({ type: 'start', options: start } satisfies ToEngine)

  async function answer({ id, method, input }: Extract<FromEngine, { type: 'ask' }>): Promise<void> {
    // The engine's own types made the question.
    const run = desktop[method] as Ask | undefined
    const onProgress: OnProgress = (...progress) =>
      pipe.send({ type: 'progress', id, progress } satisfies ToEngine)
    const reply: Reply<unknown> = await Promise.resolve(run?.(input, onProgress)).then(
      (value) => ({ ok: true, value: value ?? null }),
      toReplyError,
    )
    pipe.send({ type: 'asked', id, reply } satisfies ToEngine)
  }

  return {
    dispatch: (name, input) =>
      called.expect((id) => pipe.send({ type: 'call', id, name, input } satisfies ToEngine)) as Promise<
        Reply<unknown>
      >,
    stop() {
      pipe.send({ type: 'stop' } satisfies ToEngine)
      return stopped
    },
  }
}

type Ask = (input: unknown, onProgress: OnProgress) => Promise<unknown>

/** Questions under way, by number. */
function createWaiting() {
  const waiting = new Map<number, (reply: Reply<unknown>) => void>()
  const progressing = new Map<number, OnProgress>()
  let last = 0
  return {
    expect: (send: (id: number) => void, onProgress?: OnProgress) =>
      new Promise<unknown>((resolve, reject) => {
        const id = ++last
        waiting.set(id, (reply) => {
          if (reply.ok) resolve(reply.value)
          else reject(new AppError(reply.error.code, reply.error.details))
        })
        if (onProgress) progressing.set(id, onProgress)
        send(id)
      }),
    settle(id: number, reply: Reply<unknown>) {
      waiting.get(id)?.(reply)
      waiting.delete(id)
      progressing.delete(id)
    },
    progress(id: number, progress: Parameters<OnProgress>) {
      progressing.get(id)?.(...progress)
    },
  }
}
