import type { Dossier } from '../../app/model/dossier'
import { prepare, type ReadDb, type WriteDb } from '../connection'
import { updateRecord } from './records'

/** The one row that says what this dossier is. */
export function getDossier(db: ReadDb): Dossier {
  return prepare<Dossier>(db, 'SELECT * FROM dossier').get()!
}

export function insertDossier(db: WriteDb, dossier: Dossier): void {
  prepare(
    db,
    `INSERT INTO dossier (id, title, question, language, marking, author, created, asOf)
     VALUES (@id, @title, @question, @language, @marking, @author, @created, @asOf)`,
  ).run(dossier)
}

export function changeDossier(db: WriteDb, changes: Partial<Dossier>): Dossier {
  updateRecord(db, 'dossier', getDossier(db).id, changes)
  return getDossier(db)
}
