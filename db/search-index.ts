import type { recordModels, RecordKind } from '../app/model/records'
import { foldText } from '../app/rules/fold-text'
import { wordBeginnings } from '../app/rules/word-beginnings'
import { prepare, quoted, type ReadDb, type WriteDb } from './connection'

/** The words of a record that search looks at. */
export const searchedFields = {
  position: ['text', 'assessment'],
  statement: ['text', 'translation', 'note'],
  source: ['title', 'text', 'note'],
  issue: ['title', 'question', 'landingZone', 'note', 'commonGround'],
  event: ['title', 'place', 'outcome', 'note'],
  speaker: ['name', 'description', 'note'],
  party: ['name', 'shortName', 'note'],
} as const satisfies { [Kind in RecordKind]?: readonly (keyof (typeof recordModels)[Kind]['shape'])[] }

export const searchIndexTable = 'searchIndex'
/** Words of one or two characters are found where words begin, by an index of its own. */
export const shortWordTable = 'searchBeginning'

export type SearchedKind = keyof typeof searchedFields
export const searchedKinds = Object.keys(searchedFields) as SearchedKind[]

const entryOf = (kind: SearchedKind, row: string) =>
  `fold(${searchedFields[kind].map((field) => `coalesce(${row}.${quoted(field)}, '')`).join(` || char(10) || `)})`

/** Keeps the index in step with the records, undo included, by triggers that live as long as the connection. */
export function watchSearchedText(db: WriteDb): void {
  registerSearchFunctions(db)
  for (const kind of searchedKinds) watchKind(db, kind)
  watchEntries(db)
}

const addToIndex = `
      INSERT INTO searchIndex (rowid, body) VALUES (NEW.number, NEW.body);
      INSERT INTO searchBeginning (rowid, beginnings) VALUES (NEW.number, beginnings(NEW.body));`
const removeFromIndex = `
      INSERT INTO searchIndex (searchIndex, rowid, body) VALUES ('delete', OLD.number, OLD.body);
      DELETE FROM searchBeginning WHERE rowid = OLD.number;`

function watchEntries(db: WriteDb): void {
  db.exec(`
    CREATE TEMP TRIGGER index_insert AFTER INSERT ON main.searchEntry BEGIN
      ${addToIndex}
    END;
    CREATE TEMP TRIGGER index_update AFTER UPDATE OF body ON main.searchEntry BEGIN
      ${removeFromIndex}
      ${addToIndex}
    END;
    CREATE TEMP TRIGGER index_delete AFTER DELETE ON main.searchEntry BEGIN
      ${removeFromIndex}
    END;
  `)
}

/** A file must not reach our functions: `directOnly` bars them from its schema, not from our TEMP triggers. */
export function registerSearchFunctions(db: WriteDb): void {
  const options = { deterministic: true, directOnly: true }
  db.function('fold', options, (text) => foldText(String(text)))
  db.function('beginnings', options, (folded) => wordBeginnings(String(folded)).join(' '))
}

function watchKind(db: WriteDb, kind: SearchedKind): void {
  const fields = searchedFields[kind].map(quoted).join(', ')
  db.exec(`
    CREATE TEMP TRIGGER "search_insert_${kind}" AFTER INSERT ON main.${quoted(kind)} BEGIN
      INSERT INTO searchEntry (recordKind, recordId, body) VALUES ('${kind}', NEW.id, ${entryOf(kind, 'NEW')});
    END;
    CREATE TEMP TRIGGER "search_update_${kind}" AFTER UPDATE OF ${fields} ON main.${quoted(kind)} BEGIN
      UPDATE searchEntry SET body = ${entryOf(kind, 'NEW')} WHERE recordId = NEW.id;
    END;
    CREATE TEMP TRIGGER "search_delete_${kind}" AFTER DELETE ON main.${quoted(kind)} BEGIN
      DELETE FROM searchEntry WHERE recordId = OLD.id;
    END;
  `)
}

/** Common ground was not looked at before: the entries of issues that have some, and were written without. */
export function indexCommonGround(db: WriteDb): void {
  const body = entryOf('issue', 'issue')
  db.exec(`
    UPDATE searchEntry SET body = (SELECT ${body} FROM issue WHERE issue.id = searchEntry.recordId)
    WHERE recordKind = 'issue' AND recordId IN (
      SELECT issue.id FROM issue JOIN searchEntry AS entry ON entry.recordId = issue.id
      WHERE issue.commonGround <> '' AND entry.body <> ${body}
    )
  `)
}

/** SQLite's checks look at the full text index as well, but damage to that is no damage to the dossier. */
export const concernsSearchIndex = (message: string): boolean =>
  message.includes(searchIndexTable) || message.includes(shortWordTable) || message.startsWith('fts5:')

/** Makes the index anew from the records; what it held before is of no account. */
export function rebuildSearchIndex(db: WriteDb): void {
  db.transaction(() => {
    // The index itself is made anew from the entries at the end, not entry by entry.
    db.exec('DROP TRIGGER temp.index_insert; DROP TRIGGER temp.index_update; DROP TRIGGER temp.index_delete')
    db.exec('DELETE FROM searchEntry')
    for (const kind of searchedKinds) {
      db.exec(
        `INSERT INTO searchEntry (recordKind, recordId, body)
         SELECT '${kind}', record.id, ${entryOf(kind, 'record')} FROM ${quoted(kind)} AS record`,
      )
    }
    db.exec(`
      INSERT INTO searchIndex (searchIndex) VALUES ('rebuild');
      INSERT INTO searchBeginning (searchBeginning) VALUES ('delete-all');
      INSERT INTO searchBeginning (rowid, beginnings) SELECT number, beginnings(body) FROM searchEntry;
    `)
    watchEntries(db)
  })()
}

/** The records whose entry is missing or says something else, and the entries without a record. */
export function listOutOfStep(db: ReadDb): string[] {
  const byKind = searchedKinds.map(
    (kind) => `SELECT record.id FROM ${quoted(kind)} AS record
       LEFT JOIN searchEntry ON searchEntry.recordId = record.id AND searchEntry.recordKind = '${kind}'
       WHERE searchEntry.body IS NOT ${entryOf(kind, 'record')}`,
  )
  const records = searchedKinds.map((kind) => `SELECT id FROM ${quoted(kind)}`)
  return prepare<{ id: string }>(
    db,
    `${byKind.join(' UNION ALL ')}
     UNION ALL SELECT recordId FROM searchEntry WHERE recordId NOT IN (${records.join(' UNION ALL ')})`,
  )
    .all()
    .map(({ id }) => id)
}
