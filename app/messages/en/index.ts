import { briefing } from './briefing'
import { commandLine } from './command-line'
import { common } from './common'
import { compare } from './compare'
import { desktop } from './desktop'
import { editing } from './editing'
import { errors } from './errors'
import { frame } from './frame'
import { home } from './home'
import { importing } from './importing'
import { operations } from './operations'
import { presenting } from './presenting'
import { sources } from './sources'

/** Every sentence of the interface, in English, in ICU message format. */
export const english = {
  ...common,
  ...errors,
  ...operations,
  ...frame,
  ...home,
  ...compare,
  ...editing,
  ...briefing,
  ...commandLine,
  ...desktop,
  ...sources,
  ...importing,
  ...presenting,
} as const

export type MessageId = keyof typeof english
