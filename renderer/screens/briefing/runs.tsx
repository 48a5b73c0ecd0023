import { Fragment } from 'react'
import type { Line, Run, Tone } from '../../../app/rules/briefing/briefing-document'
import { KindMark } from '../../elements/kind-mark'
import { StatusMark } from '../../elements/status-mark'
import { CiteLink } from './cite-link'
import { subjectMark } from './subject-mark'
import styles from './paper.module.css'

/** Runs with a space between them, except before a figure. */
export function Runs({ runs }: { runs: readonly Run[] }) {
  return runs.map((run, index) => (
    <Fragment key={index}>
      {index > 0 && run.is !== 'cites' && runs[index - 1]!.is !== 'kind' && ' '}
      <OneRun run={run} />
    </Fragment>
  ))
}

const toneClass: Record<Tone, string | undefined> = {
  plain: undefined,
  strong: styles.strong,
  quiet: styles.quiet,
  relation: styles.relation,
  'red line': styles.redLine,
  quotation: styles.quotation,
  assessed: styles.assessed,
}

const hasRightToLeft = /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u

function OneRun({ run }: { run: Run }) {
  switch (run.is) {
    case 'kind':
      return <KindMark kind={run.kind} />
    case 'status':
      return <StatusMark status={run.status} />
    case 'cites':
      return (
        <sup className={styles.cites}>
          {run.cites.map((cite, index) => (
            <Fragment key={cite.number}>
              {index > 0 && ', '}
              <CiteLink cite={cite} />
            </Fragment>
          ))}
        </sup>
      )
    case 'differences':
      return (
        <span dir="auto" {...(run.language === null ? {} : { lang: run.language })}>
          {run.parts.map(({ kind, text }, index) =>
            kind === 'same' ? (
              text
            ) : kind === 'added' ? (
              <ins key={index} className={styles.added}>
                {text}
              </ins>
            ) : (
              <del key={index} className={styles.removed}>
                {text}
              </del>
            ),
          )}
        </span>
      )
    case 'words': {
      // Every element is one more in the PDF's tree; words that read as those around them need none.
      if (run.tone === 'plain' && run.language === null && !hasRightToLeft.test(run.text)) return run.text
      const Element = run.tone === 'strong' ? 'b' : run.tone === 'assessed' ? 'em' : 'span'
      return (
        <Element
          className={toneClass[run.tone]}
          {...(run.language === null ? {} : { lang: run.language })}
          {...(run.isSentence ? {} : { dir: 'auto' })}
        >
          {run.tone === 'quotation' ? unbroken(run.text) : run.text}
        </Element>
      )
    }
  }
}

/**
 * A hyphen at the end of a line is dropped by programs that read text out of a PDF, and a quotation must come out
 * as it was said: words with hyphens stay on one line.
 */
function unbroken(text: string) {
  return text.split(/(\S{1,30}-\S{1,30})/u).map((part, index) =>
    index % 2 === 0 ? (
      part
    ) : (
      <span key={index} className={styles.unbroken}>
        {part}
      </span>
    ),
  )
}

/** What a cell holds; a single line needs no paragraph of its own. */
export function CellLines({ lines }: { lines: readonly Line[] }) {
  const [first, second] = lines
  if (first === undefined) return null
  return second === undefined && first.is !== 'condition' ? (
    <Runs runs={first.runs} />
  ) : (
    <Lines lines={lines} />
  )
}

export function Lines({ lines }: { lines: readonly Line[] }) {
  return lines.map((line, index) => (
    <p key={index} className={styles[line.is]} {...subjectMark(line.about)}>
      <Runs runs={line.runs} />
    </p>
  ))
}
