import type { Bridge } from '../app/contract/bridge'

declare global {
  // Declaration merging is the only way to add to Window.
  interface Window {
    /** Put there by Electron's preload; a page from the local server makes its own. */
    readonly bridge?: Bridge
  }
}
