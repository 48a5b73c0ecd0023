import type { ReactNode } from 'react'
import { useSay } from '../../state/application'
import { useReader } from '../../state/reader'
import styles from './source-reader.module.css'

/** The keys that do something now. */
export function KeyLine() {
  const say = useSay()
  const hasDraft = useReader((state) => state.draft !== null)
  const hasEvidence = useReader((state) => (state.draft?.evidence.length ?? 0) > 0)
  const isWalking = useReader((state) => state.isWalking)
  const [before, after] = say('reader.key.select', { enter: '⏎' }).split('⏎')
  return (
    <div className={styles.keys} role="note" aria-label={say('reader.keys')}>
      {isWalking && (
        <>
          <Key keys={['Tab']}>{say('reader.key.next')}</Key>
          <Key keys={['⇧ Tab']}>{say('reader.key.back')}</Key>
        </>
      )}
      <Key keys={['Enter']}>{say('reader.key.take')}</Key>
      <Key keys={['X']}>{say('reader.key.not')}</Key>
      {hasEvidence && <Key keys={['S', 'C', 'Q']}>{say('reader.key.relation')}</Key>}
      {hasDraft ? (
        <>
          <Key keys={['M']}>{say('reader.key.fields')}</Key>
          <Key keys={['Esc']}>{say('reader.key.leave')}</Key>
        </>
      ) : (
        <>
          <span>
            {before}
            <kbd>Enter</kbd>
            {after}
          </span>
          {isWalking && <Key keys={['Esc']}>{say('reader.key.leaveText')}</Key>}
        </>
      )}
    </div>
  )
}

function Key({ keys, children }: { keys: readonly string[]; children: ReactNode }) {
  return (
    <span>
      {keys.map((key) => (
        <kbd key={key}>{key}</kbd>
      ))}{' '}
      {children}
    </span>
  )
}
