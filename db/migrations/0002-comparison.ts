/** Why a party moved, where a landing zone lies on its scale, and views that hold a whole arrangement of the comparison. */
export const comparisonSchema = {
  version: 2,
  sql: `
    ALTER TABLE position ADD COLUMN whyMoved TEXT NOT NULL DEFAULT '';

    ALTER TABLE issue ADD COLUMN zoneLow INTEGER CHECK (zoneLow BETWEEN 0 AND 100);
    ALTER TABLE issue ADD COLUMN zoneHigh INTEGER CHECK (zoneHigh BETWEEN 0 AND 100)
      CHECK ((zoneLow IS NULL) = (zoneHigh IS NULL)) CHECK (zoneLow <= zoneHigh);

    CREATE TABLE newSavedView (
      id        TEXT PRIMARY KEY NOT NULL,
      name      TEXT NOT NULL UNIQUE COLLATE NOCASE,
      parties   TEXT CHECK (json_valid(parties)),
      filters   TEXT NOT NULL CHECK (json_valid(filters)),
      layout    TEXT NOT NULL CHECK (json_valid(layout)),
      sortOrder INTEGER NOT NULL CHECK (sortOrder >= 0)
    ) STRICT;
    -- No window of the first version could say more of a view than its columns.
    INSERT INTO newSavedView (id, name, parties, filters, layout, sortOrder)
      SELECT id, name, parties,
        '{"words":"","branches":[],"statuses":[],"parties":[],"kinds":[],"firmness":[],"bases":[],'
          || '"outlets":[],"grades":[],"tags":[],"saidFrom":null,"saidUntil":null,"flags":[]}',
        '{"rowOrder":"number","isGrouped":true,"foldedIssues":[],"foldedCoalitions":[],"isTransposed":false,'
          || '"pinned":[],"widths":{},"asOf":null,"since":null,"baselineId":null}',
        sortOrder
      FROM savedView;
    DROP TABLE savedView;
    ALTER TABLE newSavedView RENAME TO savedView;
  `,
}
