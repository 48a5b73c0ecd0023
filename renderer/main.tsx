import './without-eval'
import '@fontsource-variable/noto-sans'
import '@fontsource-variable/noto-sans/wght-italic.css'
import '@fontsource-variable/noto-serif'
import '@fontsource-variable/noto-serif/wght-italic.css'
import '@fontsource-variable/noto-sans-arabic'
import '@fontsource-variable/noto-sans-sc'
import './tokens.css'
import './base.css'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { languageFor } from '../app/messages/say'
import { createApi } from './api'
import { createBrowserBridge } from './browser-bridge'
import { WallWindow } from './screens/wall/wall-window'
import { Window } from './frame/window'
import { ApplicationProvider, createApplication } from './state/application'
import { readRoute } from './state/route'
import { applyTheme } from './state/preferences'

const api = createApi(window.bridge ?? createBrowserBridge())
const locale = languageFor(navigator.language)
document.documentElement.lang = locale
applyTheme()
// The page on the projector may ask for the wall alone, so nothing else of the window is drawn there.
const isWall = readRoute(window.location.hash).screen === 'wall'

createRoot(document.getElementById('root')!).render(
  <StrictMode>
    <ApplicationProvider value={createApplication(api, locale)}>
      {isWall ? <WallWindow /> : <Window />}
    </ApplicationProvider>
  </StrictMode>,
)
