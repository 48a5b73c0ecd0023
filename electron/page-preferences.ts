import type { WebPreferences } from 'electron'

/** The same for every page, shown or printed. */
export const pagePreferences = (preloadPath: string): WebPreferences => ({
  preload: preloadPath,
  contextIsolation: true,
  sandbox: true,
  nodeIntegration: false,
  nodeIntegrationInWorker: false,
  nodeIntegrationInSubFrames: false,
  webSecurity: true,
  allowRunningInsecureContent: false,
  webviewTag: false,
  spellcheck: false,
  // The tools' own pages are not ours and would be cancelled.
  devTools: false,
  navigateOnDragDrop: false,
  enableWebSQL: false,
})
