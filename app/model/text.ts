import { z } from 'zod'

const controlOtherThan = (allowed: string) => new RegExp(`[^\\P{Cc}${allowed}]`, 'u')
const noControl = controlOtherThan('')
const onlyLayout = controlOtherThan('\\n\\r\\t')

/** Text is kept letter for letter or refused: nothing is trimmed, cut or replaced. Lengths in code points. */
function text(limit: number, forbidden: RegExp) {
  return z
    .string()
    .max(limit)
    .refine((value) => !forbidden.test(value), { error: 'control-character' })
    .refine((value) => value.isWellFormed(), { error: 'broken-character' })
}

/** One line that may be empty. */
export const line = (limit: number) => text(limit, noControl)

/** One line that says something. */
export const name = (limit: number) =>
  line(limit).refine((value) => value.trim().length > 0, { error: 'empty' })

/** Several lines; may be empty. */
export const prose = (limit: number) => text(limit, onlyLayout)

/** Several lines that say something. */
export const words = (limit: number) =>
  prose(limit).refine((value) => value.trim().length > 0, { error: 'empty' })

/** BCP 47, as in `en` or `zh-Hans`; `und` when nobody knows. */
export const language = z
  .string()
  .max(35)
  .regex(/^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$/, { error: 'not-a-language' })

/** A point in time, UTC, milliseconds. */
export const instant = z.iso.datetime()

/** SHA-256 in lower-case hexadecimal. */
export const sha256 = z.string().regex(/^[0-9a-f]{64}$/)

export const sortOrder = z.int().nonnegative()
export const percent = z.int().min(0).max(100)
