import type { RowMeasure } from '../../../../app/rules/row-measures'
import type { Say } from '../../../../app/messages/say'
import type { DateLabel } from '../../../../app/messages/date-words'
import { makeElement } from './make-element'
import styles from './row-measure.module.css'

/** CSS pixels of the line. */
export const measureLineHeight = 20

/** In an issue's head: what its row is sorted by, and where that cannot be told, that. */
export function measureLine(
  measure: RowMeasure | null,
  words: { say: Say; dateLabel: DateLabel },
): HTMLElement | null {
  if (measure === null) return null
  const title =
    measure.by === 'disagreement' && measure.disagreement !== null
      ? words.say('measure.pairs', { pairs: measure.disagreement.pairs })
      : undefined
  return makeElement('span', { className: styles.measure, title }, measureWords(measure, words))
}

function measureWords(measure: RowMeasure, { say, dateLabel }: { say: Say; dateLabel: DateLabel }): string {
  switch (measure.by) {
    case 'disagreement':
      return measure.disagreement === null
        ? say('measure.disagreementNone')
        : say('measure.disagreement', { value: Math.round(measure.disagreement.value) })
    case 'changed':
      return measure.on === null
        ? say('measure.changedNone')
        : say('measure.changed', { date: dateLabel(measure.on) })
    case 'gaps':
      return say('measure.gaps', { count: measure.count })
  }
}
