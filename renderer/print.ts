import './without-eval'
import './tokens.css'
import './base.css'
import './print.css'
import { createApi } from './api'
import { createBrowserBridge } from './browser-bridge'
import { showBand, type Piece } from './screens/briefing/printed-band'

/** The page that prints briefings: piece by piece, as its address asks, and nothing of the window besides. */
const api = createApi(window.bridge ?? createBrowserBridge())
const paper = document.getElementById('root')!
const { dataset } = document.documentElement

async function showPiece(): Promise<void> {
  const piece = pieceOf(window.location.hash)
  dataset.ready = 'false'
  try {
    await showBand(paper, piece, api)
    dataset.band = String(piece.index)
    dataset.ready = 'true'
  } catch {
    dataset.ready = 'failed'
  }
}

function pieceOf(hash: string): Piece {
  const asked = new URLSearchParams(hash.slice(1))
  return { job: asked.get('job') ?? '', index: Number(asked.get('band') ?? 0) }
}

window.addEventListener('hashchange', () => void showPiece())
// What is printed takes up no memory beside the next.
window.addEventListener('afterprint', () => paper.replaceChildren())
// Opened without a piece, it only gets ready for one.
if (window.location.hash !== '') void showPiece()
else dataset.ready = 'true'
