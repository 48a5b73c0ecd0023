import { useEffect, useRef, useState } from 'react'
import type { PresenterState } from '../../../app/contract/presenting-contract'
import { isTyping } from '../../actions/use-action-keys'
import { useApplication } from '../../state/application'
import { move } from '../../state/presenting'

/** Typing a number and Enter goes to that issue, `5.3` to its third step, `.3` to that step of this one. */
export function useJump(state: PresenterState | null): string {
  const { api, say } = useApplication()
  const [typed, setTyped] = useState('')
  const [said, setSaid] = useState('')
  const latest = useRef({ state, typed })
  latest.current = { state, typed }

  useEffect(() => {
    const change = (words: string) => {
      latest.current.typed = words
      setTyped(words)
    }
    const onKeyDown = (event: KeyboardEvent) => {
      const { state: now, typed: words } = latest.current
      if (now === null || isTyping(event.target) || event.ctrlKey || event.metaKey || event.altKey) return
      if (/^\d$/.test(event.key) || (event.key === '.' && words !== '' && !words.includes('.'))) {
        event.preventDefault()
        setSaid('')
        return change(words + event.key)
      }
      if (words === '') return
      if (event.key === 'Backspace') return change(words.slice(0, -1))
      if (event.key === 'Escape') event.preventDefault()
      if (event.key === 'Enter') {
        event.preventDefault()
        const to = placeOf(words, now)
        if (to === null) setSaid(say('present.jump.nothing', { number: words }))
        else move(api, to)
      }
      change('')
    }
    // Before the actions, for which a full stop is the black screen.
    window.addEventListener('keydown', onKeyDown, { capture: true })
    return () => window.removeEventListener('keydown', onKeyDown, { capture: true })
  }, [api, say])

  return typed === '' ? said : say('present.jump', { number: typed })
}

function placeOf(words: string, { issues, here }: PresenterState): { issue: number; step: number } | null {
  const [issueWords = '', stepWords] = words.split('.')
  const issue = issueWords === '' ? (here?.issue ?? 0) : Number(issueWords) - 1
  const step = stepWords === undefined || stepWords === '' ? 0 : Number(stepWords) - 1
  if (issue < 0 || issue >= issues.length || step < 0) return null
  if (issue === here?.issue && step >= here.steps.length) return null
  return { issue, step }
}
