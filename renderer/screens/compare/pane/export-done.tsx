import { useEffect, useRef } from 'react'
import type { Input } from '../../../../app/contract'
import type { Exported } from '../../../../app/contract/export-contract'
import { formattingLocale } from '../../../../app/messages/say'
import { firstOf } from '../../../../app/rules/first-of'
import { leftOutLines } from '../../../../app/rules/export/left-out-text'
import { Button } from '../../../elements/button'
import { useApplication } from '../../../state/application'
import { attempt, tell } from '../../../state/notice'
import styles from './export-sheet.module.css'

/** Where it went, and for the author alone what stayed here. */
export function ExportDone({ exported, input }: { exported: Exported; input: Input<'dossier.export'> }) {
  const { say, api, locale } = useApplication()
  const { savedTo, bytes, leftOut } = exported
  const lines = leftOutLines(leftOut, say)

  // What was written is said above the button that wrote it, which may be out of sight.
  const place = useRef<HTMLElement>(null)
  useEffect(() => place.current?.scrollIntoView({ block: 'nearest' }), [])

  async function saveList() {
    const { path: _path, leftOutPath: _list, taskId: _task, ...options } = input
    const saved = await attempt(() => api.call('dossier.exportLeftOut', options))
    if (saved) tell(say('export.listSaved', { path: saved.savedTo }))
  }
  return (
    <section ref={place} className={styles.done} role="status">
      <p>{say('export.saved', { path: savedTo, size: sizeOf(bytes, formattingLocale(locale)) })}</p>
      {lines.length > 0 && (
        <>
          <h3>{say('export.leftOut.heading')}</h3>
          <ul>
            {lines.map(({ text, words }) => (
              <li key={text}>
                {text}
                {words.length > 0 && (
                  <ul>
                    {firstOf(words, shownAtMost).map((each, at) => (
                      <li key={at}>{each}</li>
                    ))}
                    {words.length > shownAtMost + 1 && <li>…</li>}
                  </ul>
                )}
              </li>
            ))}
          </ul>
          <Button look="link" onPress={() => void saveList()}>
            {say('export.saveList')}
          </Button>
        </>
      )}
    </section>
  )
}

const shownAtMost = 12

function sizeOf(bytes: number, locale: string): string {
  const [value, unit] = bytes < 1_000_000 ? [bytes / 1_000, 'kilobyte'] : [bytes / 1_000_000, 'megabyte']
  return new Intl.NumberFormat(locale, { style: 'unit', unit, maximumSignificantDigits: 3 }).format(value)
}
