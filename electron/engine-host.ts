import { utilityProcess } from 'electron'
import type { Reply } from '../app/errors'
import { connectEngine, type Announce, type EngineStart } from '../engine/channel'
import type { Desktop } from '../engine/desktop'
import type { Dispatch } from '../engine/dispatch'

export type EngineHost = {
  dispatch: Dispatch
  /** Closes the dossier and ends the process; by force where it does not end by itself. */
  stop(): Promise<void>
}

const patienceMs = 5_000
const lost: Reply<never> = { ok: false, error: { code: 'unexpected', details: {} } }

/** An engine in a process of its own. `onCrash` hears of an end that nobody asked for. */
export function startEngine({
  processPath,
  onCrash,
  ...connection
}: {
  processPath: string
  desktop: Desktop
  announce: Announce
  start: EngineStart
  onCrash: () => void
}): EngineHost {
  const child = utilityProcess.fork(processPath, [], { serviceName: 'Démarche engine' })
  const underWay = new Set<(reply: Reply<unknown>) => void>()
  let isOver = false
  let isStopping = false
  const exited = new Promise<void>((resolve) => {
    child.once('exit', () => {
      isOver = true
      for (const resolveCall of underWay) resolveCall(lost)
      resolve()
      if (!isStopping) onCrash()
    })
  })
  const engine = connectEngine(
    {
      send: (message) => {
        if (!isOver) child.postMessage(message)
      },
      listen: (listener) => child.on('message', listener),
    },
    connection,
  )

  return {
    dispatch: (name, input) =>
      new Promise((resolve) => {
        if (isOver) return resolve(lost)
        underWay.add(resolve)
        void engine
          .dispatch(name, input)
          .then(resolve, () => resolve(lost))
          .finally(() => underWay.delete(resolve))
      }),
    async stop() {
      if (isOver) return
      isStopping = true
      const impatience = setTimeout(() => child.kill(), patienceMs)
      void engine.stop()
      await exited
      clearTimeout(impatience)
    },
  }
}
