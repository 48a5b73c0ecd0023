import type { presentingContract } from '../../app/contract/presenting-contract'
import { AppError } from '../../app/errors'
import { countPages } from '../export/pdf-pages'
import { writePptx } from '../export/pptx/write-pptx'
import type { Handlers } from '../handlers'
import type { Session } from '../session'
import { writeFileInTurns, writeWholeFile } from '../write-file'
import { chooseTarget } from './printing-operations'
import { readHandOuts, readOrderSlides } from '../hand-outs'
import { readWorkshopRecord } from '../workshop-record'
import { addRecord, changeRecord } from './record-operations'

export const presentingOperations: Handlers<keyof typeof presentingContract> = {
  'presenting.state': async (session) => session.presenting.describe(),

  async 'presenting.begin'(session, { runningOrderId, workshop, locale }) {
    session.current()
    const workshopId = workshop === null ? null : beginWorkshop(session, workshop, runningOrderId)
    return session.presenting.begin({ runningOrderId, locale, workshopId })
  },

  async 'presenting.move'({ presenting }, { to }) {
    presenting.move(to)
    return null
  },

  async 'presenting.show'({ presenting }, wish) {
    presenting.show(wish)
    return null
  },

  async 'presenting.end'(session) {
    const workshop = session.presenting.workshop()
    if (workshop !== null && workshop.ended === null) {
      const ended = session.now().toISOString()
      session
        .currentHistory()
        .record('workshop.change', () =>
          changeRecord(session.current().db, 'workshop', { id: workshop.id, ended }),
        )
    }
    session.presenting.stop()
    return null
  },

  async 'presenting.openWall'({ desktop }) {
    if (desktop.openWall === undefined) throw new AppError('no-second-window')
    return desktop.openWall({})
  },

  async 'presenting.closeWall'({ desktop }) {
    await desktop.closeWall?.({})
    return null
  },

  async 'presenting.countWalls'({ presenting }, { walls }) {
    presenting.countWalls(walls)
    return null
  },

  'presenting.printHandOuts': (session, { runningOrderId, paper, locale, path }) =>
    printPage(session, {
      parameters: { ...(runningOrderId === null ? {} : { order: runningOrderId }), paper, locale },
      screen: 'hand-outs',
      paper,
      path,
    }),

  async 'presenting.saveSlides'(session, { runningOrderId, locale, path }) {
    const deck = readOrderSlides(session.current().db, { runningOrderId, locale, now: session.now })
    const target = await chooseTarget(session, { path, extension: 'pptx' })
    if (target === null) return null
    await writeFileInTurns(target, writePptx(deck))
    return { savedTo: target, slides: deck.slides.length }
  },

  'presenting.printRecord': (session, { workshopId, paper, locale, path }) =>
    printPage(session, {
      parameters: { workshop: workshopId, paper, locale },
      screen: 'record',
      paper,
      path,
    }),

  'presenting.handOuts': (db, { runningOrderId, locale }, { now }) =>
    readHandOuts(db, { runningOrderId, locale, now }),

  'workshop.record': (db, { id }) => readWorkshopRecord(db, id),

  'wall.read': async ({ presenting }) => presenting.onTheWall(),

  async 'wall.press'({ presenting }, { move }) {
    presenting.move(move)
    return null
  },
}

/** The window's own page, printed to where the person says. */
async function printPage(
  session: Session,
  {
    screen,
    parameters,
    paper,
    path,
  }: {
    screen: 'hand-outs' | 'record'
    parameters: Record<string, string>
    paper: 'A4' | 'Letter'
    path: string | undefined
  },
): Promise<{ savedTo: string; pages: number | null } | null> {
  const target = await chooseTarget(session, { path, extension: 'pdf' })
  if (target === null) return null
  const fragment = `#/${screen}?${new URLSearchParams(parameters).toString()}`
  const pdf = await session.desktop.printPage({ fragment, paper, orientation: 'landscape' })
  writeWholeFile(target, pdf)
  return { savedTo: target, pages: countPages(pdf) }
}

type AskedWorkshop = { id: string } | { name: string; place: string }

/** A new one, or one that was broken off and goes on. */
function beginWorkshop(
  session: Session,
  asked: AskedWorkshop,
  runningOrderId: Parameters<Session['presenting']['begin']>[0]['runningOrderId'],
) {
  const { db } = session.current()
  const history = session.currentHistory()
  if ('id' in asked) {
    const id = asked.id as NonNullable<ReturnType<Session['presenting']['workshop']>>['id']
    history.record('workshop.change', () => changeRecord(db, 'workshop', { id, ended: null }))
    return id
  }
  const started = session.now().toISOString()
  return history.record('workshop.add', () =>
    addRecord(db, 'workshop', { ...asked, runningOrderId, started, ended: null }),
  ).id
}
