import { edtfLabel, type EdtfWords } from '../model/edtf-date'
import { remember } from '../remember'
import type { Say } from './say'

/** The words that imprecise dates need, in the language of `say`. */
export function edtfWords(say: Say): EdtfWords {
  const season = (id: 'date.spring' | 'date.summer' | 'date.autumn' | 'date.winter') =>
    say(id, { year: '{year}' })
  return {
    about: say('date.about', { date: '{date}' }),
    uncertain: say('date.uncertain', { date: '{date}' }),
    season: [season('date.spring'), season('date.summer'), season('date.autumn'), season('date.winter')],
    until: say('date.until', { date: '{date}' }),
    since: say('date.since', { date: '{date}' }),
    between: say('date.between', { from: '{from}', to: '{to}' }),
    unknown: say('date.unknown'),
  }
}

export type DateLabel = (date: string, length?: 'short' | 'long') => string

/** Writes dates in words, in one language. Many records share few dates, so that each is written once. */
export function createDateLabel(say: Say, locale: string): DateLabel {
  const words = edtfWords(say)
  const short = remember((date) => edtfLabel(date, { locale, length: 'short', words }))
  const long = remember((date) => edtfLabel(date, { locale, length: 'long', words }))
  return (date, length = 'short') => (length === 'short' ? short(date) : long(date))
}
