import type { RowStatus } from '../../../app/model/issue'
import type { WallContent, WallPage } from '../../../app/rules/presenting/wall-content'
import { StatusShape } from '../../elements/status-mark'
import { WallBodyView } from './wall-body'
import { cssNumbers, px, type LightOn } from './wall-lengths'
import { WallScaleView } from './wall-scale-view'
import { WallTimerView } from './wall-timer'
import './projector.css'
import styles from './wall-view.module.css'

/** The wall at whatever size there is: everything on it keeps its place and its proportion. */
export function WallView({ content, onLight }: { content: WallContent; onLight?: LightOn }) {
  return (
    <div className={styles.frame} data-black={content.is === 'black' || undefined}>
      {content.is === 'message' && (
        <div className={styles.wall} lang={content.language}>
          <p className={styles.message}>{content.text}</p>
        </div>
      )}
      {content.is === 'page' && <WallPageView page={content} onLight={onLight} />}
    </div>
  )
}

function WallPageView({ page, onLight }: { page: WallPage; onLight: LightOn | undefined }) {
  const { head, body, scale, band } = page
  return (
    <div
      className={styles.wall}
      lang={page.language}
      data-step={page.step}
      style={cssNumbers({ top: 46 + head.height })}
    >
      <header className={styles.top} style={{ blockSize: px(head.height) }}>
        <p className={styles.issue} dir="auto">
          <b>{head.number}</b>
          {head.title}
        </p>
        <Status status={head.status} word={head.statusWord} />
        {head.heading !== '' && (
          <h1 className={styles.heading} dir="auto" style={cssNumbers({ size: head.size })}>
            {head.heading}
          </h1>
        )}
      </header>
      <WallBodyView body={body} onLight={onLight} />
      {scale && band.quotation === null && <WallScaleView scale={scale} />}
      {band.quotation && (
        <figure
          className={styles.band}
          data-colour={band.quotation.colour}
          style={cssNumbers({ height: band.height })}
        >
          <blockquote dir="auto">{band.quotation.text}</blockquote>
          {band.quotation.who !== '' && <footer dir="auto">{band.quotation.who}</footer>}
        </figure>
      )}
      <Foot page={page} />
    </div>
  )
}

function Status({ status, word }: { status: RowStatus; word: string }) {
  return (
    <p className={styles.status}>
      <StatusShape status={status}>{word}</StatusShape>
    </p>
  )
}

function Foot({ page: { foot, timer } }: { page: WallPage }) {
  return (
    <footer className={styles.foot}>
      {foot.marking !== null && <span className={styles.marking}>{foot.marking}</span>}
      <span className={styles.title} dir="auto">
        {foot.title}
      </span>
      <span>{foot.asOf}</span>
      <span className={styles.spring} />
      {foot.pageOf !== '' && <b>{foot.pageOf}</b>}
      {foot.sources !== '' && <span>{foot.sources}</span>}
      {timer && <WallTimerView timer={timer} />}
    </footer>
  )
}
