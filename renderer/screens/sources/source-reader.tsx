import { useEffect, useMemo, useRef, useState, type KeyboardEvent } from 'react'
import type { EvidenceRelation } from '../../../app/model/statement'
import { isTyping } from '../../actions/use-action-keys'
import { useApplication } from '../../state/application'
import { useMayEdit } from '../compare/pane/editing'
import { changeDraft, hear, leaveDraft, useReader, walkTo } from '../../state/reader'
import type { CaptureDraft } from './capture-draft'
import { FindBar, foundIn } from './find-bar'
import { KeyLine } from './key-line'
import { layersOf } from './layers'
import { OverviewStrip } from './overview-strip'
import { addWords, putAside, record, splitDraft, take, takeWords, walk, type Acting } from './reader-acts'
import { ReaderHead } from './reader-head'
import type { Reading } from './reading'
import { selectedPassage, selectWord } from './selection'
import styles from './source-reader.module.css'
import { blockSize, TextBlock } from './text-block'

/** A source's text, with what is recorded and suggested in it; passages are walked and taken by keys. */
export function SourceReader({ reading }: { reading: Reading }) {
  const application = useApplication()
  const { say } = application
  const mayEdit = useMayEdit()
  const scroller = useRef<HTMLDivElement>(null)
  const current = useReader((state) => state.current)
  const draft = useReader((state) => state.draft)
  const finding = useReader((state) => state.finding)
  const findAt = useReader((state) => state.findAt)
  const found = useMemo(() => foundIn(reading.text, finding), [reading.text, finding])
  const width = useWidth(scroller)
  const acting: Acting = { ...application, reading }

  useEffect(() => {
    scroller.current?.focus({ preventScroll: true })
  }, [reading.source.id])
  useInView(scroller, draft === null ? current : 'open')
  useInView(scroller, found.length === 0 ? null : `found ${findAt}`)
  useKeptSelection(scroller, reading.text)

  const layers = useMemo(
    () => layersOf(reading, { current, draft, found, findAt }),
    [reading, current, draft, found, findAt],
  )

  const blocks = Array.from(
    { length: Math.ceil(reading.paragraphs.length / blockSize) },
    (_, index) => index * blockSize,
  )

  return (
    <div className={styles.reader}>
      {finding !== null && <FindBar count={found.length} onLeave={() => scroller.current?.focus()} />}
      <div
        ref={scroller}
        className={styles.page}
        data-reader
        data-walked={current !== null || draft !== null || undefined}
        role="region"
        aria-label={say('reader.name', { title: reading.source.title })}
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- it scrolls, and its passages are walked by keys
        tabIndex={0}
        onKeyDown={(event) => answerKey(event, acting, { mayEdit, scroller: scroller.current! })}
        onClick={(event) => {
          const piece = (event.target as HTMLElement).closest<HTMLElement>('[data-passage]')
          if (piece?.dataset.passage && document.getSelection()?.isCollapsed !== false) {
            walkTo(piece.dataset.passage)
          }
        }}
      >
        <ReaderHead reading={reading} />
        {reading.text === '' && <p className={styles.noText}>{say('reader.noText')}</p>}
        <div
          className={styles.article}
          dir={directionOf(reading.text)}
          lang={reading.source.language === 'und' ? undefined : reading.source.language}
        >
          {blocks.map((from) => (
            <TextBlock
              key={`${reading.textHash} ${from}`}
              reading={reading}
              layers={layers}
              from={from}
              width={width}
              onTake={(key) => {
                scroller.current?.focus({ preventScroll: true })
                if (mayEdit) take(acting, key)
                else walkTo(key)
              }}
            />
          ))}
        </div>
      </div>
      <OverviewStrip reading={reading} scroller={scroller} />
      <p className={styles.heard} role="status">
        <Heard />
      </p>
      {mayEdit && <KeyLine />}
    </div>
  )
}

/** The direction of the first letter that has one. */
const directionOf = (text: string): 'ltr' | 'rtl' =>
  /^[^\p{L}]*[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}]/u.test(text) ? 'rtl' : 'ltr'

const relationKeys: Readonly<Record<string, EvidenceRelation>> = {
  s: 'supports',
  c: 'contradicts',
  q: 'qualifies',
}

function answerKey(
  event: KeyboardEvent,
  acting: Acting,
  { mayEdit, scroller }: { mayEdit: boolean; scroller: HTMLElement },
): void {
  if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return
  const state = useReader.getState()
  if (!answer()) return
  event.preventDefault()
  event.stopPropagation()

  /** Whether the key was for the reader. */
  function answer(): boolean {
    const { draft } = state
    if (event.key === 'Tab') return state.isWalking && walk(acting, event.shiftKey ? -1 : 1)
    if (event.key === 'Escape') return leave(acting)
    if (event.key === 'ArrowRight' || event.key === 'ArrowLeft') {
      const isForward = (event.key === 'ArrowRight') === (getComputedStyle(scroller).direction === 'ltr')
      const from =
        scroller.querySelector<HTMLElement>('[data-current]') ??
        scroller.querySelector<HTMLElement>('[data-at]')
      selectWord(from, { direction: isForward ? 'forward' : 'backward', isExtending: event.shiftKey })
      return true
    }
    if (!mayEdit) return false
    if (event.key === 'Enter') return event.repeat || enter()
    if (draft === null) return event.key.toLowerCase() === 'x' && pressed(() => putAside(acting))
    return answerForm(event.key.toLowerCase(), draft, selectedPassage(scroller, acting.reading.text), acting)
  }
  function enter(): true {
    const words = selectedPassage(scroller, acting.reading.text)
    if (words !== null) void takeWords(acting, words)
    else if (state.draft !== null) void record(acting)
    else if (state.current !== null) take(acting, state.current)
    else walk(acting, 1)
    if (!state.isWalking) useReader.setState({ isWalking: true })
    return true
  }
}

function answerForm(
  key: string,
  draft: CaptureDraft,
  words: ReturnType<typeof selectedPassage>,
  acting: Acting,
): boolean {
  const relation = relationKeys[key]
  if (relation !== undefined && draft.evidence.length > 0) {
    const [first, ...others] = draft.evidence
    return pressed(() => changeDraft({ evidence: [{ ...first!, relation }, ...others] }))
  }
  if (key === 'x') return pressed(() => putAside(acting))
  if (key === 'p') return pressed(() => splitDraft(draft))
  if (key === 'a' && words !== null) return pressed(() => addWords(draft, words))
  if (key === 'm') {
    return pressed(() =>
      document.querySelector<HTMLElement>('[data-capture-form] input, [data-capture-form] button')?.focus(),
    )
  }
  if (/^[1-6]$/u.test(key)) {
    // Only the six digits come here.
    return pressed(() => changeDraft({ credibility: key as CaptureDraft['credibility'] }))
  }
  return false
}

function pressed(perform: () => void): true {
  perform()
  return true
}

/** First the form, then the walk; a third Escape is the page's. */
function leave({ say }: Acting): boolean {
  const { draft, isWalking } = useReader.getState()
  if (draft !== null) {
    leaveDraft()
    return true
  }
  if (!isWalking) return false
  useReader.setState({ isWalking: false })
  hear(say('reader.heard.tabIsBack'))
  return true
}

function Heard() {
  return useReader((state) => state.heard)
}

function useWidth(element: { current: HTMLElement | null }): number {
  const [width, setWidth] = useState(0)
  useEffect(() => {
    const watched = element.current
    if (!watched || typeof ResizeObserver === 'undefined') return
    const observer = new ResizeObserver(() => setWidth(watched.clientWidth))
    observer.observe(watched)
    const onFonts = () => setWidth((last) => last + 0.001)
    document.fonts?.addEventListener('loadingdone', onFonts)
    return () => {
      observer.disconnect()
      document.fonts?.removeEventListener('loadingdone', onFonts)
    }
  }, [element])
  return width
}

/** Brings what was gone to into the middle, where it is not to be seen already. */
function useInView(scroller: { current: HTMLElement | null }, wanted: string | null): void {
  useEffect(() => {
    const holder = scroller.current
    if (wanted === null || !holder) return
    const selector = wanted.startsWith('found ')
      ? '[data-found="now"]'
      : wanted === 'open'
        ? '[data-kind="open"]'
        : '[data-current]'
    const target = holder.querySelector<HTMLElement>(selector)
    if (!target) return
    const seen = holder.getBoundingClientRect()
    const { top, bottom } = target.getBoundingClientRect()
    if (top >= seen.top + 24 && bottom <= seen.bottom - 24) return
    // jsdom has no layout and so no scrolling.
    target.scrollIntoView?.({ block: 'center' })
  }, [scroller, wanted])
}

/** The form offers to add the words that were selected last, wherever the focus is by then. */
function useKeptSelection(scroller: { current: HTMLElement | null }, text: string): void {
  useEffect(() => {
    const keep = () => {
      if (!scroller.current) return
      const selected = selectedPassage(scroller.current, text)
      if (
        selected?.start !== useReader.getState().selected?.start ||
        selected?.end !== useReader.getState().selected?.end
      )
        useReader.setState({ selected })
    }
    document.addEventListener('selectionchange', keep)
    return () => {
      document.removeEventListener('selectionchange', keep)
      useReader.setState({ selected: null })
    }
  }, [scroller, text])
}
