import { scriptFlags } from '../engine/script-memory'

/** What Chromium is told whenever we start it: our address and no other, and no errands of its own. */
export function chromiumFlags({ scripts = scriptFlags } = {}): string[] {
  return [
    '--no-first-run',
    '--no-default-browser-check',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-default-apps',
    // No renderer is kept waiting for a page that never comes.
    '--disable-features=SpareRendererForSitePerProcess',
    '--disable-domain-reliability',
    '--disable-sync',
    '--disable-quic',
    '--no-pings',
    `--js-flags=${scripts}`,
    '--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE 127.0.0.1',
    // Chromium refuses to sandbox for root.
    ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
  ]
}
