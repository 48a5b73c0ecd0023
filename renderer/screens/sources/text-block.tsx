import { useEffect, useRef, useState } from 'react'
import type { Layers } from './layers'
import { Paragraph } from './paragraph'
import type { Reading } from './reading'

/** Paragraphs that are drawn together. */
export const blockSize = 40
/** In CSS pixels: how far from being seen a block is drawn. */
const drawnAhead = 2_000
const lineHeight = 26
const unitsPerLine = 62

type BlockProps = {
  reading: Reading
  layers: Layers
  /** The first of its paragraphs. */
  from: number
  width: number
  onTake: (key: string) => void
}

/** Some paragraphs of a text that may have thousands; far from being seen, they only take up their room. */
export function TextBlock({ reading, layers, from, width, onTake }: BlockProps) {
  const element = useRef<HTMLDivElement>(null)
  const { paragraphs, text } = reading
  const own = paragraphs.slice(from, from + blockSize)
  const isShort = paragraphs.length <= 2 * blockSize
  const [isNear, setNear] = useState(isShort || from === 0 || typeof IntersectionObserver === 'undefined')
  const height = useRef<number | null>(null)
  // What was gone to has to be there to be brought into sight.
  const isWanted = own.some((_, index) => layers.wanted.has(from + index))

  useEffect(() => {
    const watched = element.current
    if (!watched || isShort || typeof IntersectionObserver === 'undefined') return
    const observer = new IntersectionObserver(
      ([entry]) => {
        if (!entry) return
        if (!entry.isIntersecting) height.current = entry.boundingClientRect.height
        setNear(entry.isIntersecting)
      },
      { root: watched.closest('[data-reader]'), rootMargin: `${drawnAhead}px 0px` },
    )
    observer.observe(watched)
    return () => observer.disconnect()
  }, [isShort])

  if (!isNear && !isWanted) {
    const estimated = own.reduce(
      (sum, { start, end }) => sum + Math.ceil((end - start) / unitsPerLine) * lineHeight + 11,
      0,
    )
    return <div ref={element} style={{ blockSize: height.current ?? estimated }} />
  }
  return (
    <div ref={element}>
      {own.map((paragraph, index) => (
        <Paragraph
          key={`${reading.textHash} ${paragraph.start}`}
          number={from + index + 1}
          text={text}
          start={paragraph.start}
          end={paragraph.end}
          layers={layers.layers[from + index]!}
          notes={layers.notes[from + index]!}
          pagesBefore={layers.pages[from + index]!}
          width={width}
          onTake={onTake}
        />
      ))}
    </div>
  )
}
