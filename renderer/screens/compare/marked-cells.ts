import { useLayoutEffect } from 'react'
import type { DateLabel } from '../../../app/messages/date-words'
import type { Say } from '../../../app/messages/say'
import type { PartyId } from '../../../app/model/party'
import { changeSigns, changeWords } from '../../../app/rules/change-words'
import type { CellMark, CellMarks as Marked } from '../../../app/rules/change-marks'
import type { Cell } from '../../../app/rules/comparison'
import { useApplication } from '../../state/application'
import { useChanges, type ShownChanges } from '../../state/changes'
import { useGridComparison } from '../../state/comparison'
import { markCells, type CellMarks } from './grid/cell-marks'

type Wording = { say: Say; dateLabel: DateLabel; nameOf: (id: PartyId) => string }

/** While changes are shown, marks the cells of the grid in which something did. */
export function useMarkedCells(): void {
  const { say, dateLabel } = useApplication()
  const changes = useChanges()
  const parties = useGridComparison().value?.parties
  // Before the grid is painted: a day is never shown with the marks of another.
  useLayoutEffect(() => {
    if (changes === null || parties === undefined) {
      markCells(null)
      return
    }
    const names = new Map(parties.map(({ id, shortName }) => [id, shortName]))
    markCells(marksIn(changes, { say, dateLabel, nameOf: (id) => names.get(id) ?? '' }))
  }, [changes, parties, say, dateLabel])
}

/** The grid asks again and again; what a cell is marked with is put in words once. */
function marksIn(changes: ShownChanges, wording: Wording): (cell: Cell) => CellMarks | null {
  const known = new Map<Marked, CellMarks>()
  return (cell) => {
    const marked = changes.marksOf(cell)
    if (marked === null) return null
    let marks = known.get(marked)
    if (!marks) known.set(marked, (marks = inWords(marked, changes.since, wording)))
    return marks
  }
}

function inWords({ marks, earlier }: Marked, since: string, wording: Wording): CellMarks {
  const byPosition = [...Map.groupBy(marks, ({ positionId }) => positionId).values()]
  const said = byPosition.map((ofPosition) => ({
    tone: toneOf(ofPosition),
    words: ofPosition.map((mark) => `${changeSigns[mark.what]} ${markWords(mark, wording)}`).join(' · '),
  }))
  // Several positions of which the same can be said have one line together.
  const lines = [...Map.groupBy(said, ({ words }) => words).values()].map((alike) =>
    alike.length === 1
      ? alike[0]!
      : { ...alike[0]!, words: wording.say('change.times', { words: alike[0]!.words, count: alike.length }) },
  )
  const spoken = marks.map((mark) => markWords(mark, wording)).join(', ')
  const { say, dateLabel } = wording
  return {
    lines,
    spoken: say('change.spoken', { since: dateLabel(since, 'long'), changes: spoken }),
    earlier: new Map([...earlier].map(([id, position]) => [id, position.text])),
  }
}

function toneOf(marks: readonly CellMark[]): 'new' | 'moved' | 'gone' {
  if (marks.some(({ what }) => what === 'appeared')) return 'new'
  return marks.some(({ what }) => what === 'withdrawn') ? 'gone' : 'moved'
}

function markWords({ change, isSure }: CellMark, { say, nameOf }: Wording): string {
  if (change === null) return say('change.condition')
  const words =
    change.what === 'withdrawn'
      ? say('change.withdrawn.words', { text: change.before.text })
      : changeWords(change, { say, nameOf })
  return isSure ? words : say('change.perhaps', { words })
}
