import type { App, Session, WebContents } from 'electron'
import { isOurs } from './origin'

export type Permission = Parameters<NonNullable<Parameters<Session['setPermissionCheckHandler']>[0]>>[1]
type AskOutside = (address: string, contents: WebContents) => void

const granted: readonly Permission[] = ['fullscreen', 'clipboard-sanitized-write']

export function guardSession(session: Session): void {
  const isGranted = (permission: Permission, origin: string) => granted.includes(permission) && isOurs(origin)
  session.setPermissionCheckHandler((_contents, permission, origin) => isGranted(permission, origin))
  session.setPermissionRequestHandler((_contents, permission, answer, { requestingUrl }) =>
    answer(isGranted(permission, requestingUrl)),
  )
  session.setDevicePermissionHandler(() => false)
  session.on('will-download', (event) => event.preventDefault())
}

/** Keeps a page where it is. A link that a person follows outside is handed to `askOutside`, which decides. */
export function guardContents(contents: WebContents, askOutside: AskOutside): void {
  contents.on('will-navigate', (event) => {
    if (isOurs(event.url)) return
    event.preventDefault()
    askOutside(event.url, contents)
  })
  contents.on('will-frame-navigate', (event) => {
    if (!isOurs(event.url)) event.preventDefault()
  })
  contents.on('will-redirect', (event) => {
    if (!isOurs(event.url)) event.preventDefault()
  })
  contents.on('will-attach-webview', (event) => event.preventDefault())
  contents.setWindowOpenHandler(({ url }) => {
    askOutside(url, contents)
    return { action: 'deny' }
  })
  contents.setWebRTCIPHandlingPolicy('disable_non_proxied_udp')
}

export function guardApplication(app: App, askOutside: AskOutside): void {
  app.on('web-contents-created', (_event, contents) => guardContents(contents, askOutside))
  app.on('certificate-error', (event, _contents, _url, _error, _certificate, answer) => {
    event.preventDefault()
    answer(false)
  })
}
