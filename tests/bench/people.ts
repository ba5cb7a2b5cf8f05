import { createHash, randomBytes } from 'node:crypto';
import type { Client } from 'pg';
import { uuidv7 } from 'uuidv7';
import type { Answers } from '#engine';

/** An applicant who is signed in. */
export interface Person {
  readonly id: string;
  /** Value of the session cookie. */
  readonly token: string;
}

/** Applicants with a session each, written straight into the database. */
export async function makePeople(database: Client, count: number): Promise<readonly Person[]> {
  const people = Array.from({ length: count }, () => ({
    id: uuidv7(),
    token: randomBytes(32).toString('base64url'),
  }));
  await database.query(
    `with made as (
       insert into account (id, mail, mail_key)
       select id, 'person' || n || '@example.jp', id::text from unnest($1::uuid[]) with ordinality as p(id, n)
     )
     insert into applicant (id, account_id, kind, name, profile)
     select id, id, 'business', '浪速 花子 ' || n, '{}' from unnest($1::uuid[]) with ordinality as p(id, n)`,
    [people.map(({ id }) => id)],
  );
  await database.query(
    `insert into session (id, account_id, applicant_id)
     select id, person, person from unnest($1::bytea[], $2::uuid[]) as s(id, person)`,
    [people.map(({ token }) => createHash('sha256').update(token).digest()), people.map(({ id }) => id)],
  );
  return people;
}

/** A draft that is ready to be submitted. */
export interface ReadyDraft {
  readonly id: string;
  readonly owner: Person;
}

/** Open drafts at revision 0, shared out among the people in turn; `answers` are what was saved last. */
export async function makeDrafts(
  database: Client,
  people: readonly Person[],
  procedureId: string,
  answers: Answers,
  count: number,
): Promise<readonly ReadyDraft[]> {
  const drafts = Array.from({ length: count }, (_, index) => {
    const owner = people[index % people.length];
    if (!owner) throw new Error('Drafts need people.');
    return { id: uuidv7(), owner };
  });
  await database.query(
    `insert into draft (id, applicant_id, procedure_id, version_hash, kind, answers)
     select d.id, d.owner, p.id, p.current_hash, 'application', $4
     from unnest($1::uuid[], $2::uuid[]) as d(id, owner), procedure p where p.id = $3`,
    [drafts.map(({ id }) => id), drafts.map(({ owner }) => owner.id), procedureId, JSON.stringify(answers)],
  );
  return drafts;
}
