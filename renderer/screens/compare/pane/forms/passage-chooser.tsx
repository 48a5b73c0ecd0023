import { useEffect, useRef, useState, type KeyboardEvent } from 'react'
import { anchorFor, type Anchor } from '../../../../../app/rules/anchor'
import { Button } from '../../../../elements/button'
import { useSay } from '../../../../state/application'
import styles from './forms.module.css'

/**
 * The text of a source, in which words are selected by mouse or keyboard and taken as a passage. It refuses every
 * input rather than be `readonly`: a read-only text area has no caret in Chromium, and so no selecting by keyboard.
 */
export function PassageChooser({
  text,
  label,
  onChoose,
}: {
  text: string
  label: string
  onChoose: (passage: Anchor) => void
}) {
  const say = useSay()
  const area = useRef<HTMLTextAreaElement>(null)
  const [isMissing, setMissing] = useState(false)

  useEffect(() => {
    const element = area.current
    const refuse = (event: Event) => event.preventDefault()
    element?.addEventListener('beforeinput', refuse)
    return () => element?.removeEventListener('beforeinput', refuse)
  }, [])

  function take() {
    const { selectionStart, selectionEnd } = area.current!
    const passage = passageAt(text, selectionStart, selectionEnd)
    setMissing(passage === null)
    if (passage !== null) onChoose(passage)
  }
  function answerKey(event: KeyboardEvent) {
    if (event.key !== 'Enter' || event.ctrlKey || event.metaKey) return
    event.preventDefault()
    take()
  }

  return (
    <div className={styles.group}>
      <textarea
        ref={area}
        className={styles.reading}
        aria-label={label}
        aria-readonly="true"
        inputMode="none"
        spellCheck={false}
        dir="auto"
        value={text}
        // Compositions cannot be refused before they happen; the value puts the text back.
        onChange={() => {}}
        onKeyDown={answerKey}
      />
      <p className={styles.note} role="status">
        {say(isMissing ? 'editing.selectFirst' : 'editing.selectHint')}
      </p>
      <Button look="link" onPress={take}>
        {say('editing.takeWords')}
      </Button>
    </div>
  )
}

/** The passage selected in a text area, without the white space around it; null where nothing is selected. */
export function passageAt(text: string, selectionStart: number, selectionEnd: number): Anchor | null {
  let start = offsetInText(text, selectionStart)
  let end = offsetInText(text, selectionEnd)
  while (start < end && /\s/.test(text[start]!)) start += 1
  while (end > start && /\s/.test(text[end - 1]!)) end -= 1
  if (cutsCharacter(text, start)) start -= 1
  if (cutsCharacter(text, end)) end += 1
  return start === end ? null : anchorFor(text, start, end)
}

/** A text area counts every line break as one character, whatever it is in the text itself. */
function offsetInText(text: string, offset: number): number {
  if (!text.includes('\r\n')) return offset
  let at = 0
  for (let counted = 0; counted < offset && at < text.length; counted++)
    at += text.startsWith('\r\n', at) ? 2 : 1
  return at
}

/** Between the two halves of a character outside the basic plane. */
const cutsCharacter = (text: string, at: number): boolean =>
  /^[\uD800-\uDBFF][\uDC00-\uDFFF]$/.test(at > 0 ? text.slice(at - 1, at + 1) : '')
