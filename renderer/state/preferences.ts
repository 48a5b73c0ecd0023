import { create } from 'zustand'

export type Theme = 'system' | 'light' | 'dark'

const key = 'demarche.theme'

function readTheme(): Theme {
  const kept = window.localStorage.getItem(key)
  return kept === 'light' || kept === 'dark' ? kept : 'system'
}

/** What this reader likes, on this machine; not part of any dossier. */
const usePreferences = create<{ theme: Theme }>(() => ({ theme: readTheme() }))

export function chooseTheme(theme: Theme): void {
  window.localStorage.setItem(key, theme)
  usePreferences.setState({ theme })
  applyTheme()
}

/** The theme stands on the root element, where the tokens are; `system` leaves it to the media query. */
export function applyTheme(): void {
  const { theme } = usePreferences.getState()
  if (theme === 'system') delete document.documentElement.dataset.theme
  else document.documentElement.dataset.theme = theme
}
