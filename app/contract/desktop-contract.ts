import { z } from 'zod'
import { task } from './operation'

/**
 * Where the shell has no file dialogs of its own, it asks through the window: it announces `desktop.asked`, and
 * the window answers here. A shell with dialogs announces nothing.
 */
export const folderEntry = z.strictObject({ name: z.string(), path: z.string(), isFolder: z.boolean() })
export type FolderEntry = z.infer<typeof folderEntry>

export const desktopAsk = z.strictObject({
  askId: z.int(),
  purpose: z.enum(['open', 'save']),
  extension: z.string(),
  suggestedName: z.string(),
  folder: z.string(),
})
export type DesktopAsk = z.infer<typeof desktopAsk>

export const desktopContract = {
  'desktop.answer': task({
    input: z.strictObject({ askId: z.int(), path: z.string().max(4_096).nullable() }),
    output: z.null(),
  }),
  /** Folders and the files with this ending; an unreadable folder is empty. */
  'desktop.listFolder': task({
    input: z.strictObject({ folder: z.string().max(4_096), extension: z.string().max(20) }),
    output: z.strictObject({
      folder: z.string(),
      parent: z.string().nullable(),
      entries: z.array(folderEntry),
    }),
  }),
} as const
