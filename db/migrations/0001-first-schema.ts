/** Every id is a UUIDv7, every date an EDTF string, every boolean 0 or 1, every list JSON. */
export const firstSchema = {
  version: 1,
  sql: `
    CREATE TABLE dossier (
      id       TEXT PRIMARY KEY NOT NULL,
      title    TEXT NOT NULL,
      question TEXT NOT NULL,
      language TEXT NOT NULL,
      marking  TEXT NOT NULL,
      author   TEXT NOT NULL,
      created  TEXT NOT NULL,
      asOf     TEXT
    ) STRICT;

    CREATE TABLE party (
      id        TEXT PRIMARY KEY NOT NULL,
      name      TEXT NOT NULL UNIQUE COLLATE NOCASE,
      shortName TEXT NOT NULL,
      role      TEXT NOT NULL CHECK (role IN ('principal', 'mediator', 'guarantor', 'observer')),
      colour    TEXT NOT NULL,
      note      TEXT NOT NULL,
      sortOrder INTEGER NOT NULL CHECK (sortOrder >= 0)
    ) STRICT;

    CREATE TABLE membership (
      id          TEXT PRIMARY KEY NOT NULL,
      coalitionId TEXT NOT NULL REFERENCES party(id) ON DELETE CASCADE,
      memberId    TEXT NOT NULL REFERENCES party(id) ON DELETE CASCADE,
      "from"      TEXT,
      until       TEXT,
      CHECK (coalitionId <> memberId)
    ) STRICT;
    CREATE INDEX membershipByCoalition ON membership(coalitionId);
    CREATE INDEX membershipByMember ON membership(memberId);

    CREATE TABLE speaker (
      id          TEXT PRIMARY KEY NOT NULL,
      name        TEXT,
      description TEXT NOT NULL,
      isAnonymous INTEGER NOT NULL CHECK (isAnonymous IN (0, 1)),
      note        TEXT NOT NULL,
      CHECK (name IS NOT NULL OR description <> ''),
      CHECK (name IS NULL OR NOT isAnonymous)
    ) STRICT;

    CREATE TABLE affiliation (
      id        TEXT PRIMARY KEY NOT NULL,
      speakerId TEXT NOT NULL REFERENCES speaker(id) ON DELETE CASCADE,
      partyId   TEXT NOT NULL REFERENCES party(id) ON DELETE CASCADE,
      office    TEXT NOT NULL,
      "from"    TEXT,
      until     TEXT
    ) STRICT;
    CREATE INDEX affiliationBySpeaker ON affiliation(speakerId);
    CREATE INDEX affiliationByParty ON affiliation(partyId);

    CREATE TABLE issue (
      id          TEXT PRIMARY KEY NOT NULL,
      parentId    TEXT REFERENCES issue(id) ON DELETE CASCADE,
      number      TEXT,
      title       TEXT NOT NULL,
      question    TEXT NOT NULL,
      note        TEXT NOT NULL,
      status      TEXT NOT NULL CHECK (status IN ('open', 'converging', 'agreed', 'deadlocked', 'set aside')),
      landingZone TEXT NOT NULL,
      scaleLow    TEXT NOT NULL,
      scaleHigh   TEXT NOT NULL,
      sortOrder   INTEGER NOT NULL CHECK (sortOrder >= 0)
    ) STRICT;
    CREATE INDEX issueByParent ON issue(parentId);

    CREATE TABLE mark (
      id      TEXT PRIMARY KEY NOT NULL,
      issueId TEXT NOT NULL REFERENCES issue(id) ON DELETE CASCADE,
      at      INTEGER NOT NULL CHECK (at BETWEEN 0 AND 100),
      wording TEXT NOT NULL
    ) STRICT;
    CREATE INDEX markByIssue ON mark(issueId);

    CREATE TABLE outlet (
      id          TEXT PRIMARY KEY NOT NULL,
      name        TEXT NOT NULL UNIQUE COLLATE NOCASE,
      kind        TEXT NOT NULL,
      reliability TEXT NOT NULL CHECK (reliability IN ('A', 'B', 'C', 'D', 'E', 'F')),
      note        TEXT NOT NULL
    ) STRICT;

    CREATE TABLE origin (
      id    TEXT PRIMARY KEY NOT NULL,
      title TEXT NOT NULL,
      note  TEXT NOT NULL
    ) STRICT;

    -- Content-addressed and outside undo and the journal: the bytes of a document never change.
    CREATE TABLE original (
      sha256 TEXT PRIMARY KEY NOT NULL,
      bytes  BLOB NOT NULL
    ) STRICT;

    CREATE TABLE source (
      id                TEXT PRIMARY KEY NOT NULL,
      type              TEXT NOT NULL,
      title             TEXT NOT NULL,
      author            TEXT NOT NULL CHECK (json_valid(author)),
      outletId          TEXT REFERENCES outlet(id) ON DELETE SET NULL,
      issued            TEXT,
      accessed          TEXT,
      URL               TEXT NOT NULL,
      language          TEXT NOT NULL,
      originId          TEXT REFERENCES origin(id) ON DELETE SET NULL,
      note              TEXT NOT NULL,
      text              TEXT NOT NULL,
      textHash          TEXT NOT NULL,
      pages             TEXT NOT NULL CHECK (json_valid(pages)),
      originalSha256    TEXT REFERENCES original(sha256) ON DELETE RESTRICT,
      originalMediaType TEXT NOT NULL
    ) STRICT;
    CREATE INDEX sourceByOutlet ON source(outletId);
    CREATE INDEX sourceByOrigin ON source(originId);
    CREATE INDEX sourceByOriginal ON source(originalSha256);

    CREATE TABLE event (
      id      TEXT PRIMARY KEY NOT NULL,
      title   TEXT NOT NULL,
      kind    TEXT NOT NULL,
      date    TEXT,
      place   TEXT NOT NULL,
      outcome TEXT NOT NULL,
      note    TEXT NOT NULL
    ) STRICT;

    CREATE TABLE participation (
      id        TEXT PRIMARY KEY NOT NULL,
      eventId   TEXT NOT NULL REFERENCES event(id) ON DELETE CASCADE,
      partyId   TEXT REFERENCES party(id) ON DELETE CASCADE,
      speakerId TEXT REFERENCES speaker(id) ON DELETE CASCADE,
      CHECK (partyId IS NOT NULL OR speakerId IS NOT NULL)
    ) STRICT;
    CREATE INDEX participationByEvent ON participation(eventId);
    CREATE INDEX participationByParty ON participation(partyId);
    CREATE INDEX participationBySpeaker ON participation(speakerId);

    CREATE TABLE position (
      id            TEXT PRIMARY KEY NOT NULL,
      issueId       TEXT NOT NULL REFERENCES issue(id) ON DELETE CASCADE,
      partyId       TEXT NOT NULL REFERENCES party(id) ON DELETE CASCADE,
      kind          TEXT NOT NULL CHECK (kind IN ('demand', 'offer', 'commitment', 'refusal', 'view')),
      addresseeId   TEXT REFERENCES party(id) ON DELETE SET NULL,
      text          TEXT NOT NULL,
      stance        TEXT,
      atLow         INTEGER CHECK (atLow BETWEEN 0 AND 100),
      atHigh        INTEGER CHECK (atHigh BETWEEN 0 AND 100),
      firmness      TEXT NOT NULL CHECK (firmness IN ('red line', 'firm', 'flexible', 'unstated')),
      salience      INTEGER CHECK (salience BETWEEN 0 AND 100),
      basis         TEXT NOT NULL CHECK (basis IN ('stated', 'reported', 'inferred')),
      "from"        TEXT,
      until         TEXT,
      supersedesId  TEXT REFERENCES position(id) ON DELETE SET NULL,
      assessment    TEXT NOT NULL,
      needsResearch INTEGER NOT NULL CHECK (needsResearch IN (0, 1)),
      sortOrder     INTEGER NOT NULL CHECK (sortOrder >= 0),
      CHECK ((atLow IS NULL) = (atHigh IS NULL)),
      CHECK (atLow <= atHigh),
      CHECK (supersedesId <> id)
    ) STRICT;
    CREATE INDEX positionByCell ON position(issueId, partyId);
    CREATE INDEX positionByParty ON position(partyId);
    CREATE INDEX positionByAddressee ON position(addresseeId);
    CREATE INDEX positionBySuperseded ON position(supersedesId);

    CREATE TABLE gap (
      id            TEXT PRIMARY KEY NOT NULL,
      issueId       TEXT NOT NULL REFERENCES issue(id) ON DELETE CASCADE,
      partyId       TEXT NOT NULL REFERENCES party(id) ON DELETE CASCADE,
      asOf          TEXT NOT NULL,
      searchedWhere TEXT NOT NULL,
      note          TEXT NOT NULL
    ) STRICT;
    CREATE INDEX gapByCell ON gap(issueId, partyId);
    CREATE INDEX gapByParty ON gap(partyId);

    CREATE TABLE answer (
      id           TEXT PRIMARY KEY NOT NULL,
      positionId   TEXT NOT NULL REFERENCES position(id) ON DELETE CASCADE,
      partyId      TEXT NOT NULL REFERENCES party(id) ON DELETE CASCADE,
      outcome      TEXT NOT NULL
        CHECK (outcome IN ('accepted', 'partly', 'rejected', 'countered', 'ignored', 'none found')),
      byPositionId TEXT REFERENCES position(id) ON DELETE SET NULL,
      onDate       TEXT,
      note         TEXT NOT NULL
    ) STRICT;
    CREATE INDEX answerByPosition ON answer(positionId);
    CREATE INDEX answerByParty ON answer(partyId);
    CREATE INDEX answerByAnsweringPosition ON answer(byPositionId);

    CREATE TABLE condition (
      id           TEXT PRIMARY KEY NOT NULL,
      positionId   TEXT REFERENCES position(id) ON DELETE CASCADE,
      eventId      TEXT REFERENCES event(id) ON DELETE CASCADE,
      relation     TEXT NOT NULL CHECK (relation IN ('only if', 'unless', 'before', 'after', 'in exchange for')),
      text         TEXT NOT NULL,
      byPartyId    TEXT REFERENCES party(id) ON DELETE SET NULL,
      onPositionId TEXT REFERENCES position(id) ON DELETE SET NULL,
      onEventId    TEXT REFERENCES event(id) ON DELETE SET NULL,
      state        TEXT NOT NULL CHECK (state IN ('open', 'met', 'refused', 'overtaken')),
      note         TEXT NOT NULL,
      sortOrder    INTEGER NOT NULL CHECK (sortOrder >= 0),
      CHECK ((positionId IS NULL) <> (eventId IS NULL)),
      CHECK (onPositionId IS NULL OR onEventId IS NULL)
    ) STRICT;
    CREATE INDEX conditionByPosition ON condition(positionId);
    CREATE INDEX conditionByEvent ON condition(eventId);
    CREATE INDEX conditionByMovingParty ON condition(byPartyId);
    CREATE INDEX conditionOnPosition ON condition(onPositionId);
    CREATE INDEX conditionOnEvent ON condition(onEventId);

    CREATE TABLE statement (
      id           TEXT PRIMARY KEY NOT NULL,
      sourceId     TEXT NOT NULL REFERENCES source(id) ON DELETE CASCADE,
      speakerId    TEXT REFERENCES speaker(id) ON DELETE SET NULL,
      onBehalfOfId TEXT REFERENCES party(id) ON DELETE SET NULL,
      relayedById  TEXT REFERENCES outlet(id) ON DELETE SET NULL,
      form         TEXT NOT NULL CHECK (form IN ('verbatim', 'partial', 'paraphrase')),
      text         TEXT NOT NULL,
      textHash     TEXT NOT NULL,
      translation  TEXT NOT NULL,
      saidOn       TEXT,
      saidOnWords  TEXT NOT NULL,
      place        TEXT NOT NULL,
      eventId      TEXT REFERENCES event(id) ON DELETE SET NULL,
      credibility  INTEGER NOT NULL CHECK (credibility BETWEEN 1 AND 6),
      note         TEXT NOT NULL
    ) STRICT;
    CREATE INDEX statementBySource ON statement(sourceId);
    CREATE INDEX statementBySpeaker ON statement(speakerId);
    CREATE INDEX statementByParty ON statement(onBehalfOfId);
    CREATE INDEX statementByRelay ON statement(relayedById);
    CREATE INDEX statementByEvent ON statement(eventId);

    CREATE TABLE span (
      id          TEXT PRIMARY KEY NOT NULL,
      statementId TEXT NOT NULL REFERENCES statement(id) ON DELETE CASCADE,
      exact       TEXT NOT NULL,
      prefix      TEXT NOT NULL,
      suffix      TEXT NOT NULL,
      start       INTEGER NOT NULL CHECK (start >= 0),
      page        INTEGER CHECK (page > 0),
      sortOrder   INTEGER NOT NULL CHECK (sortOrder >= 0)
    ) STRICT;
    CREATE INDEX spanByStatement ON span(statementId);

    CREATE TABLE evidence (
      id          TEXT PRIMARY KEY NOT NULL,
      statementId TEXT NOT NULL REFERENCES statement(id) ON DELETE CASCADE,
      relation    TEXT NOT NULL CHECK (relation IN ('supports', 'contradicts', 'qualifies')),
      positionId  TEXT REFERENCES position(id) ON DELETE CASCADE,
      conditionId TEXT REFERENCES condition(id) ON DELETE CASCADE,
      answerId    TEXT REFERENCES answer(id) ON DELETE CASCADE,
      eventId     TEXT REFERENCES event(id) ON DELETE CASCADE,
      CHECK ((positionId IS NOT NULL) + (conditionId IS NOT NULL) + (answerId IS NOT NULL)
        + (eventId IS NOT NULL) = 1)
    ) STRICT;
    CREATE INDEX evidenceByStatement ON evidence(statementId);
    CREATE INDEX evidenceByPosition ON evidence(positionId);
    CREATE INDEX evidenceByCondition ON evidence(conditionId);
    CREATE INDEX evidenceByAnswer ON evidence(answerId);
    CREATE INDEX evidenceByEvent ON evidence(eventId);

    CREATE TABLE point (
      id          TEXT PRIMARY KEY NOT NULL,
      kind        TEXT NOT NULL CHECK (kind IN ('to confirm', 'source to find')),
      text        TEXT NOT NULL,
      issueId     TEXT REFERENCES issue(id) ON DELETE CASCADE,
      partyId     TEXT REFERENCES party(id) ON DELETE CASCADE,
      statementId TEXT REFERENCES statement(id) ON DELETE CASCADE,
      sourceId    TEXT REFERENCES source(id) ON DELETE CASCADE,
      settledOn   TEXT,
      settledHow  TEXT NOT NULL,
      sortOrder   INTEGER NOT NULL CHECK (sortOrder >= 0)
    ) STRICT;
    CREATE INDEX pointByIssue ON point(issueId);
    CREATE INDEX pointByParty ON point(partyId);
    CREATE INDEX pointByStatement ON point(statementId);
    CREATE INDEX pointBySource ON point(sourceId);

    CREATE TABLE round (
      id   TEXT PRIMARY KEY NOT NULL,
      name TEXT NOT NULL UNIQUE COLLATE NOCASE,
      date TEXT NOT NULL
    ) STRICT;

    CREATE TABLE savedView (
      id        TEXT PRIMARY KEY NOT NULL,
      name      TEXT NOT NULL UNIQUE COLLATE NOCASE,
      parties   TEXT CHECK (json_valid(parties)),
      issues    TEXT CHECK (json_valid(issues)),
      filters   TEXT NOT NULL CHECK (json_valid(filters)),
      columns   TEXT NOT NULL CHECK (json_valid(columns)),
      sortOrder INTEGER NOT NULL CHECK (sortOrder >= 0)
    ) STRICT;

    CREATE TABLE tag (
      id     TEXT PRIMARY KEY NOT NULL,
      name   TEXT NOT NULL UNIQUE COLLATE NOCASE,
      colour TEXT
    ) STRICT;

    CREATE TABLE tagging (
      id          TEXT PRIMARY KEY NOT NULL,
      tagId       TEXT NOT NULL REFERENCES tag(id) ON DELETE CASCADE,
      positionId  TEXT REFERENCES position(id) ON DELETE CASCADE,
      statementId TEXT REFERENCES statement(id) ON DELETE CASCADE,
      sourceId    TEXT REFERENCES source(id) ON DELETE CASCADE,
      issueId     TEXT REFERENCES issue(id) ON DELETE CASCADE,
      partyId     TEXT REFERENCES party(id) ON DELETE CASCADE,
      eventId     TEXT REFERENCES event(id) ON DELETE CASCADE,
      CHECK ((positionId IS NOT NULL) + (statementId IS NOT NULL) + (sourceId IS NOT NULL)
        + (issueId IS NOT NULL) + (partyId IS NOT NULL) + (eventId IS NOT NULL) = 1)
    ) STRICT;
    CREATE INDEX taggingByTag ON tagging(tagId);
    CREATE INDEX taggingByPosition ON tagging(positionId);
    CREATE INDEX taggingByStatement ON tagging(statementId);
    CREATE INDEX taggingBySource ON tagging(sourceId);
    CREATE INDEX taggingByIssue ON tagging(issueId);
    CREATE INDEX taggingByParty ON tagging(partyId);
    CREATE INDEX taggingByEvent ON tagging(eventId);

    CREATE TABLE change (
      number     INTEGER PRIMARY KEY,
      step       INTEGER NOT NULL,
      at         TEXT NOT NULL,
      by         TEXT NOT NULL,
      kind       TEXT NOT NULL CHECK (kind IN ('edit', 'undo', 'redo')),
      label      TEXT NOT NULL,
      recordKind TEXT NOT NULL,
      recordId   TEXT NOT NULL,
      before     TEXT CHECK (json_valid(before)),
      after      TEXT CHECK (json_valid(after))
    ) STRICT;
    CREATE INDEX changeByStep ON change(step);
    CREATE INDEX changeByRecord ON change(recordId);

    -- Folded text, kept in step by triggers that exist only while a dossier is open. The explicit number
    -- matters: VACUUM may renumber implicit row ids, and the index is keyed by it.
    CREATE TABLE searchEntry (
      number     INTEGER PRIMARY KEY,
      recordKind TEXT NOT NULL,
      recordId   TEXT NOT NULL UNIQUE,
      body       TEXT NOT NULL
    ) STRICT;
    CREATE VIRTUAL TABLE searchIndex USING fts5(
      body, content = 'searchEntry', content_rowid = 'number', tokenize = 'trigram'
    );
    -- How words begin, for search words that are shorter than a trigram.
    CREATE VIRTUAL TABLE searchBeginning USING fts5(
      beginnings, content = '', contentless_delete = 1, detail = none, tokenize = 'unicode61 remove_diacritics 0'
    );
  `,
}
