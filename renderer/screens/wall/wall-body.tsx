import { Fragment } from 'react'
import type { WallBlock, WallBody, WallColumn, WallParty } from '../../../app/rules/presenting/wall-content'
import { conditionSize } from '../../../app/rules/presenting/wall-fit'
import { PartyShape } from '../../elements/party-shape'
import { cssNumbers, px, type LightOn } from './wall-lengths'
import styles from './wall-body.module.css'

/** What the step shows, between the head and the foot. */
export function WallBodyView({ body, onLight }: { body: WallBody; onLight: LightOn | undefined }) {
  switch (body.is) {
    case 'question':
      return (
        <h1
          className={styles.question}
          dir="auto"
          style={cssNumbers({ size: body.size, height: body.height })}
        >
          {body.text}
        </h1>
      )
    case 'columns':
      return (
        <div
          className={styles.columns}
          style={{
            ...cssNumbers({ size: body.size, condition: conditionSize(body.size), height: body.height }),
            gridTemplateColumns: body.columns.map(({ width }) => px(width)).join(' '),
          }}
        >
          {body.columns.map((column, at) => (
            <ColumnView key={column.party?.id ?? `room ${at}`} column={column} onLight={onLight} />
          ))}
        </div>
      )
    case 'cell':
      return (
        <article
          className={styles.column}
          data-colour={body.party.colour}
          style={cssNumbers({ size: body.size, condition: conditionSize(body.size) })}
        >
          <PartyHeader party={body.party} />
          {body.blocks.map((block) => (
            <BlockView key={block.id} block={block} onLight={onLight} />
          ))}
        </article>
      )
    case 'lines':
      return <FoundView body={body} />
    case 'zone':
      return (
        <section className={styles.zone} style={cssNumbers({ size: body.size })}>
          <h2>{body.heading}</h2>
          {body.text === null ? (
            <p className={styles.empty}>{body.keptBack}</p>
          ) : (
            <p dir="auto">{body.text}</p>
          )}
        </section>
      )
    case 'quotation':
      return (
        <figure
          className={styles.quotation}
          data-colour={body.quotation.colour}
          style={cssNumbers({ size: body.size })}
        >
          <blockquote>
            <p dir="auto">{body.quotation.text}</p>
            {body.quotation.translation !== '' && <p dir="auto">{body.quotation.translation}</p>}
          </blockquote>
          {body.quotation.who !== '' && <figcaption dir="auto">{body.quotation.who}</figcaption>}
        </figure>
      )
  }
}

function ColumnView({
  column: { party, blocks, change },
  onLight,
}: {
  column: WallColumn
  onLight: LightOn | undefined
}) {
  if (party === null) return <div />
  return (
    <article className={styles.column} data-colour={party.colour} data-party={party.id}>
      <PartyHeader party={party} />
      {change !== '' && <p className={styles.change}>{change}</p>}
      {blocks.map((block) => (
        <BlockView key={block.id} block={block} onLight={onLight} />
      ))}
    </article>
  )
}

function PartyHeader({ party }: { party: WallParty }) {
  return (
    <h2 className={styles.party} dir="auto">
      <PartyShape column={party.shape} />
      <span>
        {party.name} <small>{party.role}</small>
      </span>
    </h2>
  )
}

function BlockView({ block, onLight }: { block: WallBlock; onLight: LightOn | undefined }) {
  // Where a phrase is lit, the rest of its block is not.
  const lit = block.phrase === null ? styles.lit : ''
  return (
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/no-static-element-interactions -- the keys are the actions’
    <div
      className={styles.block}
      data-light={block.light}
      onClick={
        onLight && block.is !== 'silence'
          ? () => onLight({ blockId: block.id, phrase: selectedIn(block) })
          : undefined
      }
    >
      {block.is === 'position' && (
        <>
          <p className={styles.lead}>
            {block.kind && (
              <span className={styles.kind} data-kind={block.kind.is} aria-hidden="true">
                <span>{block.kind.letter}</span>
              </span>
            )}
            <span>
              {block.lead}
              {block.isRedLine && <span className={styles.redLine}>{`  ${block.tail}`}</span>}
            </span>
          </p>
          <p className={`${styles.words} ${lit}`} dir="auto">
            <Words block={block} />
          </p>
        </>
      )}
      {block.is === 'condition' && (
        <p className={`${styles.condition} ${lit}`} dir="auto">
          {block.lead !== '' && (
            <>
              <b>{block.lead}</b>{' '}
            </>
          )}
          <Words block={block} />
          {block.tail !== '' && <span className={styles.tail}>{block.tail}</span>}
        </p>
      )}
      {block.is === 'answer' && (
        <p className={`${styles.answer} ${lit}`} dir="auto">
          <b>{block.lead}</b> {block.text}
        </p>
      )}
      {block.is === 'silence' && (
        <p className={styles.silence}>
          {block.text}
          {block.tail !== '' && <small dir="auto">{block.tail}</small>}
        </p>
      )}
      {block.remarks.map((remark) => (
        <p key={remark} className={styles.remark} dir="auto">
          {remark}
        </p>
      ))}
      {block.continues !== '' && <p className={styles.continues}>{block.continues}</p>}
    </div>
  )
}

function Words({ block: { text, phrase } }: { block: WallBlock }) {
  if (phrase === null) return <bdi>{text}</bdi>
  const [before = '', ...rest] = text.split(phrase)
  return (
    <bdi>
      {before}
      <mark className={styles.phrase}>{phrase}</mark>
      {rest.join(phrase)}
    </bdi>
  )
}

function selectedIn({ text }: WallBlock): string | null {
  const selected = window.getSelection()?.toString().trim() ?? ''
  return selected !== '' && text.includes(selected) ? selected : null
}

function FoundView({ body }: { body: Extract<WallBody, { is: 'lines' }> }) {
  return (
    <section className={styles.found} style={cssNumbers({ size: body.size })}>
      <h2>{body.heading}</h2>
      {body.words !== '' && (
        <p className={styles.agreed} dir="auto" style={cssNumbers({ size: body.wordsSize })}>
          {body.words}
        </p>
      )}
      {body.emptiness !== '' && <p className={styles.empty}>{body.emptiness}</p>}
      <ul>
        {body.lines.map(({ id, party, lead, text }) => (
          <li key={id} dir="auto" data-colour={party?.colour}>
            {party && (
              <Fragment>
                <PartyShape column={party.shape} />
                <b>{party.name}</b>{' '}
              </Fragment>
            )}
            {party ? <i>{lead}</i> : <b>{lead}</b>} {text}
          </li>
        ))}
      </ul>
    </section>
  )
}
