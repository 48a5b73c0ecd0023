/** The analyst's findings, briefings by name, and each as it was issued. */
export const briefingsSchema = {
  version: 4,
  sql: `
    CREATE TABLE finding (
      id        TEXT PRIMARY KEY NOT NULL,
      title     TEXT NOT NULL,
      text      TEXT NOT NULL,
      issues    TEXT NOT NULL CHECK (json_valid(issues)),
      positions TEXT NOT NULL CHECK (json_valid(positions)),
      sortOrder INTEGER NOT NULL CHECK (sortOrder >= 0)
    ) STRICT;

    CREATE TABLE briefing (
      id        TEXT PRIMARY KEY NOT NULL,
      name      TEXT NOT NULL UNIQUE COLLATE NOCASE,
      edition   TEXT NOT NULL CHECK (edition IN ('summary', 'sourced')),
      parts     TEXT CHECK (json_valid(parts)),
      layout    TEXT NOT NULL CHECK (json_valid(layout)),
      sortOrder INTEGER NOT NULL CHECK (sortOrder >= 0)
    ) STRICT;

    CREATE TABLE frozenBriefing (
      id         TEXT PRIMARY KEY NOT NULL,
      briefingId TEXT NOT NULL REFERENCES briefing (id) ON DELETE CASCADE,
      number     INTEGER NOT NULL CHECK (number > 0),
      frozenOn   TEXT NOT NULL,
      document   TEXT NOT NULL CHECK (json_valid(document)),
      UNIQUE (briefingId, number)
    ) STRICT;
  `,
}
