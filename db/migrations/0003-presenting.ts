/** What a room is led through, and what it did. */
export const presentingSchema = {
  version: 3,
  sql: `
    ALTER TABLE issue ADD COLUMN commonGround TEXT NOT NULL DEFAULT '';

    CREATE TABLE runningOrder (
      id        TEXT PRIMARY KEY NOT NULL,
      name      TEXT NOT NULL UNIQUE COLLATE NOCASE,
      parties   TEXT CHECK (json_valid(parties)),
      asOf      TEXT,
      since     TEXT,
      sortOrder INTEGER NOT NULL CHECK (sortOrder >= 0)
    ) STRICT;

    CREATE TABLE orderItem (
      id             TEXT PRIMARY KEY NOT NULL,
      runningOrderId TEXT NOT NULL REFERENCES runningOrder(id) ON DELETE CASCADE,
      issueId        TEXT NOT NULL REFERENCES issue(id) ON DELETE CASCADE,
      isBranch       INTEGER NOT NULL CHECK (isBranch IN (0, 1)),
      notes          TEXT NOT NULL,
      minutes        INTEGER CHECK (minutes BETWEEN 0 AND 1440),
      steps          TEXT NOT NULL CHECK (json_valid(steps)),
      sortOrder      INTEGER NOT NULL CHECK (sortOrder >= 0)
    ) STRICT;
    CREATE INDEX orderItemByRunningOrder ON orderItem(runningOrderId);
    CREATE INDEX orderItemByIssue ON orderItem(issueId);

    CREATE TABLE workshop (
      id             TEXT PRIMARY KEY NOT NULL,
      name           TEXT NOT NULL,
      runningOrderId TEXT REFERENCES runningOrder(id) ON DELETE SET NULL,
      place          TEXT NOT NULL,
      started        TEXT NOT NULL,
      ended          TEXT
    ) STRICT;
    CREATE INDEX workshopByRunningOrder ON workshop(runningOrderId);

    CREATE TABLE parkedPoint (
      id         TEXT PRIMARY KEY NOT NULL,
      text       TEXT NOT NULL,
      issueId    TEXT REFERENCES issue(id) ON DELETE SET NULL,
      workshopId TEXT REFERENCES workshop(id) ON DELETE SET NULL,
      sortOrder  INTEGER NOT NULL CHECK (sortOrder >= 0)
    ) STRICT;
    CREATE INDEX parkedPointByIssue ON parkedPoint(issueId);
    CREATE INDEX parkedPointByWorkshop ON parkedPoint(workshopId);

    CREATE TABLE showOfHands (
      id         TEXT PRIMARY KEY NOT NULL,
      workshopId TEXT NOT NULL REFERENCES workshop(id) ON DELETE CASCADE,
      issueId    TEXT REFERENCES issue(id) ON DELETE SET NULL,
      question   TEXT NOT NULL,
      options    TEXT NOT NULL CHECK (json_valid(options)),
      sortOrder  INTEGER NOT NULL CHECK (sortOrder >= 0)
    ) STRICT;
    CREATE INDEX showOfHandsByWorkshop ON showOfHands(workshopId);
    CREATE INDEX showOfHandsByIssue ON showOfHands(issueId);
  `,
}
