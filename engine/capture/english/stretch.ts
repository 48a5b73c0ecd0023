/** Indices into a sentence, `to` exclusive. */
export type Stretch = { from: number; to: number }
