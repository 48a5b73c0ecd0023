import { lengthOf } from '../../../app/rules/briefing/briefing-context'
import type { AnnexTable, BriefingSection } from '../../../app/rules/briefing/briefing-document'
import { tallOn } from '../../../app/rules/briefing/tall-rows'
import { StatementNumber } from './cite-link'
import { CellLines, Lines, Runs } from './runs'
import { subjectMark } from './subject-mark'
import styles from './annex-section.module.css'

type SectionProps = {
  section: BriefingSection
  /** Of its heading; an empty heading is not printed. */
  level?: 2 | 3 | 4
  /** What its table is called by who cannot see it, where it has no heading of its own. */
  caption?: string
}

/** A part of the annex: a table, a list, or a paragraph. */
export function AnnexSection({ section, level = 2, caption = section.heading }: SectionProps) {
  const Heading = `h${level}` as const
  return (
    <section id={section.id} data-short={isShort(section)}>
      {section.heading !== '' && <Heading>{section.heading}</Heading>}
      <Content section={section} caption={caption} />
    </section>
  )
}

/** Characters; ten such rows still fit a page. */
const longestShortRow = 600

/** Some ten lines or rows, which stay together; more may be divided. */
function isShort(section: BriefingSection): boolean {
  if (section.is === 'table') {
    const { rows } = section.table
    return rows.length <= 10 && rows.every(({ cells }) => lengthOf(cells.flat()) <= longestShortRow)
  }
  return (section.is === 'list' || section.is === 'note') && lengthOf(section.lines) <= 350
}

function Content({ section, caption }: { section: BriefingSection; caption: string }) {
  switch (section.is) {
    case 'table':
      return <Table table={section.table} caption={caption} />
    case 'notes':
      return (
        <ul className={styles.notes}>
          {section.notes.map(({ number, line, about }) => (
            <li key={number} {...subjectMark(about)}>
              <b>
                <StatementNumber number={number} />
              </b>{' '}
              <Runs runs={line.runs} />
            </li>
          ))}
        </ul>
      )
    case 'list':
      return (
        <ul className={styles.list} data-marker={section.marker}>
          {section.lines.map((line, index) => (
            <li key={index} {...subjectMark(line.about)}>
              <Runs runs={line.runs} />
            </li>
          ))}
        </ul>
      )
    case 'note':
    case 'assessment':
      return <Lines lines={section.lines} />
    case 'comparison':
    case 'group':
      return null
  }
}

function Table({ table, caption }: { table: AnnexTable; caption: string }) {
  const widthsMm = table.columns.map((column) => column.widthMm)
  return (
    <table className={styles.annexed}>
      <caption className="visuallyHidden">{caption}</caption>
      <colgroup>
        {table.columns.map((column) => (
          <col key={column.heading} style={{ inlineSize: `${column.widthMm}mm` }} />
        ))}
      </colgroup>
      <thead>
        <tr>
          {table.columns.map((column) => (
            <th key={column.heading} scope="col">
              {column.heading}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {table.rows.map((row, index) => (
          <tr
            key={row.number ?? index}
            data-tall={tallOn(row.cells, widthsMm) ?? undefined}
            {...subjectMark(row.about)}
          >
            <th scope="row" className={row.number === null ? undefined : styles.number}>
              {row.number === null ? (
                <Lines lines={row.cells[0]!} />
              ) : (
                <StatementNumber number={row.number} />
              )}
            </th>
            {row.cells.slice(1).map((lines, column) => (
              <td key={column}>
                <CellLines lines={lines} />
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}
