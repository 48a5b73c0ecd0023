/** The first of a list that is too long to be shown whole; never all but one, for “1 more” takes its room. */
export const firstOf = <T>(all: readonly T[], most: number): readonly T[] =>
  all.length <= most + 1 ? all : all.slice(0, most)
