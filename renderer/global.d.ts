import type { Bridge } from '../app/contract/bridge'

declare global {
  // Declaration merging is the only way to add to Window.
  interface Window {
    /** Put there by Electron's preload; a page from the local server makes its own. */
    readonly bridge?: Bridge
    /** Known to Chromium and not yet to the compiler; absent where no policy asks for it. */
    readonly trustedTypes?: {
      createPolicy(
        name: string,
        rules: { createScriptURL: (address: string) => string },
      ): { createScriptURL: (address: string) => unknown }
    }
  }
}
