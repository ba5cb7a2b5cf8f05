import type { EntityManager } from 'typeorm';
import { newId } from '../database/id.js';
import { jobKinds } from '../jobs/job-kinds.js';

/** Owes the next block of an announcement's mails. */
export async function oweSpreading(tx: Pick<EntityManager, 'query'>, id: string): Promise<void> {
  await tx.query('insert into outbox (id, queue, name, subject_id) values ($1, $2, $3, $4)', [
    newId(),
    jobKinds['spread-announcement'].queue,
    'spread-announcement',
    id,
  ]);
}
