import type { ComparedIssue } from '../../../../app/rules/comparison'
import { fanOut } from '../../../../app/rules/scale'
import styles from './scale.module.css'

type WordedPoint = { key: string; at: number; wording: string }

/** Some 6.4 of a track's 300 pixels for a letter; a label takes no more than two thirds of the track. */
const shareOfLetter = 2.15
const widestLabel = 66

/** The line, its ticks, and under each the words for that point; labels that would touch go to the next line. */
export function ScaleMarks({ issue }: { issue: ComparedIssue }) {
  const points = wordedPoints(issue)
  const lines = fanOut(
    points.map(({ at, wording }) => {
      const width = Math.min(widestLabel, wording.length * shareOfLetter)
      return { low: at - (width * at) / 100, high: at + (width * (100 - at)) / 100 }
    }),
    2,
  )
  const count = Math.max(0, ...lines.map((line) => line + 1))
  return (
    <>
      <span className={styles.line} />
      {points.map(({ key, at }) => (
        <span key={key} className={styles.tick} style={{ insetInlineStart: `${at}%` }} />
      ))}
      <span className={styles.labels} style={{ blockSize: count * 17 }}>
        {points.map(({ key, at, wording }, index) => (
          <span
            key={key}
            className={styles.label}
            title={wording}
            style={{
              insetInlineStart: `${at}%`,
              insetBlockStart: lines[index]! * 17,
              maxInlineSize: `${widestLabel}%`,
              // From its start at 0 to its end at 100, a label stays within the track.
              translate: `calc(var(--along) * ${-at}%)`,
            }}
          >
            <bdi>{wording}</bdi>
          </span>
        ))}
      </span>
    </>
  )
}

/** The marks, and the names of the ends where no mark says the same. */
function wordedPoints({ marks, scaleLow, scaleHigh }: ComparedIssue): WordedPoint[] {
  const isSaid = (at: number, wording: string) =>
    wording === '' || marks.some((mark) => mark.at === at && mark.wording === wording)
  return [
    ...(isSaid(0, scaleLow) ? [] : [{ key: 'low', at: 0, wording: scaleLow }]),
    ...marks.map(({ id, at, wording }) => ({ key: id as string, at, wording })),
    ...(isSaid(100, scaleHigh) ? [] : [{ key: 'high', at: 100, wording: scaleHigh }]),
  ].toSorted((a, b) => a.at - b.at)
}
