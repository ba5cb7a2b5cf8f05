import type { DataSource } from 'typeorm';
import type { Answers, StoredItem, WorkflowState } from '#engine';
import { opinionsOut } from '../applications/locked-application.js';
import { type MoveFacts, readMoveFacts } from '../moves/move-facts.js';

/** Of very many the latest tell enough, and nobody waits for the rest. */
export const mostTried = 2_000;
const pageSize = 250;

export interface StoredCount {
  readonly drafts: number;
  readonly applications: number;
}

export async function countStored(dataSource: DataSource, procedureId: string): Promise<StoredCount> {
  const [row] = await dataSource.query<[StoredCount]>(
    `select (select count(*)::int from draft where procedure_id = $1 and kind = 'application' and state = 'open')
         as drafts,
       (select count(*)::int from application where procedure_id = $1 and open) as applications`,
    [procedureId],
  );
  return row;
}

export interface TriedItem {
  readonly item: StoredItem;
  /** Of an application. */
  readonly facts: (MoveFacts & { readonly opinionsOut: number; readonly number: string }) | null;
}

/** Open drafts of a version, the latest first. */
export function storedDrafts(
  dataSource: DataSource,
  publishedHash: string,
  version: string,
): AsyncGenerator<TriedItem> {
  return pages(async (last) => {
    const rows = await dataSource.query<{ id: string; answers: Answers }[]>(
      `select id, answers from draft
       where version_hash = $1 and kind = 'application' and state = 'open' and ($2::uuid is null or id < $2)
       order by id desc limit ${pageSize}`,
      [publishedHash, last],
    );
    return rows.map(({ id, answers }) => ({
      item: { id, kind: 'draft' as const, version, answers },
      facts: null,
    }));
  });
}

/** Applications of a version that are under review, the latest first. */
export function storedApplications(
  dataSource: DataSource,
  publishedHash: string,
  version: string,
): AsyncGenerator<TriedItem> {
  return pages(async (last) => {
    const rows = await dataSource.query<
      {
        id: string;
        number: string;
        answers: Answers;
        state: WorkflowState;
        submitted_on: string;
        opinions_out: number;
      }[]
    >(
      `select a.id, a.number, ${opinionsOut} as opinions_out, s.answers, a.state, (a.submitted_at at time zone 'Asia/Tokyo')::date::text as submitted_on
       from application a join submission s on s.application_id = a.id and s.n = a.submission_count
       where a.version_hash = $1 and a.open and ($2::uuid is null or a.id < $2) order by a.id desc limit ${pageSize}`,
      [publishedHash, last],
    );
    const facts = await readMoveFacts(
      dataSource,
      rows.map(({ id }) => id),
    );
    return rows.map(({ id, number, answers, state, submitted_on: submittedOn, opinions_out }) => {
      const known = facts.get(id);
      return {
        item: { id, kind: 'application' as const, version, answers, state, submittedOn },
        facts: known ? { ...known, opinionsOut: opinions_out, number } : null,
      };
    });
  });
}

async function* pages(
  fetch: (last: string | null) => Promise<readonly TriedItem[]>,
): AsyncGenerator<TriedItem> {
  let last: string | null = null;
  for (let left = mostTried; left > 0; left -= pageSize) {
    const items: readonly TriedItem[] = await fetch(last);
    yield* items;
    last = items.at(-1)?.item.id ?? null;
    if (items.length < pageSize) return;
  }
}
