import { uuidv7 } from 'uuidv7';

/** A new row id. Made here and not by the database, so that older PostgreSQL can be used; sorts by time of making. */
export function newId(): string {
  return uuidv7();
}
