import { memo, useLayoutEffect, useRef } from 'react'
import { useSay } from '../../state/application'
import type { MarginNote } from './layers'
import { MarginNoteCard } from './margin-note'
import { piecesOf, type Layer } from './passages'
import styles from './source-reader.module.css'

type ParagraphProps = {
  number: number
  text: string
  start: number
  end: number
  layers: readonly Layer[]
  notes: readonly MarginNote[]
  pagesBefore: readonly { number: number; at: number }[]
  /** The reader's, so that notes are placed anew when lines break elsewhere. */
  width: number
  onTake: (key: string) => void
}

/** One numbered paragraph, cut into marked pieces, with its notes in the margin beside the words they are about. */
export const Paragraph = memo(function Paragraph(props: ParagraphProps) {
  const { number, text, start, end, layers, notes, pagesBefore, width, onTake } = props
  const say = useSay()
  const element = useRef<HTMLDivElement>(null)
  const pieces = piecesOf(text, { start, end }, layers)

  useLayoutEffect(() => {
    if (notes.length > 0 && element.current) placeNotes(element.current)
  }, [layers, notes, width])

  return (
    <>
      {pagesBefore.map((page) => (
        <p key={page.number} className={styles.pageMark}>
          <span>{say('reader.page', { number: page.number })}</span>
        </p>
      ))}
      <div ref={element} className={styles.paragraph}>
        <span className={styles.number} aria-hidden="true">
          {number}
        </span>
        <p className={styles.words} dir="auto">
          {pieces.map((piece) =>
            piece.kind === 'plain' && !piece.isReason && piece.found === 'no' ? (
              <span key={piece.start} data-at={piece.start}>
                {piece.text}
              </span>
            ) : (
              <mark
                key={piece.start}
                data-at={piece.start}
                data-kind={piece.kind}
                data-passage={piece.key ?? undefined}
                data-colour={piece.colour ?? undefined}
                data-current={piece.isCurrent || undefined}
                data-reason={piece.isReason || undefined}
                data-found={piece.found === 'no' ? undefined : piece.found}
                className={styles.mark}
              >
                {piece.text}
              </mark>
            ),
          )}
        </p>
        {notes.length > 0 && (
          <div className={styles.notes}>
            {notes.map((note) => (
              <MarginNoteCard key={note.key} note={note} onTake={onTake} />
            ))}
          </div>
        )}
      </div>
    </>
  )
}, isSame)

/** Walking changes two paragraphs of thousands; the others are not drawn again. */
function isSame(before: ParagraphProps, after: ParagraphProps): boolean {
  return (
    before.text === after.text &&
    before.width === after.width &&
    before.number === after.number &&
    isAlike(before.layers, after.layers) &&
    isAlike(before.notes, after.notes)
  )
}

const isAlike = (a: readonly unknown[], b: readonly unknown[]): boolean =>
  a === b || (a.length === b.length && JSON.stringify(a) === JSON.stringify(b))

const gap = 6

/** Each note beside its first words, or below the note before it; the paragraph grows where they need more room. */
function placeNotes(paragraph: HTMLElement): void {
  const top = paragraph.getBoundingClientRect().top
  const notes = [...paragraph.querySelectorAll<HTMLElement>('[data-note]')]
  let free = 0
  for (const note of notes) {
    const words = paragraph.querySelector<HTMLElement>(`[data-at="${note.dataset.note}"]`)
    const wanted = words === null ? 0 : (words.getClientRects()[0]?.top ?? top) - top + 3
    const placed = Math.max(wanted, free)
    note.style.insetBlockStart = `${placed}px`
    free = placed + note.offsetHeight + gap
  }
  paragraph.style.minBlockSize = notes.length === 0 ? '' : `${free}px`
}
