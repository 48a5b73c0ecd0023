import { createContext, use } from 'react'
import { createSay, type Say } from '../../app/messages/say'
import { createDateLabel, type DateLabel } from '../../app/messages/date-words'
import type { Api } from '../api'

/** What every component may use: the engine behind its api, and the reader's language. */
export type Application = { api: Api; say: Say; locale: string; dateLabel: DateLabel }

const ApplicationContext = createContext<Application | null>(null)
export const ApplicationProvider = ApplicationContext.Provider

export function createApplication(api: Api, locale: string): Application {
  const say = createSay(locale)
  return { api, say, locale, dateLabel: createDateLabel(say, locale) }
}

let outside: Application | null = null

/** Around what is drawn without React, at once and for good. */
export function withinApplication(application: Application, draw: () => void): void {
  outside = application
  try {
    draw()
  } finally {
    outside = null
  }
}

export function useApplication(): Application {
  const application = outside ?? use(ApplicationContext)
  if (application === null) throw new Error('A component was drawn outside the application.')
  return application
}

export const useApi = (): Api => useApplication().api
export const useSay = (): Say => useApplication().say
export const useDateLabel = (): DateLabel => useApplication().dateLabel
