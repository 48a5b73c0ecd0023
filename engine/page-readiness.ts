/**
 * A script that resolves with what a page says of itself on its root element, once that is final: `true` or
 * `failed`. Of the page that prints pieces, once it shows the piece of that number.
 */
export function readinessScript({ band = null }: { band?: number | null } = {}): string {
  return `new Promise((resolve) => {
  const root = document.documentElement
  const look = () => {
    const { ready, band } = root.dataset
    const isThere = ready === 'true' && (${band} === null || band === '${band}')
    if (!isThere && ready !== 'failed') return
    observer.disconnect()
    resolve(ready)
  }
  const observer = new MutationObserver(look)
  observer.observe(root, { attributes: true, attributeFilter: ['data-ready', 'data-band'] })
  look()
})`
}

/** Leads the page that prints pieces to another, and waits until it is there. */
export const showPieceScript = (fragment: string, band: number): string =>
  `(location.hash = ${JSON.stringify(fragment)}, ${readinessScript({ band })})`
