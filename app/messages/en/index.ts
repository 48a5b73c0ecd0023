import { briefing } from './briefing'
import { commandLine } from './command-line'
import { common } from './common'
import { commonGround } from './common-ground'
import { compare } from './compare'
import { desktop } from './desktop'
import { editing } from './editing'
import { entry } from './entry'
import { errors } from './errors'
import { exporting } from './exporting'
import { finding } from './finding'
import { frame } from './frame'
import { grid } from './grid'
import { home } from './home'
import { importing } from './importing'
import { operations } from './operations'
import { presenting } from './presenting'
import { sources } from './sources'
import { time } from './time'

/** Every sentence of the interface, in English, in ICU message format. */
export const english = {
  ...common,
  ...errors,
  ...operations,
  ...finding,
  ...frame,
  ...grid,
  ...home,
  ...compare,
  ...commonGround,
  ...editing,
  ...entry,
  ...briefing,
  ...commandLine,
  ...desktop,
  ...sources,
  ...importing,
  ...exporting,
  ...presenting,
  ...time,
} as const

export type MessageId = keyof typeof english
