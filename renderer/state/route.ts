import { create } from 'zustand'

export type Screen = 'home' | 'compare' | 'sources' | 'briefing' | 'present' | 'hand-outs' | 'record' | 'wall'
/** Where the window is. It stands in the address, so that a page can be printed from its address alone. */
export type Route = { screen: Screen; search: URLSearchParams }

const screens: readonly Screen[] = [
  'home',
  'compare',
  'sources',
  'briefing',
  'present',
  'hand-outs',
  'record',
  'wall',
]

/** The comparison unless another is named: without a dossier, the window shows Home whatever the address says. */
export function readRoute(hash: string): Route {
  const [path = '', search = ''] = hash.replace(/^#\/?/, '').split('?')
  return {
    screen: screens.find((screen) => screen === path) ?? 'compare',
    search: new URLSearchParams(search),
  }
}

export const useRoute = create<Route>(() => readRoute(window.location.hash))

export function goTo(screen: Screen, search: Record<string, string> = {}): void {
  const query = new URLSearchParams(search).toString()
  const hash = `#/${screen}${query && `?${query}`}`
  if (window.location.hash !== hash) window.history.pushState(null, '', hash)
  useRoute.setState(readRoute(hash))
}

export function followAddress(): () => void {
  const read = () => useRoute.setState(readRoute(window.location.hash))
  window.addEventListener('popstate', read)
  window.addEventListener('hashchange', read)
  return () => {
    window.removeEventListener('popstate', read)
    window.removeEventListener('hashchange', read)
  }
}
