import type { CommandLine, Session } from 'electron'
import { hoardingFeature } from '../engine/script-memory'
import { isOurs } from './origin'

/** What Chromium would otherwise send on its own account, or hoard. Has to be said before the application is ready. */
export const switches: readonly (readonly [name: string, value?: string])[] = [
  ['disable-background-networking'],
  ['disable-component-update'],
  ['disable-domain-reliability'],
  ['disable-sync'],
  ['disable-breakpad'],
  ['no-pings'],
  ['dns-prefetch-disable'],
  [
    'disable-features',
    `AutofillServerCommunication,MediaRouter,OptimizationHints,Translate,${hoardingFeature}`,
  ],
  // No name resolves, whoever asks.
  ['host-resolver-rules', 'MAP * ~NOTFOUND'],
]

export function keepOffTheNetwork(commandLine: Pick<CommandLine, 'appendSwitch'>): void {
  for (const [name, value] of switches) commandLine.appendSwitch(name, value)
}

/** Cancels every request that is not for our own files, and the errands a session runs by itself. */
export function closeNetwork(session: Session): void {
  session.webRequest.onBeforeRequest(({ url }, answer) => answer({ cancel: !isOwnFile(url) }))
  // Rejects every certificate: no connection of ours has one.
  session.setCertificateVerifyProc((_request, answer) => answer(-2))
  // The spelling checker would fetch its dictionaries, and the system's proxy settings are a question too.
  session.setSpellCheckerEnabled(false)
  void session.setProxy({ mode: 'direct' })
}

/** Our page's files, and what the page made of its own bytes. */
export const isOwnFile = (url: string): boolean => isOurs(url.startsWith('blob:') ? url.slice(5) : url)
