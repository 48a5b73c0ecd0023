/** A stretch of a cell's text: fact and assessment differ, and a kind is told by more than its place. */
export type SheetRun = { text: string; look: 'plain' | 'strong' | 'quiet' | 'assessed' }

export type SheetValue = string | number | readonly SheetRun[]

/** One column of a table that a spreadsheet shows; its width in characters. */
export type SheetColumn<Row> = {
  heading: string
  width: number
  value: (row: Row) => SheetValue
  /** An id, which other programs join tables by; a person reads names and numbers. */
  isForPrograms?: true
}

export const plainText = (value: SheetValue): string =>
  typeof value === 'object' ? value.map(({ text }) => text).join('') : String(value)
