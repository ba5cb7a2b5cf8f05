import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Client } from 'pg';
import type { StoredItem } from '#engine';
import { readStoredRows, type StoredRows } from '../../src/cli/stored-rows.js';
import { createTestDatabase, type TestDatabase } from '../support/database.js';

const published = 'a'.repeat(64);
const older = 'b'.repeat(64);
const wanted = { procedureId: 'camera', publishedHash: published, contentHash: 'c' };
const state = { stage: 'review', actors: {}, correction: null };
const uuid = (number: number) => `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`;

describe('what a new version is tried on', () => {
  let database: TestDatabase;
  let client: Client;

  beforeAll(async () => {
    database = await createTestDatabase();
    client = new Client({ connectionString: database.url });
    await client.connect();
    await client.query(
      `insert into applicant (id, kind, name, profile) values ($1, 'individual', '山田', '{}')`,
      [uuid(1)],
    );
    for (const [number, hash] of [older, published].entries()) {
      await client.query(
        `insert into procedure_version (hash, procedure_id, number, files, validators)
         values ($1, 'camera', $2, '{}', '{}')`,
        [hash, number + 1],
      );
    }
    await client.query(`insert into procedure (id, current_hash) values ('camera', $1)`, [published]);
    for (let number = 1000; number < 1600; number += 1) await insertDraft(number, published, 'open');
    await insertDraft(2000, older, 'open');
    await insertDraft(3000, published, 'submitted');
    await insertDraft(3001, published, 'submitted');
    await insertApplication(4000, 3000, true);
    await insertApplication(4001, 3001, false);
  });

  afterAll(async () => {
    await client.end();
    await database.drop();
  });

  async function insertDraft(number: number, hash: string, kept: 'open' | 'submitted'): Promise<void> {
    await client.query(
      `insert into draft (id, applicant_id, procedure_id, version_hash, kind, state, answers)
       values ($1, $2, 'camera', $3, 'application', $4, $5)`,
      [uuid(number), uuid(1), hash, kept, JSON.stringify({ shop: { number } })],
    );
  }

  /** Two submissions; it arrived on the 5th at 00:30 in Japan, which was still the 4th elsewhere. */
  async function insertApplication(number: number, draft: number, open: boolean): Promise<void> {
    await client.query(
      `insert into application (id, number, procedure_id, version_hash, applicant_id, draft_id, subject,
         applicant_name, stage, open, entered_at, submission_count, state, submitted_at)
       values ($1, $2, 'camera', $3, $4, $5, '北店', '山田', 'review', $6, now(), 2, $7, '2021-11-04T15:30:00Z')`,
      [uuid(number), String(number), published, uuid(1), uuid(draft), open, JSON.stringify(state)],
    );
    for (const n of [1, 2]) {
      await client.query(
        `insert into submission (application_id, n, draft_id, answers, warnings, at)
         values ($1, $2, $3, $4, '[]', now())`,
        [uuid(number), n, uuid(number * 10 + n), JSON.stringify({ shop: { n } })],
      );
    }
  }

  async function all({ items, ...counts }: StoredRows) {
    const found: StoredItem[] = [];
    for await (const item of items) found.push(item);
    return { ...counts, found };
  }

  it('is every open draft and application of that version, each once, over as many pages as it takes', async () => {
    const { total, elsewhere, found } = await readStoredRows(database.url, wanted, all);
    expect({ total, elsewhere }).toEqual({ total: 601, elsewhere: 1 });
    expect(found.length).toBe(601);
    expect(new Set(found.map(({ id }) => id)).size).toBe(601);
    expect(found[0]).toEqual({
      id: uuid(1000),
      kind: 'draft',
      version: 'c',
      answers: { shop: { number: 1000 } },
    });
  });

  it('is the last submission of an application, with the day in Japan on which it first arrived', async () => {
    const { found } = await readStoredRows(database.url, wanted, all);
    expect(found.filter(({ kind }) => kind === 'application')).toEqual([
      {
        id: uuid(4000),
        kind: 'application',
        version: 'c',
        answers: { shop: { n: 2 } },
        state,
        submittedOn: '2021-11-05',
      },
    ]);
  });

  it('is nothing in a database that was never set up, and says so', async () => {
    const empty = await createTestDatabase({ empty: true });
    try {
      await expect(readStoredRows(empty.url, wanted, all)).rejects.toMatchObject({
        words: [expect.stringContaining('まだ何もありません'), expect.stringContaining('holds nothing yet')],
      });
    } finally {
      await empty.drop();
    }
  });
});
